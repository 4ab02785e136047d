using System.Diagnostics;
using HilBench.Roles;
using Reqnroll;

namespace HilBench.NightSteps;

/// <summary>
/// Scenarios that take as long as a test wants. Each notes in the folder <c>log</c> of a folder that it was begun, by
/// which bench, and that it has ended.
/// </summary>
[Binding]
public sealed class NightSteps(RigPlan plan)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(10);

    private string Bench => plan.Labels.GetValueOrDefault("bench", "?");

    [When("scenario {int} of the night in {string} takes {int} ms")]
    public async Task WhenItTakes(int scenario, string folder, int milliseconds)
    {
        Note(folder, $"begun {scenario} {Bench}");
        await Task.Delay(milliseconds);
        Note(folder, $"ended {scenario} {Bench}");
    }

    /// <summary>Until somebody makes a file of that name in the folder.</summary>
    [When("scenario {int} of the night in {string} waits for {word}")]
    public async Task WhenItWaitsFor(int scenario, string folder, string word)
    {
        Note(folder, $"begun {scenario} {Bench}");
        while (!File.Exists(Path.Combine(folder, word))) await Task.Delay(Look);
        Note(folder, $"ended {scenario} {Bench}");
    }

    /// <summary>A file for each line, named by it: several processes write at once, and some are killed.</summary>
    private static void Note(string folder, string line)
    {
        var log = Directory.CreateDirectory(Path.Combine(folder, "log")).FullName;
        File.WriteAllText(Path.Combine(log, $"{Stopwatch.GetTimestamp():D20} {line}"), "");
    }
}
