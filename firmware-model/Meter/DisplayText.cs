namespace HilBench.Meter;

/// <summary>
/// What the meter wants a person to read: a fixed number of lines, each exactly as wide as the display.
/// </summary>
public sealed class DisplayText : IEquatable<DisplayText>
{
    private readonly string[] _lines;

    private DisplayText(string[] lines) => _lines = lines;

    public IReadOnlyList<string> Lines => _lines;

    /// <summary>Lays <paramref name="lines"/> out on a display: pads with blanks, cuts what does not fit.</summary>
    public static DisplayText Layout(DisplaySize size, params ReadOnlySpan<string> lines)
    {
        var laidOut = new string[size.Lines];
        for (var i = 0; i < size.Lines; i++)
        {
            var text = i < lines.Length ? lines[i] : "";
            laidOut[i] = text.PadRight(size.Columns)[..size.Columns];
        }

        return new DisplayText(laidOut);
    }

    public static DisplayText Blank(DisplaySize size) => Layout(size);

    public bool Equals(DisplayText? other) => other is not null && _lines.AsSpan().SequenceEqual(other._lines);

    public override bool Equals(object? obj) => Equals(obj as DisplayText);

    public override int GetHashCode() => _lines.Aggregate(0, HashCode.Combine);

    public override string ToString() => string.Join('|', _lines);
}

/// <summary>Characters per line and number of lines.</summary>
public readonly record struct DisplaySize(int Columns, int Lines);
