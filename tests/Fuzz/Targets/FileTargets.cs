using System.Text;
using HilBench.Input;
using HilBench.RigFiles;
using HilBench.Scenarios.Engine;
using HilBench.Scenarios.Features;
using HilBench.Scenarios.World;

namespace HilBench.Fuzz.Targets;

/// <summary>Feature files are read and bound, but not run.</summary>
internal sealed class FeatureTarget : IFuzzTarget
{
    private readonly StepEngine _sentences = StepEngine.Of(typeof(Bench).Assembly);

    public string Name => "features";

    public IReadOnlyList<string> Seeds { get; } =
    [
        .. Directory.GetFiles(
                Path.Combine(AppContext.BaseDirectory, "features"), "*.feature", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal).Select(File.ReadAllText),
    ];

    public bool Take(string input)
    {
        try
        {
            new StepCheck(_sentences).Check(FeatureReader.Parse(new StringReader(input), "fuzz.feature", _sentences));
            return true;
        }
        catch (FeatureMistakesException refused)
        {
            return refused.Mistakes.Count > 0 ? false : throw new InvalidOperationException("refused without a reason");
        }
    }
}

/// <summary>Profile files: a bad one is refused in one line that begins with the file and the line number.</summary>
internal sealed class ProfileTarget : IFuzzTarget
{
    public string Name => "profiles";

    public IReadOnlyList<string> Seeds { get; } =
    [
        .. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "profiles"), "*.json")
            .Order(StringComparer.Ordinal).Select(File.ReadAllText),
    ];

    public bool Take(string input)
    {
        try
        {
            ProfileFiles.Parse("fuzz", "fuzz.json", Encoding.UTF8.GetBytes(input));
            return true;
        }
        catch (SettingsException refused)
        {
            return refused.Message.StartsWith("fuzz.json:", StringComparison.Ordinal) && !refused.Message.Contains('\n')
                ? false
                : throw new InvalidOperationException($"not one line with its place: {refused.Message}", refused);
        }
    }
}
