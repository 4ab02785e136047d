using HilBench.Tokens;

namespace HilBench.Meter;

/// <summary>
/// The pending sections as the fields they hold: what is still missing, and the key they make together.
/// </summary>
internal sealed class PendingSet
{
    private const int LowSgcBits = 12;

    private readonly EncryptionAlgorithm _algorithm;
    private readonly FirstSection? _first;
    private readonly SecondSection? _second;
    private readonly KeyChangeToken? _third;
    private readonly FourthSection? _fourth;

    private PendingSet(PendingSections pending, EncryptionAlgorithm algorithm)
    {
        _algorithm = algorithm;
        _first = (FirstSection?)Read(3, pending.First);
        _second = (SecondSection?)Read(4, pending.Second);
        _third = Read(8, pending.Third);
        _fourth = (FourthSection?)Read(9, pending.Fourth);
    }

    public bool RollOver => _first is { RollOver: true };

    /// <summary>The lowest section still awaited, or null when the set is whole.</summary>
    public KeyChangeSection? FirstMissing
    {
        get
        {
            var isLong = _algorithm == EncryptionAlgorithm.Ea11;
            if (_first is null) return KeyChangeSection.First;
            if (_second is null) return KeyChangeSection.Second;
            if (_third is null && (isLong || _first.ThreeTokens)) return KeyChangeSection.Third;
            return isLong && _fourth is null ? KeyChangeSection.Fourth : null;
        }
    }

    public static PendingSet Of(PendingSections pending, EncryptionAlgorithm algorithm) => new(pending, algorithm);

    /// <summary>
    /// The key of a whole set, or null when a field holds what no key has (a revision of 0, an index of 200).
    /// </summary>
    public MeterKey? ToKey()
    {
        if (_first?.Krn is not { } krn || _second?.Ti is not { } ti || SupplyGroup() is not { } sgc) return null;
        var expiry = new KeyExpiry((byte)((_first.KenHigh << 4) | _second.KenLow));
        var decoder = (_third, _fourth) is (ThirdSection third, FourthSection fourth)
            ? DecoderKey.FromSections(_first.KeyHigh, third.KeyWord, fourth.KeyWord, _second.KeyLow)
            : DecoderKey.FromSections(_first.KeyHigh, _second.KeyLow);
        return new MeterKey(decoder, krn, _first.KeyType, ti, sgc, expiry);
    }

    /// <summary>A set of two does not carry the supply group: the meter's readable one becomes 000000.</summary>
    private SupplyGroupCode? SupplyGroup() => (_third, _fourth) switch
    {
        (ThirdSection low, FourthSection high) =>
            SupplyGroupCode.TryFrom((high.SgcHigh << LowSgcBits) | low.SgcLow),
        (SupplyGroupSection section, _) when _first is { ThreeTokens: true } => section.Sgc,
        _ => new SupplyGroupCode(0),
    };

    private KeyChangeToken? Read(int subClass, ulong? data44) => data44 is { } data
        ? (KeyChangeToken)Token.From(new ClearToken(TokenClass.Management, subClass, data), _algorithm)
        : null;
}
