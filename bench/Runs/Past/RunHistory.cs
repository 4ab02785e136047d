using HilBench.History;
using HilBench.Scenarios.Features;
using HilBench.Scenarios.Reports;
using HilBench.Scenarios.Running;

namespace HilBench.Runs;

/// <summary>
/// Tells the history of a run as it goes on. A history that cannot be written is said once, and stops nobody.
/// </summary>
internal sealed class RunHistory(string? path, Func<RunHead> head, IRunListener next, Action<string> tell)
    : IRunListener, IDisposable
{
    /// <summary>Opening it takes as long as a short scenario, so it is done beside the first one.</summary>
    private readonly Task<HistoryFile>? _opening = path is null ? null : Task.Run(() => HistoryFile.Open(path));

    private HistoryFile? _file;
    private RunLog? _log;
    private bool _isLost = path is null;

    public void Started(ScenarioCase scenario) => next.Started(scenario);

    public void Finished(ScenarioResult result)
    {
        Try(log => log.Add(result));
        next.Finished(result);
    }

    /// <summary>The run has come to its end; without this it reads as one that was killed.</summary>
    public void Ended() => Try(log => log.End(DateTime.UtcNow));

    /// <summary>The number of the run; null as long as the history does not have it.</summary>
    public long? Number => _log?.Run;

    /// <summary>What is different from the run before; null when nobody can say.</summary>
    public RunChanges? Changes()
    {
        RunChanges? changes = null;
        Try(log => changes = SinceLastRun.Of(new Past(_file!), log.Run));
        return changes;
    }

    public void Dispose()
    {
        _log?.Dispose();
        if (_file is not null) _file.Dispose();
        else _opening?.ContinueWith(opened => opened.Result.Dispose(), TaskContinuationOptions.OnlyOnRanToCompletion);
    }

    private void Try(Action<RunLog> write)
    {
        if (_isLost) return;
        try
        {
            _file ??= _opening!.GetAwaiter().GetResult();
            _log ??= RunLog.Begin(_file, head());
            write(_log);
        }
        catch (HistoryException wrong)
        {
            _isLost = true;
            tell($"{wrong.Message}; the history lacks this run, or the rest of it");
        }
    }
}
