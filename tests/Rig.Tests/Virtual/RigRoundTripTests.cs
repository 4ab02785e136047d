using HilBench.Meter;
using HilBench.Roles;
using HilBench.Tokens;

namespace HilBench.Rig.Tests.Virtual;

/// <summary>A token from the keys to the display, on every bench in virtual time.</summary>
public class RigRoundTripTests
{
    public static TheoryData<string> Rigs => new("pins", "alone");

    [Theory]
    [MemberData(nameof(Rigs))]
    public void A_token_typed_twice_is_accepted_once_and_then_called_used(string kind)
    {
        using var rig = On(kind);
        var token = SampleMeter.Station().Credit(SampleMeter.Key, EnergyAmount.FromKwh(25.6m), SampleMeter.Today);

        var mark = rig.Glass.Mark();
        rig.Type(token.Number + "#");
        Assert.Contains("Accept", rig.Words(mark));
        Assert.Equal(256, rig.Stored!.Registers.Credit.Shown.TenthsOfKwh);

        rig.Clock.Wait(TimeSpan.FromMinutes(1));
        Assert.Equal("25.6 kWh", rig.Glass.Read()[0].Trim());

        mark = rig.Glass.Mark();
        rig.Type(token.Number + "#");
        Assert.Contains("Used", rig.Words(mark));
        Assert.Equal(256, rig.Stored!.Registers.Credit.Shown.TenthsOfKwh);
        Assert.Equal([ResultCode.Accept, ResultCode.UsedError], rig.Answers.Select(answer => answer.Result));
        Assert.Empty(rig.Findings);
    }

    private static IMeterRig On(string kind) => kind == "pins" ? SampleMeter.OnPins() : SampleMeter.Alone();
}
