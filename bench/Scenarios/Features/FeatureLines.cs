namespace HilBench.Scenarios.Features;

/// <summary>The lines of a feature file as the parser counts them: a form feed, say, begins no line.</summary>
internal static class FeatureLines
{
    public static string[] Of(string text)
    {
        var lines = new List<string>();
        using var reader = new StringReader(text);
        while (reader.ReadLine() is { } line) lines.Add(line);
        return [.. lines];
    }
}
