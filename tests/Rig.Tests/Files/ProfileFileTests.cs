using HilBench.Input;
using HilBench.Meter;
using HilBench.RigFiles;

namespace HilBench.Rig.Tests.Files;

/// <summary>A profile that no meter could satisfy is refused when it is loaded.</summary>
public sealed class ProfileFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hilbench-profiles-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(
        "{\"words\": {\n\"accept\": \"Grün\"}}", ":2: words.accept has 'ü', which a character panel cannot show")]
    [InlineData("{\"words\": {\"accept\": \"Ok~\"}}", "words.accept has '~', which a character panel cannot show")]
    [InlineData("{\"words\": {\"accept\": \"\"}}", "words.accept is empty; the meter must say something")]
    [InlineData("{\"words\": {\"old\": \" Old\"}}", "words.old begins or ends with a blank")]
    [InlineData("{\"words\": {\"old\": \"Ol\\nd\"}}", "words.old has ")]
    [InlineData(
        "{\"words\": {\n\"used\": \"Accept\"}}", ":2: words.used is the same as words.accept: nobody could tell")]
    [InlineData("{\"words\": {\"accept\": \"Reject\"}}", "words.reject is the same as words.accept: ")]
    [InlineData("{\"pad\": {\"enter\": \"5\"}}", "pad.enter is '5', a digit, which tokens are typed with")]
    [InlineData("{\"pad\": {\"backspace\": \"0\"}}", "pad.backspace is '0', a digit, ")]
    [InlineData("{\"pad\": {\"enter\": \"#\", \"backspace\": \"#\"}}", "pad.enter and pad.backspace are both '#'")]
    [InlineData(
        "{\"buzzer\": {\n\"accept\": [100, 100]}}",
        ":2: buzzer.accept has 2 times; allowed: an odd number, the last one sounding")]
    [InlineData(
        "{\"buzzer\": {\"key\": [0]}}",
        ":1: buzzer.key[0] is 0; allowed: a whole number from 1 to 5000")]
    [InlineData(
        "{\"supply\": {\"lowestVolts\": 230}}",
        "supply.lowestVolts is 230; it must be less than the nominal 230 V")]
    [InlineData("{\"leds\": {\"load\": \"blink\"}}", "leds.load is \"blink\"; allowed: lit, blinking, none")]
    [InlineData("{\"leds\": {\"lowCreditAtMost\": 0.05}}", "leds.lowCreditAtMost is finer than the register counts")]
    [InlineData("{\"voltage\": {}}", "voltage.highVolts is missing")]
    [InlineData(
        "{\"voltage\": {\n\"highVolts\": 230}}",
        "voltage: the nominal 230 V must lie between lowVolts, 0 V, and highVolts, 230 V")]
    [InlineData(
        "{\"voltage\": {\"highVolts\": 276, \"lowVolts\": 240}}",
        "voltage: the nominal 230 V must lie between")]
    [InlineData(
        "{\"voltage\": {\"highVolts\": 276, \"lowVolts\": 100}}",
        "voltage.lowVolts is 100, where the meter is off; allowed: 0, or from supply.lowestVolts, 161, on")]
    [InlineData("{\"overCurrent\": {}}", "overCurrent.amps is missing")]
    [InlineData("{\"emergencyCredit\": {}}", "emergencyCredit.amount is missing")]
    [InlineData(
        "{\"emergencyCredit\": {\"amount\": 0.15}}",
        "emergencyCredit.amount is finer than the register counts")]
    [InlineData(
        "{\"commissioning\": {\"tokenSubClass\": 5}}",
        "commissioning.tokenSubClass is 5; allowed: null or a whole")]
    [InlineData("{\"terminalCover\": \"open\"}", "terminalCover is \"open\"; allowed: none, counted, tamper")]
    [InlineData(
        "{\"countsEvents\": true, \"tidStoreSize\": 121}",
        "tidStoreSize is 121; allowed: up to 120 on a meter")]
    [InlineData(
        "{\"shortCodes\": [{\"keys\": \"811#\", \"does\": \"emergency credit\"}]}",
        "a short code takes the emergency credit, but emergencyCredit is left out")]
    [InlineData(
        "{\"shortCodes\": [{\"keys\": \"888#\", \"does\": \"commissioning\"}]}",
        "a short code commissions the meter, but commissioning is left out")]
    [InlineData(
        "{\"shortCodes\": [{\"keys\": \"811#\"}]}",
        "short code \"811#\" must say what it shows, or what it does")]
    [InlineData("{\"entry\": {\"separator\": \"5\"}}", "entry.separator is '5', which reads like a digit")]
    [InlineData(
        "{\"shortCodes\": [{\"keys\": \"12345678901234567890#\", \"shows\": \"credit\"}]}",
        "a short code has 2 to 10 keys")]
    public void What_no_meter_could_keep_is_refused(string json, string expected)
    {
        var file = Path.Combine(_folder, "p.json");
        File.WriteAllText(file, json);
        Assert.Contains(expected, Assert.Throws<SettingsException>(() => ProfileFiles.Load(file)).Message);
    }

    [Fact]
    public void Buzzer_and_lamps_are_read_as_they_stand_and_what_is_left_out_is_generic()
    {
        var profile = Load("""
            { "buzzer": { "key": null, "accept": [10, 20, 30] },
              "leds": { "lowCredit": "blinking", "lowCreditAtMost": 7.5, "fault": "none" } }
            """);
        Assert.True(profile.Buzzer.Key.IsSilent);
        Assert.Equal("10 20 30 ms", profile.Buzzer.Accept.ToString());
        Assert.Equal("100 100 100 100 100 ms", profile.Buzzer.Refusal.ToString());
        Assert.Equal((LedLight.Blinking, LedLight.Lit, LedLight.Dark), (
            profile.Leds.LowCredit, profile.Leds.Load, profile.Leds.Fault));
        Assert.Equal(75, profile.Leds.LowCreditUnits);
        var bare = Load("""{ "buzzer": null, "leds": null }""");
        Assert.True(bare.Buzzer.Refusal.IsSilent);
        Assert.Equal(LedLight.Dark, bare.Leds.Load);
    }

    [Fact]
    public void What_counts_as_low_is_an_amount_of_what_the_register_counts() => Assert.Equal(
        250_000,
        Load("""{ "currency": { "code": "KES", "pricePerKwh": 20 }, "leds": { "lowCreditAtMost": 2.5 } }""")
            .Leds.LowCreditUnits);

    [Fact]
    public void What_is_lent_is_an_amount_of_what_the_register_counts_too()
    {
        var money = Load("""
            { "currency": { "code": "BDT", "pricePerKwh": 8 }, "emergencyCredit": { "amount": 100, "atMost": 2.5 },
              "tidStoreSize": 120 }
            """);
        Assert.Equal(new EmergencyRule(10_000_000, 250_000, IsAutomatic: false), money.Emergency);
        var bare = Load("{}");
        Assert.Equal(
            (null, null, null, null, null, false),
            (bare.Emergency, bare.Voltage, bare.OverCurrent, bare.Commissioning, bare.WeldedAfter, bare.CountsEvents));
    }

    [Fact]
    public void The_profile_of_the_acceptance_pack_switches_on_what_generic_leaves_off()
    {
        var (pack, generic) = (ProfileFiles.Load("acceptance"), ProfileFiles.Load("generic"));
        Assert.NotNull(pack.Voltage);
        Assert.NotNull(pack.OverCurrent);
        Assert.NotNull(pack.Commissioning);
        Assert.NotNull(pack.Emergency);
        Assert.NotNull(pack.SwitchTest);
        Assert.NotNull(pack.WeldedAfter);
        Assert.True(pack is { CountsEvents: true, TamperOpensSwitch: true, TerminalCover: CoverSense.Tamper });
        Assert.True(generic is { CountsEvents: false, TamperOpensSwitch: false, TerminalCover: CoverSense.None });
        Assert.False(generic.MeasuresVoltage);
    }

    private MeterProfile Load(string json)
    {
        var file = Path.Combine(_folder, "p.json");
        File.WriteAllText(file, json);
        return ProfileFiles.Load(file);
    }
}
