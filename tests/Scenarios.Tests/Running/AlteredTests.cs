using System.Globalization;
using HilBench.Scenarios.Features;
using HilBench.Scenarios.Running;

namespace HilBench.Scenarios.Tests.Running;

/// <summary>
/// Scenarios of features/ in which one line was altered, so that nearly all are red, invalid or a mistake. What each
/// ends with was written down by the engine the bench had before Reqnroll (Altered/verdicts.txt), on the virtual rig
/// with seed 3: the verdict, the line of the step, and the message. One line is newer: mains that return while they
/// are on (mains.feature:49) went unnoticed then.
/// </summary>
public sealed class AlteredTests
{
    private const ulong Seed = 3;

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Altered");

    [Fact]
    public void An_altered_scenario_ends_as_it_did_before_Reqnroll_ran_it_with_the_same_step_and_the_same_words()
    {
        var cases = FeatureReader.Read([Folder], MeterTrial.Sentences);
        var ends = MeterTrial.Run([.. cases], "virtual", jobs: 2, seed: Seed).Select(Line).ToArray();
        Assert.Equal(File.ReadAllLines(Path.Combine(Folder, "verdicts.txt")), ends);
    }

    private static string Line(ScenarioResult result)
    {
        var place = $"{Path.GetFileName(result.Case.Place.File)}:{result.Case.Place.Line}";
        var step = result.Step is { } wrong
            ? string.Create(CultureInfo.InvariantCulture, $" at {wrong.Place.Line}")
            : "";
        return $"{place} {result.Verdict}{step}{(result.Message is { } message ? ": " + message : "")}";
    }
}
