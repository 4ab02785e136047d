namespace HilBench.Scenarios;

/// <summary>A text as it stands in a message: whole when it is short, its two ends when it is long.</summary>
public static class Excerpt
{
    private const int Most = 160;
    private const int Ending = 40;

    public static string Of(string text) => text.Length <= Most
        ? text
        : $"{text[..(Most - Ending)]} … {text[^Ending..]}";
}
