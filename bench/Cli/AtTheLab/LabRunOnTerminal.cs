using System.Diagnostics;
using HilBench.Lab.Coordination;
using HilBench.Runs;
using HilBench.Scenarios.Features;
using HilBench.Scenarios.Running;

namespace HilBench.Cli;

/// <summary>A run in a lab as a terminal shows it: a table of its rigs while it goes on, then what it proved.</summary>
internal sealed class LabRunOnTerminal(string again) : IRunAudience, IDisposable
{
    /// <summary>Waiting shorter than this is not worth a line.</summary>
    private static readonly TimeSpan WorthTelling = TimeSpan.FromSeconds(2);

    private readonly Stopwatch _waited = new();
    private LabProgress? _progress;
    private string? _told;

    public void Tell(string line) => Console.Error.WriteLine(line);

    /// <summary>The run has its key. Whoever sees no table needs it, too, to go on with the run if this dies.</summary>
    public void Key(string key)
    {
        _progress?.Key(key);
        if (_progress is { IsShown: true }) return;
        Tell($"run {key} (--resume {key} goes on with it if this process dies)");
    }

    public void Begins(RunReading reading, ulong seed) => _progress = LabProgress.Start();

    public void Started(ScenarioCase scenario)
    {
    }

    public void Finished(ScenarioResult result)
    {
    }

    /// <summary>How the run stands.</summary>
    public void Stands(LabStatus status)
    {
        _progress?.Show(status);
        if (status.Waiting is not { } why || why.StartsWith("number 1 in the queue; ", StringComparison.Ordinal)
            && status.Benches.Any(bench => bench.State == "free"))
        {
            _waited.Reset();
            return;
        }

        _waited.Start();
        if (_progress is { IsShown: true } || _waited.Elapsed < WorthTelling || WithoutTimes(why) == _told) return;
        _told = WithoutTimes(why);
        Tell($"waiting: {why}");
    }

    public void AllRan() => Dispose();

    public void Ended(RunOutcome outcome) =>
        new RunSummary(outcome, scenario => Again(scenario, outcome.Seed)).Print();

    public string Again(ScenarioCase scenario, ulong seed) =>
        $"{Shell.ThisCommand} lab run {ShellWord.Quote(scenario.Place.ToString())} --seed {seed} {again}";

    public void Dispose()
    {
        _progress?.Dispose();
        _progress = null;
    }

    /// <summary>A reason that differs in a number only is the same reason.</summary>
    private static string WithoutTimes(string why) => string.Concat(why.Where(sign => !char.IsAsciiDigit(sign)));
}
