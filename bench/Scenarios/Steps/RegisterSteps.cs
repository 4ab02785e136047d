using HilBench.Meter;
using HilBench.Scenarios.World;
using HilBench.Tokens;

namespace HilBench.Scenarios.Steps;

/// <summary>What the meter keeps: read from its stored record, without pressing a key.</summary>
[Binding]
public sealed class RegisterSteps(Bench bench, Witness witness)
{
    /// <summary>The stored credit, and the idle glass where it shows one.</summary>
    [Then("the meter holds {decimal} kWh")]
    public void ThenTheMeterHolds(EnergyAmount credit)
    {
        if (bench.Profile.Accounting.IsCurrency)
            throw new FeatureMistakeException($"profile \"{bench.Profile.Name}\" counts money, not kWh");
        ThenItHolds(credit.TenthsOfKwh);
    }

    /// <summary>The same of a meter whose profile counts money, rounded up to a hundredth.</summary>
    [Then("the meter holds {decimal} in currency")]
    public void ThenTheMeterHoldsMoney(MoneyAmount credit)
    {
        if (!bench.Profile.Accounting.IsCurrency)
            throw new FeatureMistakeException($"profile \"{bench.Profile.Name}\" counts energy, not money");
        ThenItHolds(credit.Units);
    }

    private void ThenItHolds(Int128 units)
    {
        var accounting = bench.Profile.Accounting;
        var wanted = accounting.Text(units);
        var shown = bench.Rig.Mains.IsOn ? witness.IdleCredit() : null;
        var stored = accounting.Text(Stored().Credit.UnitsIn(accounting.Scale));
        if (stored != wanted)
            throw new MeterWrongException($"the meter holds {stored}, not {wanted}", [wanted], witness.Now);
        if (shown is not null && shown != wanted)
        {
            throw new MeterWrongException(
                $"the meter holds {wanted}, but its idle glass says {shown}", [wanted], witness.Now);
        }
    }

    [Then("the key revision is {int}")]
    public void ThenTheKeyRevisionIs(KeyRevision revision)
    {
        var stored = Stored().Key.Revision;
        if (stored != revision) throw new MeterWrongException($"the key revision is {stored}, not {revision}");
    }

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
