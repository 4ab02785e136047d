namespace HilBench.Meter;

/// <summary>When the registers are saved, and what of them (docs/decisions/0017).</summary>
internal static class SaveRules
{
    /// <summary>
    /// True when something changed that a power cut must not take back; used-up credit counts in steps.
    /// </summary>
    public static bool NeedsSaving(MeterRegisters registers, MeterRegisters saved, MeterProfile profile)
    {
        if (ReferenceEquals(registers, saved)) return false;
        var step = registers.Cuts.StepOf(profile.SaveStep);
        if (registers.Credit.StepsLeft(step) != saved.Credit.StepsLeft(step)) return true;
        var metered = Kept(registers, profile) with
        {
            Credit = saved.Credit,
            DeliveredMillijoules = saved.DeliveredMillijoules,
        };
        return metered != Kept(saved, profile);
    }

    /// <summary>
    /// The registers as stored. Where the record runs ahead, a step is charged before it is used, so that a cut gives
    /// nothing away; it takes a step at most.
    /// </summary>
    public static MeterRegisters Image(MeterRegisters registers, MeterProfile profile)
    {
        var kept = Kept(registers, profile);
        if (!registers.Cuts.RunsAhead) return kept;
        var step = registers.Cuts.StepOf(profile.SaveStep);
        var ahead = registers.Credit.NextLower(step);
        var charged = (registers.Credit.Raw - ahead.Raw) / profile.Accounting.Scale.RawPerMillijoule;
        return kept with
        {
            Credit = ahead,
            DeliveredMillijoules = kept.DeliveredMillijoules + charged,
            LoadSwitch = ahead.IsEmpty ? LoadSwitchPosition.Open : kept.LoadSwitch,
        };
    }

    /// <summary>Power flows for the first time since the meter started: the record says so.</summary>
    public static MeterState Opened(MeterState state) =>
        state is { IsMetering: true, Registers: { Cuts.IsOpen: false } registers }
            ? state with { Registers = registers with { Cuts = registers.Cuts.Opened() } }
            : state;

    /// <summary>No mains, no load: what was used is known exactly, and is saved while there is time.</summary>
    public static MeterState Failing(MeterState state) => state with
    {
        IsFailing = true,
        Load = default,
        Unbalance = default,
        Registers = state.Registers! with { Cuts = state.Registers.Cuts.Closed() },
    };

    /// <summary>Without pending sections where the profile forgets them at a power cut.</summary>
    private static MeterRegisters Kept(MeterRegisters registers, MeterProfile profile) =>
        profile.PendingAtPowerCut == PendingHalf.Kept ? registers : registers with { Pending = PendingSections.None };
}
