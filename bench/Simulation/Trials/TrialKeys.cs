using HilBench.Meter;
using HilBench.Tokens;

namespace HilBench.Simulation.Trials;

/// <summary>Made-up keys, since any 64 bits are one: revision by revision, and the neighbour's.</summary>
internal static class TrialKeys
{
    public static IReadOnlyList<MeterKey> Own { get; } =
        [Of(0x1F2E3D4C5B6A7988, 1), Of(0x8877665544332211, 2), Of(0x0123456789ABCDEF, 3)];

    public static MeterKey Neighbour { get; } = Of(0xA5C3E1F00F1E3C5A, 1);

    private static readonly TokenNumber[][] Sets = [.. Own.Skip(1).Select((to, from) => Codes(Own[from], to))];

    /// <summary>The codes from a key to the one after it; index 0 is code 1.</summary>
    public static TokenNumber[] CodesFrom(int key) => Sets[key];

    private static TokenNumber[] Codes(MeterKey from, MeterKey to)
    {
        var first = new FirstSection(
            to.Expiry.HighNibble, to.Revision.Value, RollOver: true, ThreeTokens: false, to.Type, to.Decoder.Word(0));
        var second = new SecondSection(to.Expiry.LowNibble, to.TariffIndex.Value, to.Decoder.Word(1));
        return [Write(first, from), Write(second, from)];
    }

    public static TokenNumber Write(Token token, MeterKey key) =>
        TokenWriter.Write(token, key.Decoder, StaTables.Sample);

    /// <summary>True when these digits mean something under the key, be it by chance (one in 65,536).</summary>
    public static bool Deciphers(TokenNumber number, MeterKey key) =>
        TokenReader.TryRead(number, key.Decoder, StaTables.Sample, out ClearToken _) == ReadResult.Ok;

    /// <summary>A set of two does not carry the supply group, so only the first key has one.</summary>
    private static MeterKey Of(ulong bits, int revision) => new(
        DecoderKey.Ea07(bits), new KeyRevision(revision), KeyType.Dutk, new TariffIndex(1),
        new SupplyGroupCode(revision == 1 ? 123456 : 0), KeyExpiry.Never);
}
