namespace HilBench.TestKit.Reference;

/// <summary>
/// EA07 written from docs/sts.md, one bit at a time and with nothing precomputed. It shares no code with the
/// product: the fast cipher is compared with it on table sets of which no published token exists.
/// </summary>
public static class BitByBitSta
{
    private const int Rounds = 16;

    public static ulong Encipher(ulong block, ulong key, int[] table1, int[] table2, int[] perm)
    {
        var roundKey = Rotate(~key, -12);
        for (var round = 0; round < Rounds; round++)
        {
            block = Substitute(block, roundKey, table1, table2);
            block = Permute(block, perm);
            roundKey = Rotate(roundKey, 1);
        }

        return block;
    }

    public static ulong Decipher(ulong block, ulong key, int[] table1, int[] table2, int[] perm)
    {
        var roundKey = Rotate(Rotate(~key, -12), 15);
        for (var round = 0; round < Rounds; round++)
        {
            block = Permute(block, Inverse(perm));
            block = Substitute(block, roundKey, Inverse(table1), Inverse(table2));
            roundKey = Rotate(roundKey, -1);
        }

        return block;
    }

    private static ulong Substitute(ulong block, ulong key, int[] table1, int[] table2)
    {
        var result = 0UL;
        for (var nibble = 0; nibble < 16; nibble++)
        {
            var value = (int)(block >> (4 * nibble) & 15);
            var table = (key >> ((4 * nibble) + 3) & 1) == 0 ? table1 : table2;
            result |= (ulong)table[value] << (4 * nibble);
        }

        return result;
    }

    private static ulong Permute(ulong block, int[] perm)
    {
        var result = 0UL;
        for (var bit = 0; bit < 64; bit++)
            result |= (block >> bit & 1) << perm[bit];
        return result;
    }

    private static int[] Inverse(int[] table) => [.. table.Select((_, value) => Array.IndexOf(table, value))];

    private static ulong Rotate(ulong value, int left)
    {
        left = (left + 64) % 64;
        return left == 0 ? value : (value << left) | (value >> (64 - left));
    }
}
