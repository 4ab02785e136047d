namespace HilBench.Tokens;

/// <summary>Decimal digits packed into nibbles (BCD), as the blocks of key derivation carry them.</summary>
internal static class PackedDigits
{
    /// <summary>Up to sixteen digits, the last in the lowest nibble.</summary>
    public static ulong Of(ulong number)
    {
        var packed = 0UL;
        for (var shift = 0; number != 0; shift += 4)
        {
            packed |= number % 10 << shift;
            number /= 10;
        }

        return packed;
    }
}
