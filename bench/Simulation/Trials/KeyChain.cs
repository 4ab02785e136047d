using HilBench.Meter;
using HilBench.Tokens;

namespace HilBench.Simulation.Trials;

/// <summary>
/// Three made-up keys, since any bits are one, and the codes from each to the next. The first change is a rollover: the
/// tokens taken are forgotten. The second keeps them, and its key expires.
/// </summary>
internal sealed class KeyChain
{
    /// <summary>
    /// The key expiry number of the newest key: it takes no token whose minute has a higher upper byte.
    /// </summary>
    public const int LastExpiry = 100;

    private const int SupplyGroup = 123456;

    private readonly TokenNumber[][] _sets;
    private readonly TokenNumber[] _refusedFirst;

    private KeyChain(MeterKey neighbour, params MeterKey[] keys)
    {
        (Neighbour, Keys) = (neighbour, keys);
        _sets = [.. keys.Skip(1).Select((to, from) => Codes(from, to))];
        _refusedFirst = [.. keys.Skip(1).Select((to, from) => Codes(from, to with { Type = KeyType.Dctk })[0])];
    }

    /// <summary>EA07: two codes, which do not carry the supply group, then three, which do.</summary>
    public static KeyChain Ea07 { get; } = new(
        Of(DecoderKey.Ea07(0xA5C3E1F00F1E3C5A), 1),
        Of(DecoderKey.Ea07(0x1F2E3D4C5B6A7988), 1),
        Of(DecoderKey.Ea07(0x8877665544332211), 2) with { SupplyGroup = new SupplyGroupCode(0) },
        Of(DecoderKey.Ea07(0x0123456789ABCDEF), 3) with { Expiry = new KeyExpiry(LastExpiry) });

    /// <summary>EA11: four codes each time.</summary>
    public static KeyChain Ea11 { get; } = new(
        Of(DecoderKey.Ea11(new UInt128(0xA5C3E1F00F1E3C5A, 0x1122334455667788)), 1),
        Of(DecoderKey.Ea11(new UInt128(0x1F2E3D4C5B6A7988, 0x0011223344556677)), 1),
        Of(DecoderKey.Ea11(new UInt128(0x8877665544332211, 0xFEDCBA9876543210)), 2),
        Of(DecoderKey.Ea11(new UInt128(0x0123456789ABCDEF, 0x8796A5B4C3D2E1F0)), 3)
            with { Expiry = new KeyExpiry(LastExpiry) });

    /// <summary>The meter's keys, revision by revision.</summary>
    public IReadOnlyList<MeterKey> Keys { get; }

    public MeterKey Neighbour { get; }

    public static KeyChain Of(EncryptionAlgorithm cipher) => cipher == EncryptionAlgorithm.Ea11 ? Ea11 : Ea07;

    /// <summary>The codes from a key to the one after it; index 0 is code 1. None from the last.</summary>
    public IReadOnlyList<TokenNumber> CodesFrom(int key) => key < _sets.Length ? _sets[key] : [];

    /// <summary>Code 1 of the set that no meter may take.</summary>
    public TokenNumber RefusedFirstFrom(int key) => _refusedFirst[key];

    /// <summary>True when the change from this key makes the meter forget which tokens it has taken.</summary>
    public static bool IsRollover(int from) => from == 0;

    public static TokenNumber Write(Token token, MeterKey key) =>
        TokenWriter.Write(token, key.Decoder, StaTables.Sample);

    /// <summary>True when these digits mean something under the key, be it by chance (one in 65,536).</summary>
    public static bool Deciphers(TokenNumber number, MeterKey key) =>
        TokenReader.TryRead(number, key.Decoder, StaTables.Sample, out ClearToken _) == ReadResult.Ok;

    private TokenNumber[] Codes(int from, MeterKey to)
    {
        var key = to.Decoder;
        var isThree = key.Algorithm == EncryptionAlgorithm.Ea07 && to.SupplyGroup.Value != 0;
        var last = key.Algorithm == EncryptionAlgorithm.Ea11 ? 3 : 1;
        List<Token> set =
        [
            new FirstSection(
                to.Expiry.HighNibble, to.Revision.Value, IsRollover(from), isThree, to.Type, key.Word(0)),
            new SecondSection(to.Expiry.LowNibble, to.TariffIndex.Value, key.Word(last)),
        ];
        if (isThree) set.Add(new SupplyGroupSection(SupplyGroup));
        if (key.Algorithm == EncryptionAlgorithm.Ea11)
        {
            set.Add(new ThirdSection(SupplyGroup & 0xFFF, key.Word(1)));
            set.Add(new FourthSection(SupplyGroup >> 12, key.Word(2)));
        }

        return [.. set.Select(token => Write(token, Keys[from]))];
    }

    private static MeterKey Of(DecoderKey bits, int revision) => new(
        bits, new KeyRevision(revision), KeyType.Dutk, new TariffIndex(1), new SupplyGroupCode(SupplyGroup),
        KeyExpiry.Never);
}
