using Gherkin;

namespace HilBench.Scenarios.Features;

/// <summary>The words a step begins with in one language, the longest first.</summary>
internal sealed class StepKeywords
{
    /// <summary>The languages of Gherkin, by the codes that <c># language:</c> takes.</summary>
    private static readonly string[] Languages =
    [
        "en", "af", "am", "amh", "an", "ar", "ast", "az", "be", "bg", "bm", "bs", "ca", "cs", "cy-GB", "da", "de", "el",
        "em", "eo", "es", "et", "fa", "fi", "fr", "ga", "gj", "gl", "he", "hi", "hr", "ht", "hu", "id", "is", "it",
        "ja", "jv", "ka", "kn", "ko", "lt", "lu", "lv", "mk-Cyrl", "mk-Latn", "ml", "mn", "mr", "ne", "nl", "no", "pa",
        "pl", "pt", "ro", "ru", "sk", "sl", "sr-Cyrl", "sr-Latn", "sv", "ta", "te", "th", "tlh", "tr", "tt", "uk", "ur",
        "uz", "vi", "zh-CN", "zh-TW",
    ];

    private static readonly Lazy<IReadOnlyList<GherkinDialect>> Dialects = new(() =>
    [
        .. Languages.Select(Of).OfType<GherkinDialect>(),
    ]);

    private static readonly Lazy<StepKeywords> Foreign = new(() => new StepKeywords([.. Dialects.Value]));

    public StepKeywords(params IReadOnlyList<GherkinDialect> dialects)
    {
        var all = new Dictionary<string, StepKind?>();
        foreach (var dialect in dialects)
        {
            Add(all, dialect.GivenStepKeywords, StepKind.Given);
            Add(all, dialect.WhenStepKeywords, StepKind.When);
            Add(all, dialect.ThenStepKeywords, StepKind.Then);
            Add(all, dialect.AndStepKeywords, null);
            Add(all, dialect.ButStepKeywords, null);
        }

        Told = string.Join(", ", all.Keys.Select(keyword => keyword.Trim()).Distinct());
        All = [.. all.Select(pair => (pair.Key, pair.Value)).OrderByDescending(one => one.Key.Length)];
    }

    /// <summary>Keywords of every language there is.</summary>
    public static StepKeywords OfAnyLanguage => Foreign.Value;

    /// <summary>Every language there is.</summary>
    public static IReadOnlyList<GherkinDialect> EveryLanguage => Dialects.Value;

    /// <summary>The words of one language; null when Gherkin does not have it.</summary>
    public static GherkinDialect? Of(string language)
    {
        try
        {
            return new GherkinDialectProvider().GetDialect(language, null);
        }
        catch (NoSuchLanguageException)
        {
            return null;
        }
    }

    /// <summary>With the blank behind it where the language has one; no star.</summary>
    public IReadOnlyList<(string Keyword, StepKind? Kind)> All { get; }

    /// <summary>All of them in a sentence, those of Given first.</summary>
    public string Told { get; }

    /// <summary>The word to write for a step of this kind.</summary>
    public string For(StepKind kind) => All.Last(one => one.Kind == kind).Keyword.Trim();

    private static void Add(Dictionary<string, StepKind?> all, string[] keywords, StepKind? kind)
    {
        foreach (var keyword in keywords)
        {
            if (keyword.Any(char.IsLetter)) all.TryAdd(keyword, kind);
        }
    }
}
