using HilBench.Tokens;

namespace HilBench.Rig.Outside;

/// <summary>A key as the settings of a rig file write it.</summary>
public static class RigFileKey
{
    /// <summary>What to write for a meter that has this key, where it differs from what the file says.</summary>
    public static string Lines(KeyParameters has, KeyParameters said)
    {
        var lines = new List<string>();
        if (has.Sgc != said.Sgc) lines.Add($"\"supplyGroup\": \"{has.Sgc}\"");
        if (has.Ti != said.Ti) lines.Add($"\"tariffIndex\": \"{has.Ti}\"");
        if (has.Krn != said.Krn) lines.Add($"\"keyRevision\": {has.Krn}");
        if (has.KeyType != said.KeyType) lines.Add($"\"keyType\": {(int)has.KeyType}");
        if (has.BaseDate != said.BaseDate) lines.Add($"\"baseDate\": {(int)has.BaseDate}");
        return string.Join(", ", lines);
    }
}
