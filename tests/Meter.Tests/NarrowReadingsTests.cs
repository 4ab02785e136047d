using HilBench.Meter.Tests.Fixture;
using HilBench.Tokens;

namespace HilBench.Meter.Tests;

/// <summary>Readings on one line of eight characters, and readings that only some meters have.</summary>
public class NarrowReadingsTests
{
    private static readonly MeterProfile Narrow = MeterProfile.Generic with
    {
        Display = new(8, 1), Accounting = Accounting.BareEnergy,
    };

    [Theory]
    [InlineData(1, "CLOSEd")]
    [InlineData(2, "88888888")]
    [InlineData(3, "0.0")]
    [InlineData(6, "PAd")]
    [InlineData(7, "nonE")]
    [InlineData(8, "t 0")]
    [InlineData(9, "0")]
    [InlineData(10, "0.1")]
    [InlineData(11, "nonE")]
    [InlineData(12, "nonE")]
    [InlineData(18, "11111115")]
    public void A_narrow_display_says_the_acceptance_and_then_the_reading_short(int test, string text)
    {
        var pan = MeterPan.Parse("600727111111111153");
        var meter = new MeterFixture(Narrow, MeterFixture.AsMade(10) with { Pan = pan });
        meter.Receives(TokenWriter.Write(TestToken.OfTest(test)).ToString());
        Assert.Equal("Accept", meter.Glass);
        meter.Wait(TimeSpan.FromSeconds(3));
        Assert.Equal(text, meter.Glass);
        meter.Wait(TimeSpan.FromSeconds(3));
        Assert.Equal("10.0", meter.Glass);
    }

    [Theory]
    [InlineData(10, "HilBench 0.1")]
    [InlineData(11, "none")]
    [InlineData(12, "none")]
    [InlineData(13, "none")]
    public void A_wide_display_says_it_in_full(int test, string text) =>
        Assert.Equal($"Accept|{text}", Shown(test, MeterFixture.AsMade(10)));

    [Fact]
    public void A_meter_with_a_long_key_says_so()
    {
        var registers = MeterFixture.AsMade(10, TestKeys.OldLong);
        Assert.Equal("Accept|11", Shown(14, registers));
        Assert.Equal("Accept|4", Shown(15, registers));
    }

    [Fact]
    public void An_open_switch_is_named_and_lets_no_power_through()
    {
        Assert.Equal("Accept|Switch open", Shown(1, MeterFixture.AsMade()));
        Assert.Equal("Accept|0 W", Shown(9, MeterFixture.AsMade(), drawn: 1500));
        Assert.Equal("Accept|1500 W", Shown(9, MeterFixture.AsMade(10), drawn: 1500));
    }

    [Fact]
    public void On_a_narrow_display_too_the_registers_are_shown_as_they_are()
    {
        var registers = MeterFixture.AsMade() with
        {
            MaximumPower = new Watts(4000), UnbalanceLimit = new Watts(900), TamperLatched = true,
            DeliveredMillijoules = 12_500L * 3_600_000,
        };
        var shown = new[] { 1, 3, 7, 8, 11 }.Select(test => Shown(test, registers, profile: Narrow, wait: 3));
        Assert.Equal(["OPEn", "12.5", "4000", "t 1", "900"], shown);
        Assert.Equal("Accept|900 W", Shown(11, registers));
    }

    [Fact]
    public void A_keypad_fault_on_one_line_names_itself_not_the_key()
    {
        var meter = new MeterFixture(MeterProfile.Generic with { Display = new(16, 1) }, MeterFixture.AsMade(10));
        meter.Do(new MeterInput.KeyStuck('5'));
        Assert.Equal("Keypad fault", meter.Glass);
        meter.Wait(TimeSpan.FromSeconds(3));
        Assert.Equal("10.0 kWh", meter.Glass);
    }

    [Fact]
    public void A_short_code_can_ask_for_the_credit_and_the_last_result()
    {
        var profile = MeterProfile.Generic with
        {
            ShortCodes = [new("1#", Reading.Credit, "Left"), new("2#", Reading.LastResult, "Result")],
        };
        var meter = new MeterFixture(profile, MeterFixture.AsMade(10));
        meter.Receives(Vendor.New.Credit(1).ToString());
        meter.Keys("1#");
        Assert.Equal("Left|10.0 kWh", meter.Glass);
        meter.Keys("2#");
        Assert.Equal("Result|13", meter.Glass);
    }

    private static string Shown(
        int test, MeterRegisters registers, int drawn = 0, MeterProfile? profile = null, int wait = 0)
    {
        var meter = new MeterFixture(profile, registers);
        if (drawn > 0) meter.Draws(drawn);
        meter.Receives(TokenWriter.Write(TestToken.OfTest(test)).ToString());
        meter.Wait(TimeSpan.FromSeconds(wait));
        return meter.Glass;
    }
}
