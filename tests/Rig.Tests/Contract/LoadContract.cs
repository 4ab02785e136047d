using HilBench.Meter;
using HilBench.Rig.Tests.Physical;
using HilBench.Rig.Tests.Virtual;
using HilBench.RigFiles;
using HilBench.Roles;
using HilBench.Tokens;

namespace HilBench.Rig.Tests.Contract;

/// <summary>What the house behind a meter promises on every rig that has one, whoever looks at the switch.</summary>
public sealed class LoadContract : IDisposable
{
    private readonly List<IDisposable> _open = [];

    public static TheoryData<string> Kinds => new("none", "virtual", "virtual-i2c", "virtual-loop", "pi-loop");

    /// <summary>On the others the mains is always there.</summary>
    public static TheoryData<string> KindsWithMains => new("none", "virtual", "virtual-i2c", "virtual-loop");

    public void Dispose() => _open.ForEach(one => one.Dispose());

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_switch_of_a_meter_with_credit_is_closed(string kind) =>
        Assert.Equal(LoadSwitchPosition.Closed, Build(kind, credit: 12.5m).Load.Switch);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_switch_of_a_meter_without_credit_is_open(string kind) =>
        Assert.Equal(LoadSwitchPosition.Open, Build(kind, credit: 0).Load.Switch);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void What_the_house_draws_is_what_it_was_told_to_draw(string kind)
    {
        var load = Build(kind, credit: 12.5m).Load;
        Assert.Equal(0, load.Wanted.Value);
        load.Draw(new Watts(1500));
        Assert.Equal(1500, load.Wanted.Value);
        Assert.Throws<ArgumentOutOfRangeException>(() => load.Draw(new Watts(-1)));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_meter_whose_credit_is_used_up_opens_the_switch(string kind)
    {
        var rig = Build(kind, credit: 0.1m);
        Assert.Equal(LoadSwitchPosition.Closed, rig.Load.Switch);
        rig.Load.Draw(new Watts(360_000));
        var end = rig.Clock.Now + TimeSpan.FromSeconds(30);
        while (rig.Load.Switch == LoadSwitchPosition.Closed && rig.Clock.Now < end)
            rig.Clock.Wait(TimeSpan.FromMilliseconds(100));
        Assert.Equal(LoadSwitchPosition.Open, rig.Load.Switch);
        Assert.Empty(rig.Findings);
    }

    [Theory]
    [MemberData(nameof(KindsWithMains))]
    public void Without_mains_the_switch_falls_open_and_closes_again_when_the_mains_returns(string kind)
    {
        var rig = Build(kind, credit: 12.5m);
        rig.Mains.Fail();
        Assert.Equal(LoadSwitchPosition.Open, rig.Load.Switch);
        rig.Mains.Return();
        Assert.Equal(LoadSwitchPosition.Closed, rig.Load.Switch);
    }

    private IMeterRig Build(string kind, decimal credit)
    {
        IMeterRig rig;
        if (kind == "pi-loop")
        {
            var pi = new EmulatedPi(EmulatedPi.WithTestLoop);
            _open.Add(pi);
            rig = pi.Rig;
        }
        else
        {
            rig = (kind == "none" ? ModelPlan.Alone : Rigs.Load(kind)).Build(seed: 1);
            _open.Add(rig);
        }

        rig.Manufacture(SampleMeter.Registers(EnergyAmount.FromKwh(credit)));
        rig.Mains.Return();
        rig.Glass.WaitUntilSettled();
        return rig;
    }
}
