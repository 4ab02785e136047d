using System.Globalization;
using System.IO.Enumeration;
using Gherkin;
using Gherkin.Ast;
using HilBench.Input;
using HilBench.Scenarios.Sentences;

namespace HilBench.Scenarios.Features;

/// <summary>From paths to scenarios, by the official Gherkin parser.</summary>
public static class FeatureReader
{
    private const string Ending = ".feature";

    private static readonly string[] TextEndings = [".txt", ".text", ".md"];

    /// <summary>
    /// Reads files, folders (with all below, in ordinal order) and <c>file.feature:LINE</c>, which selects the scenario
    /// or example row at that line. A scenario that is selected twice, by whatever names, comes once.
    /// </summary>
    /// <param name="paths">As the user wrote them.</param>
    /// <param name="sentences">What the bench knows: a line that says one of them was meant as a step.</param>
    /// <param name="jobs">How many files are read at once.</param>
    /// <exception cref="FeatureMistakesException">
    /// Something is missing or broken; all mistakes of all files.
    /// </exception>
    public static IReadOnlyList<ScenarioCase> Read(IReadOnlyList<string> paths, ISentences sentences, int jobs = 1)
    {
        var parts = Parts(paths, SentenceBook.Of(sentences), jobs);
        string[] mistakes = [.. parts.SelectMany(part => part.Mistakes)];
        if (mistakes.Length > 0) throw new FeatureMistakesException(mistakes);
        var picked = new HashSet<(string File, int Line)>();
        return
        [
            .. parts.SelectMany(part => part.Cases.Where(one => picked.Add((part.FullPath, one.Place.Line)))),
        ];
    }

    /// <summary>
    /// The files that paths name, each read as far as it can be, with its own mistakes; a part of its own tells what is
    /// wrong with a path.
    /// </summary>
    internal static IReadOnlyList<FeaturePart> Parts(IReadOnlyList<string> paths, SentenceBook book, int jobs)
    {
        var seen = new HashSet<(string File, int? Line)>();
        var parts = new List<FeaturePart>();
        foreach (var path in paths)
        {
            var wrong = new FeaturePart(path, null) { IsReadable = false };
            FeaturePart[] files =
            [
                .. Select(path, wrong.Mistakes).Select(one => new FeaturePart(one.File, one.Line))
                    .Where(one => seen.Add((one.FullPath, one.Line))),
            ];
            parts.AddRange([wrong, .. files]);
            SideBySide.Run(jobs, files, one => one.Cases = Pick(ReadFile(one, book), one));
        }

        return parts;
    }

    /// <summary>The scenarios of one feature text.</summary>
    /// <exception cref="FeatureMistakesException">The text is broken; all its mistakes.</exception>
    public static IReadOnlyList<ScenarioCase> Parse(TextReader text, string file, ISentences sentences) =>
        Parse(text.ReadToEnd(), file, SentenceBook.Of(sentences));

    private static IReadOnlyList<ScenarioCase> Parse(string text, string file, SentenceBook book)
    {
        try
        {
            if (new Parser().Parse(new StringReader(text)).Feature is not { } feature) return [];
            var dialect = new GherkinDialectProvider().GetDialect(feature.Language, feature.Location);
            DemandAllIsRead(feature, FeatureLines.Of(text), file, new Reading(dialect, book));
            return [.. new CaseBuilder(file, dialect, book).Build(feature).Select(one => one with { Source = text })];
        }
        catch (ParserException error)
        {
            throw new FeatureMistakesException(new ParserErrors(text, file, book).Of(error));
        }
    }

    /// <summary>What Gherkin takes for prose or drops would never run.</summary>
    private static void DemandAllIsRead(Feature feature, string[] lines, string file, Reading reading)
    {
        (int Line, string What)[] lost =
        [
            .. SwallowedLines.In(feature, lines, reading), .. new TitleSentences(reading).In(feature),
            .. DroppedText.In(feature, lines),
        ];
        if (lost.Length == 0) return;
        throw new FeatureMistakesException(
            [.. lost.OrderBy(mistake => mistake.Line).Select(mistake => $"{file}:{mistake.Line}: {mistake.What}")]);
    }

