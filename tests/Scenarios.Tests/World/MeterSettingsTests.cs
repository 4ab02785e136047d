using HilBench.Scenarios.World;
using HilBench.Tokens;

namespace HilBench.Scenarios.Tests.World;

public sealed class MeterSettingsTests
{
    [Theory]
    [InlineData("meter number", "600727040103236837", nameof(MeterDescription.Pan))]
    [InlineData("supply group", "654321", nameof(MeterDescription.SupplyGroup))]
    [InlineData("tariff index", "07", nameof(MeterDescription.TariffIndex))]
    [InlineData("key revision", "9", nameof(MeterDescription.Revision))]
    [InlineData("key type", "DDTK", nameof(MeterDescription.KeyType))]
    [InlineData("key expiry", "100", nameof(MeterDescription.Expiry))]
    [InlineData("base date", "2035", nameof(MeterDescription.BaseDate))]
    [InlineData("encryption", "EA11", nameof(MeterDescription.Encryption), nameof(MeterDescription.Derivation))]
    [InlineData("key derivation", "DKGA03", nameof(MeterDescription.Derivation))]
    [InlineData("vending key", "abababababababab", nameof(MeterDescription.VendingKey))]
    [InlineData("profile", "generic", nameof(MeterDescription.Profile))]
    [InlineData("manufactured", "2021-02-03", nameof(MeterDescription.Manufactured))]
    public void Each_row_changes_what_it_names_and_nothing_else(string name, string value, params string[] changed)
    {
        var before = new MeterDescription();
        var after = MeterSettings.Of([(name, value)]).Apply(before);
        var different = typeof(MeterDescription).GetProperties()
            .Where(one => one.Name != nameof(MeterDescription.Key))
            .Where(one => !Equals(one.GetValue(before), one.GetValue(after)))
            .Select(one => one.Name);
        Assert.Equal(changed.Order(), different.Order());
    }

    [Fact]
    public void Rows_say_the_values_they_mean()
    {
        var meter = MeterSettings.Of(
        [
            ("meter number", "600727040103236837"), ("supply group", "654321"), ("tariff index", "07"),
            ("key revision", "9"), ("key type", "0"), ("key expiry", "0"), ("base date", "2014"),
            ("encryption", "ea07"), ("key derivation", "dkga04"), ("manufactured", "2021-02-03 04:05"),
        ]).Apply(new MeterDescription());
        Assert.Equal(
            new MeterDescription
            {
                Pan = MeterPan.Parse("600727040103236837"),
                SupplyGroup = SupplyGroupCode.Parse("654321"),
                TariffIndex = TariffIndex.Parse("07"),
                Revision = new KeyRevision(9),
                KeyType = KeyType.Ditk,
                Expiry = new KeyExpiry(0),
                BaseDate = BaseDate.Year2014,
                Derivation = KeyDerivation.Dkga04,
                Manufactured = new DateTime(2021, 2, 3, 4, 5, 0, DateTimeKind.Utc),
            },
            meter);
    }

    [Fact]
    public void EA11_alone_means_DKGA04_but_what_is_said_stays_said()
    {
        Assert.Equal(KeyDerivation.Dkga04, Derivation(("encryption", "EA11")));
        Assert.Equal(KeyDerivation.Dkga02, Derivation(("encryption", "EA11"), ("key derivation", "DKGA02")));
        Assert.Equal(KeyDerivation.Dkga02, Derivation(("encryption", "EA07")));
    }

    [Theory]
    [InlineData("key revison",
        "a meter has no \"key revison\"; did you mean \"key revision\"? allowed: meter number, ")]
    [InlineData("Base Date",
        "a meter has no \"Base Date\"; did you mean \"base date\"? allowed: meter number, ")]
    [InlineData("colour of it",
        "a meter has no \"colour of it\"; allowed: meter number, supply group, tariff index, key")]
    [InlineData("", "a meter has no \"\"; allowed: meter number, ")]
    public void A_name_a_meter_does_not_have_is_answered_with_the_nearest(string name, string expected) =>
        Assert.StartsWith(expected, Refusal((name, "1")));

    [Theory]
    [InlineData("meter number", "12", "meter number: ")]
    [InlineData("meter number", "600727000000000010", "meter number: ")]
    [InlineData("supply group", "12345", "supply group: a supply group has six digits, not \"12345\"")]
    [InlineData("tariff index", "1", "tariff index: a tariff index has two digits, not \"1\"")]
    [InlineData("key revision", "0", "key revision: a key revision must be a whole number from 1 to 9, not \"0\"")]
    [InlineData("key revision", "10", "key revision: a key revision must be a whole number from 1 to 9, not \"10\"")]
    [InlineData("key type", "DXTK", "key type: a key type must be DITK, DDTK, DUTK or DCTK (0 to 3), not \"DXTK\"")]
    [InlineData("key expiry", "256", "key expiry: a key expiry must be a whole number from 0 to 255, not \"256\"")]
    [InlineData("key expiry", "-1", "key expiry: a key expiry must be a whole number from 0 to 255, not \"-1\"")]
    [InlineData("base date", "2000", "base date: a base date must be 1993, 2014 or 2035, not \"2000\"")]
    [InlineData("encryption", "EA09", "encryption: EA09 has been withdrawn; allowed: EA07 and EA11")]
    [InlineData("encryption", "AES", "encryption: the encryption must be EA07 or EA11, not \"AES\"")]
    [InlineData("key derivation", "DKGA01",
        "key derivation: DKGA01 has been withdrawn; allowed: DKGA02, DKGA03 and DKGA04")]
    [InlineData("key derivation", "x", "key derivation: a key derivation must be DKGA02, DKGA03 or DKGA04, not \"x\"")]
    [InlineData("vending key", "abc", "vending key: a vending key has 16, 32 or 40 hex digits, not 3")]
    [InlineData("vending key", "xbababababababab", "vending key: a vending key has hex digits only")]
    [InlineData("profile", "genric", "profile: there is no profile \"genric\"; did you mean \"generic\"? allowed: ")]
    [InlineData("manufactured", "soon", "manufactured: a time must be written like \"2024-11-24 20:16\", not \"soon\"")]
    public void A_value_a_meter_cannot_have_says_what_is_allowed(string name, string value, string expected) =>
        Assert.StartsWith(expected, Refusal((name, value)));

    [Fact]
    public void A_name_stands_in_the_table_once() => Assert.Equal(
        "\"key revision\" stands in the table twice", Refusal(("key revision", "1"), ("key revision", "2")));

    /// <summary>The plate of the meter has eleven digits, a receipt has eighteen.</summary>
    [Fact]
    public void A_meter_number_may_be_written_without_its_frame()
    {
        var meter = MeterSettings.Of([("meter number", "04010323683")]).Apply(new MeterDescription());
        Assert.Equal("600727040103236837", meter.Pan.ToString());
    }

    private static KeyDerivation Derivation(params (string, string)[] rows) =>
        MeterSettings.Of(rows).Apply(new MeterDescription()).Derivation;

    private static string Refusal(params (string, string)[] rows) =>
        Assert.Throws<FormatException>(() => MeterSettings.Of(rows)).Message;
}
