using HilBench.Meter.Tests.Fixture;
using HilBench.Tokens;

namespace HilBench.Meter.Tests;

/// <summary>The idle screen of four lines: the credit, its bar, and the icons.</summary>
public class CreditBarTests
{
    private static readonly MeterProfile Barred = MeterProfile.Generic with
    {
        Display = new(20, 4), Idle = IdleStyle.CreditBar, FullBar = EnergyAmount.FromKwh(50),
    };

    [Theory]
    [InlineData(0, "")]
    [InlineData(0.1, "▏")]
    [InlineData(0.5, "▏")]
    [InlineData(0.6, "▎")]
    [InlineData(1.5, "▌")]
    [InlineData(2.0, "▊")]
    [InlineData(2.5, "█")]
    [InlineData(2.6, "█▏")]
    [InlineData(7.1, "███")]
    [InlineData(49.5, "███████████████████▊")]
    [InlineData(49.6, "████████████████████")]
    [InlineData(50, "████████████████████")]
    [InlineData(5000, "████████████████████")]
    public void A_line_of_twenty_cells_has_a_hundred_steps(double kwh, string bar) =>
        Assert.Equal(bar, Idle((decimal)kwh).Text.Lines[1].TrimEnd());

    [Fact]
    public void Icons_say_whether_power_flows_and_what_is_wrong()
    {
        Assert.Equal("10.0 kWh|████||⌂", Idle(10).Glass);
        Assert.Equal("0.0 kWh|||╱", Idle(0).Glass);
        Assert.Equal("10.0 kWh|████||⌂ ⚿", Idle(10, r => r with { TamperLatched = true }).Glass);
        Assert.Equal("10.0 kWh|████||╱   Overload", Idle(10, r => r with
        {
            Trip = TripCause.MaximumPower, LoadSwitch = LoadSwitchPosition.Open,
        }).Glass);
    }

    private static MeterFixture Idle(decimal kwh, Func<MeterRegisters, MeterRegisters>? change = null)
    {
        var registers = MeterFixture.AsMade(kwh);
        return new MeterFixture(Barred, change is null ? registers : change(registers));
    }
}
