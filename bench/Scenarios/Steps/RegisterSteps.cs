using HilBench.Meter;
using HilBench.Rig.Roles;
using HilBench.Scenarios.World;
using HilBench.Tokens;

namespace HilBench.Scenarios.Steps;

/// <summary>What the meter keeps: read from its stored record, without pressing a key.</summary>
[Binding]
public sealed class RegisterSteps(Bench bench, Witness witness)
{
    /// <summary>The stored credit, and the idle glass where it shows one.</summary>
    [Needs(Capability.Record)]
    [Then("the meter holds {decimal} kWh")]
    public void ThenTheMeterHolds(EnergyAmount credit)
    {
        var shown = bench.Rig.Mains.IsOn ? witness.IdleCredit() : null;
        var stored = Stored().Credit.Shown;
        if (stored != credit)
            throw new MeterWrongException($"the meter holds {stored}, not {credit}", [credit.ToString()], witness.Now);
        if (shown is not null && shown != credit.ToString())
        {
            throw new MeterWrongException(
                $"the meter holds {credit}, but its idle glass says {shown}", [credit.ToString()], witness.Now);
        }
    }

    [Needs(Capability.Record)]
    [Then("the key revision is {int}")]
    public void ThenTheKeyRevisionIs(KeyRevision revision)
    {
        var stored = Stored().Key.Revision;
        if (stored != revision) throw new MeterWrongException($"the key revision is {stored}, not {revision}");
    }

    [Needs(Capability.Record, Capability.Load)]
    [Then("the load switch is {word}")]
    public void ThenTheLoadSwitchIs(LoadSwitchPosition position)
    {
        var stored = Stored().LoadSwitch;
        if (stored != position)
            throw new MeterWrongException($"the load switch is {Word(stored)}, not {Word(position)}");

        var real = bench.Rig.Load.Switch;
        if (bench.Rig.Mains.IsOn && real != position)
        {
            throw new MeterWrongException(
                $"the meter believes its load switch {Word(position)}, but the load sees it {Word(real)}");
        }
    }

    private MeterRegisters Stored() => bench.Rig.Stored?.Registers
        ?? throw new MeterWrongException("the meter has no stored record that can be read", seen: witness.Now);

    private static string Word(LoadSwitchPosition position) => position == LoadSwitchPosition.Open ? "open" : "closed";
}
