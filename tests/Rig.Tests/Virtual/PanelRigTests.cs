using HilBench.Board;
using HilBench.Meter;
using HilBench.Physical.Ports;
using HilBench.Rig.Virtual;
using HilBench.TokenPort.Links;
using HilBench.Tokens;

namespace HilBench.Rig.Tests.Virtual;

/// <summary>
/// The meter on a serial panel, through memory and through the kernel's terminal driver, with both ways of reporting
/// keys.
/// </summary>
public class PanelRigTests
{
    public static TheoryData<string, KeyReports> Ways => new()
    {
        { "memory", KeyReports.Automatic },
        { "memory", KeyReports.Polled },
        { "pty", KeyReports.Automatic },
        { "pty", KeyReports.Polled },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public void A_token_typed_on_the_panel_is_accepted_and_seen_on_its_glass(string carrier, KeyReports reports)
    {
        using var rig = On(carrier, reports, MeterProfile.Generic);
        var token = SampleMeter.Station().Credit(SampleMeter.Key, EnergyAmount.FromKwh(25.6m), SampleMeter.Today);
        var mark = rig.Glass.Mark();
        rig.Type(token.Number + "#");
        Assert.Contains("Accept", rig.Words(mark));
        Assert.All(rig.Keypad.Log, receipt => Assert.True(receipt.IsDelivered));
        rig.Clock.Wait(TimeSpan.FromMinutes(1));
        Assert.Equal("25.6 kWh", rig.Glass.Read()[0].Trim());
        Assert.Empty(rig.Findings);
    }

    [Fact]
    public void After_a_power_cut_the_panel_is_lit_again()
    {
        using var rig = On("pty", KeyReports.Automatic, MeterProfile.Generic);
        rig.Mains.Fail();
        Assert.Equal("", rig.Glass.WaitUntilSettled().Lines[0].Trim());
        rig.Mains.Return();
        Assert.Equal("0.0 kWh", rig.Glass.WaitUntilSettled().Lines[0].Trim());
        Assert.Empty(rig.Findings);
    }

    [Fact]
    public void A_large_profile_gets_a_large_panel()
    {
        var large = MeterProfile.Generic with { Display = new DisplaySize(20, 4) };
        using var rig = On("memory", KeyReports.Automatic, large);
        Assert.Equal(4, rig.Glass.Read().Count);
        Assert.Equal(20, rig.Glass.Columns);
    }

    private static PanelRig On(string carrier, KeyReports reports, MeterProfile profile)
    {
        var settings = new PanelRigSettings
        {
            Panel = new SerialPanelSettings { Reports = reports },
            Carrier = carrier == "pty" ? static () => new PtyCarrier() : static () => new MemoryCarrier(),
        };
        var rig = new PanelRig("panel", settings, profile, StaTables.Sample, seed: 1);
        rig.Manufacture(SampleMeter.Registers());
        rig.Mains.Return();
        rig.Glass.WaitUntilSettled();
        return rig;
    }
}
