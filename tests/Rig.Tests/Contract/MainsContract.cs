using HilBench.Meter;
using HilBench.Rig.Tests.Virtual;
using HilBench.RigFiles;
using HilBench.Roles;
using HilBench.Tokens;

namespace HilBench.Rig.Tests.Contract;

/// <summary>What a supply promises that the bench can switch, whoever switches it.</summary>
public sealed class MainsContract : IDisposable
{
    private IMeterRig? _rig;

    public static TheoryData<string> Kinds => new("none", "virtual", "virtual-i2c", "virtual-relay");

    public void Dispose() => _rig?.Dispose();

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_bench_begins_without_mains_and_in_the_dark(string kind)
    {
        var rig = Build(kind);
        Assert.False(rig.Mains.IsOn);
        Assert.All(rig.Glass.Read(), line => Assert.True(string.IsNullOrWhiteSpace(line)));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void When_the_mains_has_returned_the_meter_runs_and_its_display_is_lit(string kind)
    {
        var rig = Build(kind);
        rig.Mains.Return();
        Assert.True(rig.Mains.IsOn);
        Assert.Contains("12.5 kWh", rig.Glass.WaitUntilSettled().Lines.Select(line => line.Trim()));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void When_the_mains_has_failed_the_display_is_dark_and_the_load_switch_open(string kind)
    {
        var rig = Build(kind);
        rig.Mains.Return();
        rig.Mains.Fail();
        Assert.False(rig.Mains.IsOn);
        Assert.All(rig.Glass.WaitUntilSettled().Lines, line => Assert.True(string.IsNullOrWhiteSpace(line)));
        Assert.Equal(LoadSwitchPosition.Open, rig.Load.Switch);
        Assert.Empty(rig.Findings);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Switching_to_where_it_is_already_changes_nothing(string kind)
    {
        var rig = Build(kind);
        rig.Mains.Fail();
        rig.Mains.Return();
        rig.Type("12");
        rig.Mains.Return();
        Assert.Contains("12", rig.Glass.WaitUntilSettled().Lines.Select(line => line.Trim()));
        Assert.False(rig.Mains.HasPlannedCut);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void What_the_meter_has_stored_is_there_after_a_mains_failure_and_what_was_typed_is_not(string kind)
    {
        var rig = Build(kind);
        rig.Mains.Return();
        var token = SampleMeter.Station().Credit(SampleMeter.Key, EnergyAmount.FromKwh(2), SampleMeter.Today);
        rig.Type(token.Number + "#");
        rig.Type("77");
        rig.Mains.Fail();
        rig.Mains.Return();
        Assert.Contains("14.5 kWh", rig.Glass.WaitUntilSettled().Lines.Select(line => line.Trim()));
        Assert.Equal([ResultCode.Accept], rig.Answers.Select(answer => answer.Result));
    }

    private IMeterRig Build(string kind)
    {
        _rig = (kind == "none" ? ModelPlan.Alone : Rigs.Load(kind)).Build(seed: 1);
        _rig.Manufacture(SampleMeter.Registers(EnergyAmount.FromKwh(12.5m)));
        return _rig;
    }
}
