using HilBench.Meter;
using HilBench.Roles;
using HilBench.Scenarios.World;
using HilBench.Tokens;
using Reqnroll;

namespace HilBench.Scenarios.Steps;

/// <summary>What the meter keeps: read from its stored record, without pressing a key.</summary>
[Binding]
public sealed class RegisterSteps(Bench bench, Witness witness)
{
    /// <summary>The stored credit, and the idle glass where it shows one.</summary>
    [Needs(Capability.Readings)]
    [Then("the meter holds {decimal} kWh")]
    public void ThenTheMeterHolds(EnergyAmount credit)
    {
        if (bench.Profile.Accounting.IsCurrency)
            throw new FeatureMistakeException($"profile \"{bench.Profile.Name}\" counts money, not kWh");
        ThenItHolds(credit.TenthsOfKwh);
    }

    /// <summary>The stored credit alone, whatever the display shows.</summary>
    [Needs(Capability.Record)]
    [Then("the memory holds {decimal} kWh")]
    public void ThenTheMeterHasStored(EnergyAmount credit)
    {
        var accounting = bench.Profile.Accounting;
        if (accounting.IsCurrency)
            throw new FeatureMistakeException($"profile \"{bench.Profile.Name}\" counts money, not kWh");
        var (held, wanted) = (Stored().Credit.Shown.TenthsOfKwh, credit.TenthsOfKwh);
        if (held == wanted) return;
        throw new MeterWrongException(
            $"the memory holds {accounting.Text(held)}, not {accounting.Text(wanted)}", seen: witness.Now);
    }

    /// <summary>For what no meter can know exactly: the stored credit, rounded up to 0.1 kWh.</summary>
    [Needs(Capability.Record)]
    [Then("the meter holds between {decimal} and {decimal} kWh")]
    public void ThenTheMeterHoldsBetween(EnergyAmount least, EnergyAmount most)
    {
        var accounting = bench.Profile.Accounting;
        if (accounting.IsCurrency)
            throw new FeatureMistakeException($"profile \"{bench.Profile.Name}\" counts money, not kWh");
        var held = Stored().Credit.Shown.TenthsOfKwh;
        if (held >= least.TenthsOfKwh && held <= most.TenthsOfKwh) return;
        var allowed = $"between {accounting.Text(least.TenthsOfKwh)} and {accounting.Text(most.TenthsOfKwh)}";
        throw new MeterWrongException($"the meter holds {accounting.Text(held)}, not {allowed}", seen: witness.Now);
    }

    /// <summary>The stored credit, rounded up to 0.1 kWh.</summary>
    [Needs(Capability.Record)]
    [Then("the meter holds at least {decimal} kWh")]
    public void ThenTheMeterHoldsAtLeast(EnergyAmount least)
    {
        var accounting = bench.Profile.Accounting;
        if (accounting.IsCurrency)
            throw new FeatureMistakeException($"profile \"{bench.Profile.Name}\" counts money, not kWh");
        var held = Stored().Credit.Shown.TenthsOfKwh;
        if (held >= least.TenthsOfKwh) return;
        throw new MeterWrongException(
            $"the meter holds {accounting.Text(held)}, not at least {accounting.Text(least.TenthsOfKwh)}",
            seen: witness.Now);
    }

    /// <summary>As the scenario last said it: in a Given, or in a Then that was kept.</summary>
    [Needs(Capability.Readings)]
    [Then("the credit is unchanged")]
    public void ThenTheCreditIsUnchanged() => ThenItHolds(bench.CreditSaid);

    /// <summary>The same of a meter whose profile counts money, rounded up to a hundredth.</summary>
    [Needs(Capability.Readings)]
    [Then("the meter holds {decimal} in currency")]
    public void ThenTheMeterHoldsMoney(MoneyAmount credit)
    {
        if (!bench.Profile.Accounting.IsCurrency)
            throw new FeatureMistakeException($"profile \"{bench.Profile.Name}\" counts energy, not money");
        ThenItHolds(credit.Units);
    }

    /// <summary>
    /// A meter behind a port says it there. Else the idle glass says it, and the record agrees: used-up credit is saved
    /// in steps, so the record may be as much as one of them behind when a step is coarser than what the glass shows.
    /// </summary>
    private void ThenItHolds(Int128 units)
    {
        var profile = bench.Profile;
        var wanted = profile.Accounting.Text(units);
        if (bench.Build().TokenPort?.ReadCredit() is { } held)
        {
            if (held != wanted) throw Holds(held, wanted);
            bench.CreditSaid = units;
            return;
        }

        var shown = bench.Build().Mains.IsOn ? witness.IdleCredit() : null;
        var stored = Stored().Credit;
        var storedText = profile.Accounting.Text(stored.UnitsIn(profile.Accounting.Scale));
        if (shown is not null && shown != wanted)
        {
            throw storedText == wanted
                ? new MeterWrongException(
                    $"the meter holds {wanted}, but its idle display says {shown}", [wanted], witness.Now)
                : Holds(shown, wanted);
        }

        if (storedText != wanted && (shown is null || !IsOneStepBehind(stored, units, profile)))
            throw Holds(storedText, wanted);
        bench.CreditSaid = units;
    }

    private MeterWrongException Holds(string held, string wanted) =>
        new($"the meter holds {held}, not {wanted}{bench.Tray.Rounding}", [wanted], witness.Now);

    private static bool IsOneStepBehind(CreditRegister stored, Int128 units, MeterProfile profile)
    {
        if (profile.SaveStep <= profile.Accounting.ShownStep) return false;
        var behind = stored.Raw - CreditRegister.Of(units, profile.Accounting.Scale).Raw;
        return behind > -profile.Accounting.ShownStep && behind <= profile.SaveStep;
    }

    [Needs(Capability.Readings)]
    [Then("the key revision is {int}")]
    public void ThenTheKeyRevisionIs(KeyRevision revision)
    {
        var stored = bench.Build().TokenPort?.ReadKeyRevision() ?? Stored().Key.Revision;
        if (stored != revision) throw new MeterWrongException($"the key revision is {stored}, not {revision}");
    }

    [Needs(Capability.Record, Capability.Load)]
    [Then("the load switch is {word}")]
    public void ThenTheLoadSwitchIs(LoadSwitchPosition position)
    {
        var stored = Stored().LoadSwitch;
        if (stored != position)
        {
            throw new MeterWrongException(
                $"the load switch is {Word(stored)}, not {Word(position)}{bench.Tray.Rounding}");
        }

        var real = bench.Build().Load.Switch;
        if (bench.Build().Mains.IsOn && real != position)
        {
            throw new MeterWrongException(
                $"the meter believes its load switch {Word(position)}, but the load sees it {Word(real)}");
        }
    }

    private MeterRegisters Stored() => bench.Build().Stored?.Registers
        ?? throw new MeterWrongException("the meter has no stored record that can be read", seen: witness.Now);

    private static string Word(LoadSwitchPosition position) => position == LoadSwitchPosition.Open ? "open" : "closed";
}
