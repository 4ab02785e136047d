using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace HilBench.Tokens;

/// <summary>
/// EA07, the Standard Transfer Algorithm (IEC 62055-41 §6.5.4.2 and §7.3.5): 64-bit block, 64-bit key, 16 rounds,
/// bit 0 = least significant. Start key K0 = (NOT K) rotated right 12. Each round: nibble n goes through table 1 or
/// 2 by key bit 4n+3, then bit i moves to position P[i], then the key rotates left by one. Deciphering undoes the
/// rounds from K0 rotated left 15.
/// Not modelled: the operational tables (see <see cref="StaTables"/>), and any defence against side channels.
/// </summary>
public static class Sta
{
    private const int Rounds = 16;
    private const int StartRotation = 12;
    private const ulong LowNibbles = 0x0F0F_0F0F_0F0F_0F0F;
    private const ulong LowChoosers = 0x0808_0808_0808_0808;
    private const ulong HighChoosers = 0x1010_1010_1010_1010;

    public static ulong Encipher(ulong block, ulong key, StaTables tables)
    {
        var round = tables.EncipherRound;
        var roundKey = BitOperations.RotateRight(~key, StartRotation);
        for (var i = 0; i < Rounds; i++)
        {
            block = Round(block, roundKey, round);
            roundKey = BitOperations.RotateLeft(roundKey, 1);
        }

        return block;
    }

    /// <summary>
    /// A round undone is "move back, then substitute back". Seen from the first move onward that is fifteen times
    /// "substitute back, then move back", which the same table form serves, and one last substitution alone.
    /// </summary>
    public static ulong Decipher(ulong block, ulong key, StaTables tables)
    {
        var round = tables.DecipherRound;
        var roundKey = BitOperations.RotateLeft(BitOperations.RotateRight(~key, StartRotation), Rounds - 1);
        block = Round(block, 0, tables.PermuteBack);
        for (var i = 0; i < Rounds - 1; i++)
        {
            block = Round(block, roundKey, round);
            roundKey = BitOperations.RotateRight(roundKey, 1);
        }

        return Round(block, roundKey, tables.DecipherLast);
    }

    /// <summary>
    /// Each byte of <c>low</c> and <c>high</c> becomes one five-bit index: the nibble, and above it the key bit that
    /// chooses its table. The sixteen look-ups do not depend on one another. An index is at most 31 and a position
    /// at most 15, so the unchecked access stays inside the 512 entries every table of a set has.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Round(ulong block, ulong key, ulong[] table)
    {
        ref var t = ref MemoryMarshal.GetArrayDataReference(table);
        var low = (block & LowNibbles) | ((key & LowChoosers) << 1);
        var high = (block >> 4 & LowNibbles) | (key >> 3 & HighChoosers);
        // Joined in pairs: a chain of fifteen would take longer than the look-ups themselves.
        return (((At(ref t, low, 0) | At(ref t, high, 1)) | (At(ref t, low, 2) | At(ref t, high, 3)))
                | ((At(ref t, low, 4) | At(ref t, high, 5)) | (At(ref t, low, 6) | At(ref t, high, 7))))
            | (((At(ref t, low, 8) | At(ref t, high, 9)) | (At(ref t, low, 10) | At(ref t, high, 11)))
                | ((At(ref t, low, 12) | At(ref t, high, 13)) | (At(ref t, low, 14) | At(ref t, high, 15))));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong At(ref ulong table, ulong indices, int nibble) =>
        Unsafe.Add(ref Unsafe.Add(ref table, nibble * 32), (nint)(indices >> (nibble / 2 * 8) & 0xFF));
}
