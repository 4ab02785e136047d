using HilBench.Input;
using HilBench.Scenarios;
using HilBench.Scenarios.Features;
using HilBench.Web.Guarding;
using HilBench.Web.Settings;

namespace HilBench.Web.Hand;

/// <summary>The folder of features, where what was done by hand is saved.</summary>
internal sealed class FeatureFolder(WebSettings settings)
{
    private const string Ending = ".feature";
    private const int LongestTitle = 120;

    private readonly FolderGuard _guard = new(settings.Features);
    private readonly Lock _writing = new();

    /// <summary>Adds a scenario to a file, or begins a file with it. It is checked before it is written.</summary>
    /// <param name="file">Relative to the folder.</param>
    /// <param name="title">Of the scenario.</param>
    /// <param name="steps">What it says.</param>
    /// <param name="check">Reads the whole text as a feature and throws what is wrong with it.</param>
    /// <returns>Where it stands below the folder.</returns>
    /// <exception cref="SettingsException">It was not saved, and why; one line.</exception>
    public Place Save(
        string file, string title, IReadOnlyList<SaidStep> steps, Action<string, string> check)
    {
        title = title.Trim();
        if (title.Length is 0 or > LongestTitle || title.Any(char.IsControl))
            throw new SettingsException($"the title must be one line of 1 to {LongestTitle} characters");
        var path = PathOf(file.Trim());
        lock (_writing)
        {
            try
            {
                return Write(path, file.Trim(), title, steps, check);
            }
            catch (FeatureMistakesException mistakes)
            {
                throw new SettingsException(mistakes.Mistakes[0]);
            }
            catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
            {
                throw new SettingsException($"{file}: cannot be written: {wrong.Message}");
            }
        }
    }

    private string PathOf(string file)
    {
        var isName = file.EndsWith(Ending, StringComparison.Ordinal) && !file.Any(IsOdd)
            && file.Split('/').All(part => part.Length > 0 && part[0] != '.');
        var path = isName ? _guard.Resolve(file) : null;
        return path ?? throw new SettingsException(
            $"\"{Excerpt.Of(file)}\" is no place for a feature; allowed: a name below {settings.Features} that ends in "
            + $"{Ending}, such as by-hand{Ending}");
    }

    /// <summary>What some file system would not take, or take for something else.</summary>
    private static bool IsOdd(char sign) => char.IsControl(sign) || "\\:*?\"<>|".Contains(sign);

    private static Place Write(
        string path, string file, string title, IReadOnlyList<SaidStep> steps, Action<string, string> check)
    {
        var before = File.Exists(path) ? File.ReadAllText(path).TrimEnd() : "";
        var text = before.Length > 0
            ? FeatureText.Appended(before, title, steps)
            : FeatureText.Feature(TitleOf(file), title, steps);
        check(text, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        // Under another name first: a power cut leaves the old file or the new one.
        var part = path + ".part";
        File.WriteAllText(part, text);
        File.Move(part, path, overwrite: true);
        var line = before.Length > 0 ? before.Split('\n').Length + 2 : 3;
        return new Place(file, line);
    }

    /// <summary>by-hand.feature is about "By hand".</summary>
    private static string TitleOf(string file)
    {
        var words = Path.GetFileNameWithoutExtension(file).Replace('-', ' ').Replace('_', ' ').Trim();
        return words.Length == 0 ? "By hand" : char.ToUpperInvariant(words[0]) + words[1..];
    }
}
