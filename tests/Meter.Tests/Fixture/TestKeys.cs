using HilBench.Tokens;

namespace HilBench.Meter.Tests.Fixture;

/// <summary>Made-up keys: any 64 or 128 bits are a valid decoder key.</summary>
internal static class TestKeys
{
    public static MeterKey Old { get; } = Ea07(0x1122334455667788, 1, group: 123456);

    /// <summary>
    /// The target of most key changes. A set of two does not carry the supply group, so it reads 000000.
    /// </summary>
    public static MeterKey New { get; } = Ea07(0x99AABBCCDDEEFF01, 2, group: 0);

    public static MeterKey Third { get; } = Ea07(0x0F1E2D3C4B5A6978, 3, group: 0);

    public static MeterKey OldLong { get; } = Ea11(0x8899AABBCCDDEEFF, 1);

    public static MeterKey NewLong { get; } = Ea11(0xFEDCBA9876543210, 2);

    public static MeterKey Ea07(ulong bits, int revision, int group = 123456, KeyType type = KeyType.Dutk) =>
        Of(DecoderKey.Ea07(bits), revision, group, type);

    private static MeterKey Ea11(UInt128 bits, int revision) =>
        Of(DecoderKey.Ea11(bits ^ ((UInt128)0x5A5A << 100)), revision, 654321, KeyType.Dutk);

    private static MeterKey Of(DecoderKey decoder, int revision, int group, KeyType type) => new(
        decoder, new KeyRevision(revision), type, new TariffIndex(7), new SupplyGroupCode(group), KeyExpiry.Never);
}
