namespace HilBench.Scenarios.World;

/// <summary>Text on a glass is compared in whole, space-separated words: "1" is not in "12".</summary>
public static class WholeWords
{
    public static bool Contains(string line, string text)
    {
        var have = Split(line);
        var want = Split(text);
        if (want.Length == 0) return have.Length == 0;
        for (var at = 0; at + want.Length <= have.Length; at++)
        {
            if (have.AsSpan(at, want.Length).SequenceEqual(want)) return true;
        }

        return false;
    }

    private static string[] Split(string text) =>
        text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
