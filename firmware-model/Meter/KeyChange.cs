using HilBench.Tokens;

namespace HilBench.Meter;

/// <summary>
/// The key change (docs/sts.md): sections are taken in any order. Nothing changes until the set is whole; then key,
/// revision, type, tariff index, expiry and, where it was sent, supply group change together. All else is kept.
/// </summary>
internal static class KeyChange
{
    /// <summary>Takes one section; the one that makes the set whole answers for the set.</summary>
    public static TokenOutcome Take(KeyChangeToken token, ulong data44, MeterRegisters registers, MeterProfile profile)
    {
        var algorithm = registers.Key.Decoder.Algorithm;
        var section = (KeyChangeSection)token.Section;
        if (section == KeyChangeSection.Fourth && algorithm == EncryptionAlgorithm.Ea07)
            return new TokenOutcome(ResultCode.FunctionError, registers);
        if (profile.CodeOrder == CodeOrder.FirstCodeFirst && OutOfOrder(section, registers.Pending))
            return new TokenOutcome(ResultCode.FunctionError, registers);

        var pending = registers.Pending.With(section, data44);
        var set = PendingSet.Of(pending, algorithm);
        if (set.FirstMissing is not { } missing) return Apply(set, registers, profile);

        var named = profile.HalfShown == HalfShown.Awaited ? missing : section;
        return new TokenOutcome(TakenCode(section), registers with { Pending = pending }, Named: named);
    }

    private static TokenOutcome Apply(PendingSet set, MeterRegisters registers, MeterProfile profile)
    {
        var old = registers.Key;
        var cleared = registers with { Pending = PendingSections.None };
        if (set.ToKey() is not { } key) return new TokenOutcome(ResultCode.RangeError, cleared);
        if (!KeyTypeRules.Permits(old.Type, key.Type)) return new TokenOutcome(ResultCode.KeyTypeError, cleared);

        // Clearing the TID store under an unchanged key would let every used token count again.
        if (set.RollOver && key.Decoder == old.Decoder) return new TokenOutcome(ResultCode.RangeError, cleared);

        var tids = set.RollOver ? TidStore.Empty(profile.TidStoreSize) : registers.Tids;
        return new TokenOutcome(ResultCode.Accept, cleared with { Key = key, Tids = tids });
    }

    private static bool OutOfOrder(KeyChangeSection section, PendingSections pending) =>
        section != KeyChangeSection.First && pending.First is null;

    private static ResultCode TakenCode(KeyChangeSection section) => section switch
    {
        KeyChangeSection.First => ResultCode.FirstKct,
        KeyChangeSection.Second => ResultCode.SecondKct,
        KeyChangeSection.Third => ResultCode.ThirdKct,
        _ => ResultCode.FourthKct,
    };
}
