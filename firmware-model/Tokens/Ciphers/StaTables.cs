namespace HilBench.Tokens;

/// <summary>
/// A table set of the Standard Transfer Algorithm: two substitutions of a nibble and a permutation of 64 bits. The
/// set shipped is the *sample* one printed in IEC 62055-41; operational sets are licensed by the STS Association,
/// and a laboratory brings its own in a file.
/// Built once per set: what each nibble, under each table, contributes to a whole round (16 nibbles × 2 tables × 16
/// values × 8 bytes = 4 KB), so a round is sixteen look-ups joined by OR.
/// </summary>
public sealed class StaTables
{
    private const int NibbleCount = 16;
    private const int BitCount = 64;

    private StaTables(byte[] sub1, byte[] sub2, byte[] perm)
    {
        (Substitution1, Substitution2, Permutation) = (sub1, sub2, perm);
        var inverse1 = Inverse(sub1);
        var inverse2 = Inverse(sub2);
        var inversePerm = Inverse(perm);
        byte[] straight = [.. Enumerable.Range(0, BitCount).Select(i => (byte)i)];

        EncipherRound = Contributions(sub1, sub2, perm);
        DecipherRound = Contributions(inverse1, inverse2, inversePerm);
        DecipherLast = Contributions(inverse1, inverse2, straight);
        PermuteBack = Contributions(straight, straight, inversePerm);
    }

    /// <summary>
    /// The set printed in the standard. Its two substitutions are each other's inverse, which hides a mix-up.
    /// </summary>
    public static StaTables Sample { get; } = Create(
        [12, 10, 8, 4, 3, 15, 0, 2, 14, 1, 5, 13, 6, 9, 7, 11],
        [6, 9, 7, 4, 3, 10, 12, 14, 2, 13, 1, 15, 0, 11, 8, 5],
        [
            29, 27, 34, 9, 16, 62, 55, 2, 40, 49, 38, 25, 33, 61, 30, 23,
            1, 41, 21, 57, 42, 15, 5, 58, 19, 53, 22, 17, 48, 28, 24, 39,
            3, 60, 36, 14, 11, 52, 54, 12, 31, 51, 10, 26, 0, 45, 37, 43,
            44, 6, 59, 4, 7, 35, 56, 50, 13, 18, 32, 47, 46, 63, 20, 8,
        ]);

    public IReadOnlyList<byte> Substitution1 { get; }

    public IReadOnlyList<byte> Substitution2 { get; }

    /// <summary>Bit i moves to this position.</summary>
    public IReadOnlyList<byte> Permutation { get; }

    internal ulong[] EncipherRound { get; }

    internal ulong[] DecipherRound { get; }

    internal ulong[] DecipherLast { get; }

    internal ulong[] PermuteBack { get; }

    /// <exception cref="ArgumentException">A table is no permutation; the message says which and why.</exception>
    public static StaTables Create(IReadOnlyList<int> sub1, IReadOnlyList<int> sub2, IReadOnlyList<int> perm) =>
        TryCreate(sub1, sub2, perm, out var tables, out var reason) ? tables! : throw new ArgumentException(reason);

    public static bool TryCreate(
        IReadOnlyList<int> sub1,
        IReadOnlyList<int> sub2,
        IReadOnlyList<int> perm,
        out StaTables? tables,
        out string? reason)
    {
        tables = null;
        reason = WhyNot("sub1", sub1, NibbleCount)
            ?? WhyNot("sub2", sub2, NibbleCount)
            ?? WhyNot("perm", perm, BitCount);
        if (reason is not null)
            return false;

        tables = new StaTables(Bytes(sub1), Bytes(sub2), Bytes(perm));
        return true;
    }

    private static string? WhyNot(string name, IReadOnlyList<int> table, int size)
    {
        if (table.Count != size)
            return $"{name} has {table.Count} numbers, it needs {size}";
        var seen = new bool[size];
        for (var i = 0; i < size; i++)
        {
            if (table[i] < 0 || table[i] >= size)
                return $"{name}[{i}] is {table[i]}, it must be 0 to {size - 1}";
            if (seen[table[i]])
                return $"{name}[{i}] repeats {table[i]}, each number must occur once";
            seen[table[i]] = true;
        }

        return null;
    }

    private static byte[] Bytes(IReadOnlyList<int> table) => [.. table.Select(value => (byte)value)];

    private static byte[] Inverse(byte[] table)
    {
        var inverse = new byte[table.Length];
        for (var i = 0; i < table.Length; i++)
            inverse[table[i]] = (byte)i;
        return inverse;
    }

    /// <summary>
    /// Index: nibble position · 32 + table (0 or 1) · 16 + nibble value; value: its bits after the move.
    /// </summary>
    private static ulong[] Contributions(byte[] sub1, byte[] sub2, byte[] perm)
    {
        var result = new ulong[NibbleCount * 32];
        for (var i = 0; i < result.Length; i++)
        {
            var substituted = ((i & 16) == 0 ? sub1 : sub2)[i & 15];
            for (var bit = 0; bit < 4; bit++)
            {
                if ((substituted >> bit & 1) != 0)
                    result[i] |= 1UL << perm[(i / 32 * 4) + bit];
            }
        }

        return result;
    }
}
