using HilBench.Chips;

namespace HilBench.Simulation.Memory;

/// <summary>
/// What a page of a 24C32 holds when its write cycle is interrupted. The data sheet (DS21713) says that the cycle is
/// timed by the chip itself and not what is left of it, so all of this is an assumption [A]: the chip erases the whole
/// page, also the bytes that stay the same, bit by bit to ones, and then programs the zeros, byte after byte or all at
/// once. The last kinds are worse than any chip should be.
/// </summary>
internal static class TornPage
{
    /// <summary>Programmed up to a byte, which is not the last: 1 to 31 of 32.</summary>
    private const int Partly = Eeprom24C.PageSize - 1;

    private static readonly Func<byte, byte, SeededRandom, byte>[] Kinds =
    [
        // Erased, and nothing programmed yet.
        static (_, _, _) => Eeprom24C.Erased,
        // Being erased: some zeros are ones already.
        static (old, _, random) => (byte)(old | Noise(random)),
        static (old, _, random) => random.NextBool() ? old : Eeprom24C.Erased,
        // Being programmed: some zeros are still ones.
        static (_, now, random) => (byte)(now | Noise(random)),
        static (_, now, random) => random.NextBool() ? now : Eeprom24C.Erased,
        // Byte by byte old or new.
        static (old, now, random) => random.NextBool() ? old : now,
        // Byte by byte old, new, erased, or anything.
        static (old, now, random) => random.NextBelow(4) switch
        {
            0 => old,
            1 => now,
            2 => Eeprom24C.Erased,
            _ => Noise(random),
        },
        static (_, _, random) => Noise(random),
    ];

    /// <summary>In how many ways a page can be left: after each byte but the last, and torn.</summary>
    public static int Ways => Partly + Kinds.Length;

    /// <summary>The page after it was torn in this way.</summary>
    /// <param name="way">0 to 30: programmed up to that byte, the rest old. Above: torn.</param>
    /// <param name="seed">Which bytes and bits are hit.</param>
    /// <param name="before">What the page held.</param>
    /// <param name="after">What was to be written.</param>
    public static byte[] Of(int way, ulong seed, byte[] before, byte[] after)
    {
        if (way < Partly) return [.. after.AsSpan(0, way + 1), .. before.AsSpan(way + 1)];
        var random = SeededRandom.For(seed, "torn page");
        return [.. before.Zip(after, (old, now) => Kinds[way - Partly](old, now, random))];
    }

    private static byte Noise(SeededRandom random) => (byte)random.NextBelow(byte.MaxValue + 1);
}
