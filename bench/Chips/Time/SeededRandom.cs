namespace HilBench.Chips;

/// <summary>
/// SplitMix64 (Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators", OOPSLA 2014): the same seed
/// gives the same numbers on every runtime and release, which <see cref="Random"/> does not promise.
/// </summary>
/// <remarks>Not for secrets. <see cref="NextBelow"/> is very slightly uneven, which contacts do not mind.</remarks>
public sealed class SeededRandom(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A generator of its own for one chip, so that one chip's draws never shift another's.</summary>
    public static SeededRandom For(ulong seed, string owner)
    {
        // FNV-1a and SplitMix64 are defined modulo 2^64: the wrap is the algorithm.
        unchecked
        {
            ulong hash = 14695981039346656037UL;
            foreach (char letter in owner) hash = (hash ^ letter) * 1099511628211UL;
            return new SeededRandom(seed ^ hash);
        }
    }

    public ulong Next()
    {
        unchecked
        {
            ulong mixed = _state += 0x9E3779B97F4A7C15UL;
            mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9UL;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL;
            return mixed ^ (mixed >> 31);
        }
    }

    /// <summary>A number from 0 up to and without <paramref name="bound"/>.</summary>
    public long NextBelow(long bound)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bound);
        return (long)Math.BigMul(Next(), (ulong)bound, out _);
    }

    public bool NextBool() => (Next() >> 63) != 0;
}
