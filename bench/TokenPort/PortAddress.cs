namespace HilBench.TokenPort;

/// <summary>
/// The address of a register as different makers write it: with or without the medium (<c>0-0:C.1.0</c>,
/// <c>C.1.0</c>), with the group for earlier billing periods (<c>1.8.0*255</c>, <c>0.0.1.8.0.255</c>), without a last
/// zero (<c>1.8</c>), in small letters.
/// </summary>
public static class PortAddress
{
    private const string AnyPeriod = "255";
    private const int OfObis = 6;
    private const int Kept = 3;

    /// <summary>True when both mean the same register.</summary>
    public static bool AreSame(string asked, string answered)
    {
        if (string.Equals(asked, answered, StringComparison.OrdinalIgnoreCase)) return true;
        var (one, other) = (Groups(asked), Groups(answered));
        return one.SequenceEqual(other, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The groups that name the register, C, D and E of an OBIS code, without a last zero.</summary>
    private static string[] Groups(string address)
    {
        var text = address.Trim();
        var earlier = text.IndexOfAny(['*', '&']);
        if (earlier >= 0) text = text[..earlier];
        text = text[(text.LastIndexOf(':') + 1)..];
        var groups = text.Split('.', '-');
        if (groups.Length == OfObis || groups[^1] == AnyPeriod) groups = groups[..^1];
        if (groups.Length > Kept) groups = groups[^Kept..];
        return groups.Length == Kept && groups[^1] == "0" ? groups[..^1] : groups;
    }
}
