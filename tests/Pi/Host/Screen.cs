namespace HilBench.Pi;

/// <summary>
/// Standard output, shared by the machines of a run; lines that belong together are printed together.
/// </summary>
internal static class Screen
{
    private static readonly Lock Lock = new();
    private static bool _isShut;

    public static void Write(params IReadOnlyList<string> lines)
    {
        var block = string.Concat(lines.Select(line => line.TrimEnd() + Environment.NewLine));
        lock (Lock)
        {
            if (!_isShut) Console.Out.Write(block);
        }
    }

    /// <summary>A run that is being stopped prints nothing more, because its machines end at any point.</summary>
    public static void Shut()
    {
        lock (Lock) _isShut = true;
    }
}