    private static IEnumerable<(string File, int? Line)> Select(string path, List<string> mistakes)
    {
        if (Directory.Exists(path))
        {
            return FilesBelow(path, mistakes).Select(file => (file, (int?)null));
        }

        if (File.Exists(path)) return [(path, null)];
        var colon = path.LastIndexOf(':');
        if (colon > 0 && File.Exists(path[..colon])
            && int.TryParse(path.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var line))
            return [(path[..colon], line)];
        mistakes.Add(
            $"{path}: there is no such file or folder; a {Ending} file, a folder or file{Ending}:LINE must be given");
        return [];
    }

    /// <summary>No link to a folder is followed: it may lead back up, and features would be read many times.</summary>
    private static FileSystemEnumerable<string> EverythingBelow(string folder) => new(
        folder,
        static (ref FileSystemEntry entry) => entry.ToSpecifiedFullPath(),
        new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = false, AttributesToSkip = 0 })
    {
        ShouldIncludePredicate = static (ref FileSystemEntry entry) => !entry.IsDirectory,
        ShouldRecursePredicate = static (ref FileSystemEntry entry) =>
            (entry.Attributes & FileAttributes.ReparsePoint) == 0,
    };

    private static string[] FilesBelow(string folder, List<string> mistakes)
    {
        try
        {
            // In any case of letters, which a pattern would not find.
            string[] all = [.. EverythingBelow(folder).Order(StringComparer.Ordinal)];
            string[] files = [.. all.Where(file => file.EndsWith(Ending, StringComparison.OrdinalIgnoreCase))];
            string[] misnamed = [.. all.Where(IsMisnamed)];
            mistakes.AddRange(misnamed.Select(Misnamed));
            if (files.Length + misnamed.Length == 0) mistakes.Add($"{folder}: the folder has no {Ending} file");
            return files;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            mistakes.Add($"{folder}: cannot be read: {unreadable.Message}");
            return [];
        }
    }

    /// <summary>An editor added an ending of its own; what other tools put beside a feature is theirs.</summary>
    private static bool IsMisnamed(string file) => Array.Exists(
        TextEndings, ending => file.EndsWith(Ending + ending, StringComparison.OrdinalIgnoreCase));

    private static string Misnamed(string file)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        return $"{Shown(file)}: not read, because its name does not end in {Ending}; name it {name}, or "
            + $"{Path.GetFileNameWithoutExtension(name)}{Path.GetExtension(file)} if it is none";
    }

    private static IReadOnlyList<ScenarioCase> ReadFile(FeaturePart part, SentenceBook book)
    {
        try
        {
            part.Text = FeatureText.Of(part.File, Shown(part.File));
            return Parse(part.Text, Shown(part.File), book);
        }
        catch (FeatureMistakesException broken)
        {
            part.Mistakes.AddRange(broken.Mistakes);
        }
        catch (SettingsException unreadable)
        {
            part.Mistakes.Add(unreadable.Message);
        }

        part.IsReadable = part.Text is not null;
        return [];
    }

    private static IReadOnlyList<ScenarioCase> Pick(IReadOnlyList<ScenarioCase> cases, FeaturePart part)
    {
        if (part.Line is not { } line) return cases;
        var picked = cases.Where(scenario => scenario.Lines.Contains(line)).ToArray();
        if (picked.Length > 0 || cases.Count == 0) return picked;
        var lines = string.Join(", ", cases.SelectMany(scenario => scenario.Lines).Distinct().Order());
        part.Mistakes.Add(
            $"{Shown(part.File)}:{line}: no scenario begins on this line; lines {lines} begin one");
        return [];
    }

    /// <summary>Relative to where the user stands, when the file lies below.</summary>
    internal static string Shown(string file)
    {
        var relative = Path.GetRelativePath(Directory.GetCurrentDirectory(), file);
        return relative.StartsWith("..", StringComparison.Ordinal) ? file : relative.Replace('\\', '/');
    }
}
