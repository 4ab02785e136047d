namespace HilBench.Tokens.Tests.Contract;

/// <summary>Every block cipher of tokens, with every table set that should be told apart.</summary>
public static class CipherRegistry
{
    public static IReadOnlyList<CipherEntry> All { get; } =
    [
        new("EA07, sample tables", EncryptionAlgorithm.Ea07, 64, StaTables.Sample),
        new("EA07, tables of our own", EncryptionAlgorithm.Ea07, 64, OwnTables.Set),
        new("EA11", EncryptionAlgorithm.Ea11, 128, StaTables.Sample),
    ];

    public static TheoryData<string> Names => [.. All.Select(c => c.Name)];

    public static CipherEntry Named(string name) => All.Single(c => c.Name == name);
}

public sealed record CipherEntry(string Name, EncryptionAlgorithm Algorithm, int KeyBits, StaTables Tables)
{
    private UInt128 KeyMask => KeyBits == 128 ? UInt128.MaxValue : (UInt128.One << KeyBits) - 1;

    public DecoderKey Key(UInt128 bits) => new(Algorithm, bits & KeyMask);

    public ulong Encipher(ulong block, DecoderKey key) => TokenCipher.Encipher(block, key, Tables);

    public ulong Decipher(ulong block, DecoderKey key) => TokenCipher.Decipher(block, key, Tables);
}

/// <summary>
/// A table set made for these tests. Unlike in the sample set, its two substitutions are not each other's inverse, so a
/// cipher that confuses them, or uses one inverted, fails.
/// </summary>
public static class OwnTables
{
    public static readonly int[] Sub1 = [3, 14, 1, 10, 4, 9, 5, 6, 8, 11, 15, 2, 13, 12, 0, 7];
    public static readonly int[] Sub2 = [9, 0, 13, 5, 7, 2, 12, 11, 14, 6, 1, 15, 3, 8, 10, 4];
    public static readonly int[] Perm = [.. Enumerable.Range(0, 64).Select(i => ((i * 37) + 11) % 64)];

    public static StaTables Set { get; } = StaTables.Create(Sub1, Sub2, Perm);
}
