namespace HilBench.Rig.TokenPort;

/// <summary>What a meter says about a token: the number of the result, and what it adds.</summary>
public readonly record struct PortAnswer(int Number, string Detail);

/// <summary>How a meter introduces itself: maker, offered rate, and the rest of its identification.</summary>
public sealed record PortIdentity(string Maker, char BaudCharacter, string Identification)
{
    /// <summary>Null when the line is no identification of mode C.</summary>
    public static PortIdentity? TryParse(string line) =>
        line.Length >= 5 && line[0] == '/' && line[1..4].All(char.IsAsciiLetter) && char.IsAsciiDigit(line[4])
            ? new PortIdentity(line[1..4], line[4], line[5..])
            : null;
}
