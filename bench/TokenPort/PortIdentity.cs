namespace HilBench.TokenPort;

/// <summary>How a meter introduces itself: maker, offered rate, and the rest of its identification.</summary>
public sealed record PortIdentity(string Maker, char BaudCharacter, string Identification)
{
    private const int ShortestLine = 5;

    /// <summary>True for a meter of this bench, whose error numbers are known.</summary>
    public bool IsOurs => Maker.Equals("HIL", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// The first identification of mode C in what was heard; there may be noise before it. Null when there is none.
    /// </summary>
    public static PortIdentity? FindIn(string heard)
    {
        for (var at = heard.IndexOf('/'); at >= 0; at = heard.IndexOf('/', at + 1))
        {
            if (TryParse(heard[at..].TrimEnd()) is { } identity) return identity;
        }

        return null;
    }

    /// <summary>Null when the line is no identification of mode C.</summary>
    public static PortIdentity? TryParse(string line) =>
        line.Length >= ShortestLine && line[0] == '/' && line[1..4].All(char.IsAsciiLetterOrDigit)
        && char.IsAsciiDigit(line[4])
            ? new PortIdentity(line[1..4], line[4], line[5..])
            : null;
}
