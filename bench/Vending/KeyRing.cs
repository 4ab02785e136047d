using HilBench.Tokens;

namespace HilBench.Vending;

/// <summary>
/// Reads the key fields of lines. Lines often share a decoder key, and deriving one takes longer than the rest of the
/// answer, so the last thousand keys are kept. A key is kept when it is seen for the second time: in a file with as
/// many meters as lines, keeping each would only cost memory. Of up to 64 vending keys the key schedule is kept.
/// One ring serves one thread. It holds vending keys and writes none of them anywhere.
/// </summary>
internal sealed class KeyRing
{
    private const int Places = 1024;
    private const int MostVendingKeys = 64;

    /// <summary>More than the nine values take when they are right; longer ones are wrong and are not kept.</summary>
    private const int MostBytes = 128;

    private readonly (byte[] Said, KeyFields Key)?[] _places = new (byte[], KeyFields)?[Places];
    private readonly int[] _seen = new int[Places];
    private readonly Dictionary<string, DecoderKeyDeriver> _derivers = new(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="BadLineException">A field is missing or wrong, or they do not go together.</exception>
    public KeyFields Read(JsonFields line)
    {
        Span<byte> room = stackalloc byte[MostBytes];
        if (line.CopyPlain(KeyFields.NameList, room) is not { } length) return KeyFields.Read(line, DeriverOf);
        ReadOnlySpan<byte> said = room[..length];
        var hash = HashOf(said);
        var at = hash & (Places - 1);
        if (_places[at] is { } kept && said.SequenceEqual(kept.Said)) return kept.Key;

        var key = KeyFields.Read(line, DeriverOf);
        if (_seen[at] == hash) _places[at] = (said.ToArray(), key);
        _seen[at] = hash;
        return key;
    }

    private DecoderKeyDeriver? DeriverOf(string hex, out string? reason)
    {
        if (_derivers.TryGetValue(hex, out var deriver))
        {
            reason = null;
            return deriver;
        }

        if (!VendingKey.TryParse(hex, out var key, out reason)) return null;
        if (_derivers.Count == MostVendingKeys) _derivers.Clear();
        return _derivers[hex] = new DecoderKeyDeriver(key!);
    }

    private static int HashOf(ReadOnlySpan<byte> said)
    {
        var hash = new HashCode();
        hash.AddBytes(said);
        return hash.ToHashCode();
    }
}
