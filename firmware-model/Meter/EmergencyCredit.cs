namespace HilBench.Meter;

/// <summary>
/// Credit that is lent when there is none, and paid back by the next purchases before anything else. It is lent once:
/// not again before all of it is paid back.
/// </summary>
internal static class EmergencyCredit
{
    /// <summary>The registers with the emergency credit in them, or null when there is none to be had.</summary>
    public static MeterRegisters? Granted(MeterRegisters registers, MeterProfile profile)
    {
        if (profile.Emergency is not { } rule || !registers.Owed.IsEmpty) return null;
        if (!registers.IsCommissioned || registers.TamperLatched) return null;
        var scale = profile.Accounting.Scale;
        if (registers.Credit.UnitsIn(scale) > rule.AtMostUnits) return null;
        var lent = CreditRegister.Of(rule.Units, scale);
        return registers.Credit.Plus(rule.Units, profile.MostUnits, scale) is { } sum
            ? SwitchRules.Settled(registers with { Credit = sum, Owed = lent }, profile)
            : null;
    }

    /// <summary>The credit has just been used up; a profile may lend at once, so that the light stays on.</summary>
    public static MeterState UsedUp(MeterState before, MeterState state, MeterProfile profile)
    {
        if (profile.Emergency is not { IsAutomatic: true }) return state;
        if (before.Registers is not { Credit.IsEmpty: false } || state.Registers is not { Credit.IsEmpty: true } empty)
            return state;
        return Granted(empty, profile) is { } granted ? state with { Registers = granted } : state;
    }

    /// <summary>How much of a purchase, in the finest steps, pays back what is owed.</summary>
    public static Int128 PaidFrom(Int128 purchase, MeterRegisters registers) =>
        Int128.Clamp(registers.Owed.Raw, 0, Int128.Max(purchase, 0));

    /// <summary>All credit is taken: what was lent and not yet used is not owed any more.</summary>
    public static CreditRegister OwedWithout(MeterRegisters registers) => registers.Owed.Less(registers.Credit.Raw);
}
