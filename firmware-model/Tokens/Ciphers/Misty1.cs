using System.Runtime.CompilerServices;

namespace HilBench.Tokens;

/// <summary>
/// EA11: MISTY1 (RFC 2994; IEC 62055-41 §6.5.4.3): 64-bit block, 128-bit key, 8 rounds, big-endian. One block, no
/// mode of operation. Not modelled: any defence against side channels.
/// </summary>
public static partial class Misty1
{
    private const int Rounds = 8;
    private const int KeyWords = 8;

    public static ulong Encipher(ulong block, UInt128 key)
    {
        Span<ushort> schedule = stackalloc ushort[KeyWords * 2];
        Expand(key, schedule);
        var (left, right) = ((uint)(block >> 32), (uint)(block & uint.MaxValue));
        for (var round = 0; round < Rounds; round += 2)
        {
            left = Fl(left, round, schedule);
            right = Fl(right, round + 1, schedule);
            right ^= Fo(left, round, schedule);
            left ^= Fo(right, round + 1, schedule);
        }

        left = Fl(left, Rounds, schedule);
        right = Fl(right, Rounds + 1, schedule);
        return ((ulong)right << 32) | left;
    }

    public static ulong Decipher(ulong block, UInt128 key)
    {
        Span<ushort> schedule = stackalloc ushort[KeyWords * 2];
        Expand(key, schedule);
        var (right, left) = ((uint)(block >> 32), (uint)(block & uint.MaxValue));
        left = FlBack(left, Rounds, schedule);
        right = FlBack(right, Rounds + 1, schedule);
        for (var round = Rounds - 2; round >= 0; round -= 2)
        {
            left ^= Fo(right, round + 1, schedule);
            right ^= Fo(left, round, schedule);
            left = FlBack(left, round, schedule);
            right = FlBack(right, round + 1, schedule);
        }

        return ((ulong)left << 32) | right;
    }

    /// <summary>Words 0–7 are the key K; words 8–15 are K' with K'[i] = FI(K[i], K[i+1]).</summary>
    private static void Expand(UInt128 key, Span<ushort> schedule)
    {
        for (var i = 0; i < KeyWords; i++)
            schedule[i] = (ushort)((key >> (112 - (16 * i))) & 0xFFFF);
        for (var i = 0; i < KeyWords; i++)
            schedule[i + KeyWords] = Fi(schedule[i], schedule[(i + 1) % KeyWords]);
    }

    /// <summary>RFC 2994 §2.2: sixteen bits as nine and seven, three table look-ups, the key between.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ushort Fi(int input, int key)
    {
        var nine = input >> 7;
        var seven = input & 0x7F;
        nine = S9[nine] ^ seven;
        seven = S7[seven] ^ (nine & 0x7F);
        seven ^= key >> 9;
        nine ^= key & 0x1FF;
        nine = S9[nine] ^ seven;
        return (ushort)((seven << 9) | nine);
    }

    /// <summary>RFC 2994 §2.2: three FI on the halves of 32 bits.</summary>
    private static uint Fo(uint input, int k, ReadOnlySpan<ushort> key)
    {
        var a = (int)(input >> 16);
        var b = (int)(input & 0xFFFF);
        a = Fi(a ^ key[k], Second(key, k + 5)) ^ b;
        b = Fi(b ^ key[(k + 2) % KeyWords], Second(key, k + 1)) ^ a;
        a = Fi(a ^ key[(k + 7) % KeyWords], Second(key, k + 3)) ^ b;
        b ^= key[(k + 4) % KeyWords];
        return ((uint)b << 16) | (uint)a;
    }

    private static uint Fl(uint input, int k, ReadOnlySpan<ushort> key)
    {
        var (and, or) = FlKeys(k, key);
        var a = (int)(input >> 16);
        var b = (int)(input & 0xFFFF);
        b ^= a & and;
        a ^= b | or;
        return ((uint)a << 16) | (uint)b;
    }

    private static uint FlBack(uint input, int k, ReadOnlySpan<ushort> key)
    {
        var (and, or) = FlKeys(k, key);
        var a = (int)(input >> 16);
        var b = (int)(input & 0xFFFF);
        a ^= b | or;
        b ^= a & and;
        return ((uint)a << 16) | (uint)b;
    }

    private static (int And, int Or) FlKeys(int k, ReadOnlySpan<ushort> key) => k % 2 == 0
        ? (key[k / 2 % KeyWords], Second(key, (k / 2) + 6))
        : (Second(key, (k / 2) + 2), key[((k / 2) + 4) % KeyWords]);

    private static int Second(ReadOnlySpan<ushort> key, int index) => key[(index % KeyWords) + KeyWords];
}
