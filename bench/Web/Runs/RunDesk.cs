using HilBench.History;
using HilBench.Input;
using HilBench.Roles;
using HilBench.Runs;
using HilBench.Scenarios.Engine;
using HilBench.Scenarios.Features;
using HilBench.Scenarios.Running;
using HilBench.Scenarios.World;
using HilBench.Web.Hand;
using HilBench.Web.Settings;

namespace HilBench.Web.Runs;

/// <summary>
/// Runs features for all pages of the panel: one run at a time, each with a folder for its report. What there is to be
/// seen is a view that never changes; a new one comes at most four times a second.
/// </summary>
internal sealed class RunDesk : IDisposable
{
    private static readonly TimeSpan Frame = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Lock _lock = new();
    private readonly WebSettings _settings;
    private readonly IRigHolder? _holder;
    private readonly ReportShelf _reports;
    private readonly Lazy<StepEngine> _engine;
    private readonly WebOperator _operator;
    private CancellationTokenSource _stop = new();
    private Thread? _running;
    private volatile RunView _view = RunView.Nothing;
    private volatile FeatureTree? _tree;
    private volatile bool _isDisposed;

    public RunDesk(WebSettings settings, ReportShelf reports, IRigHolder? holder = null)
    {
        (_settings, _reports, _holder) = (settings, reports, holder);
        Folder = new FeatureFiles(settings.Features);
        _operator = new WebOperator(asked => Publish(view => view with
        {
            Prompt = asked is null ? null : new RunPrompt(asked.Text, asked.WantsAnswer, asked.Lines ?? [], asked.Key),
        }));
        _engine = new Lazy<StepEngine>(() => StepEngine.Of([typeof(Bench).Assembly, .. settings.Steps]));
    }

    /// <summary>A new view or tree; told on a thread of the run.</summary>
    public event Action? Changed;

    public FeatureFiles Folder { get; }

    public RunView View => _view;

    /// <summary>The features as they were read last; null when they were not yet.</summary>
    public FeatureTree? Tree => _tree;

    /// <summary>The person at the bench has answered what the run asked.</summary>
    public void Answer(bool isSo) => _operator.Answer(isSo);

    /// <summary>Reads the features, again or for the first time.</summary>
    public Task Read() => Task.Run(() =>
    {
        lock (_engine) _tree = FeatureTree.Read(Folder, _engine.Value, _settings.Plan.Capabilities);
        Changed?.Invoke();
    });

    /// <summary>Begins a run.</summary>
    /// <returns>Why it cannot begin, in one line; null when it has begun.</returns>
    public string? Start(RunOrder order)
    {
        if (PathsOf(order) is not { } paths) return "there is no such feature in the folder of features";
        lock (_lock)
        {
            if (_isDisposed) return "the panel is closing";
            if (_view.IsOn) return "a run is going on already";
            var id = _reports.NewId();
            var request = RequestOf(order, paths, id);
            _stop = new CancellationTokenSource();
            var stop = _stop.Token;
            _view = new RunView { Phase = RunPhase.Reading, Id = id };
            _running = new Thread(() => Run(request, stop)) { Name = $"run {id}", IsBackground = true };
            _running.Start();
        }

        Changed?.Invoke();
        return null;
    }

    /// <summary>Asks the run for an orderly end: what has not run is aborted, and the report is written.</summary>
    public void Stop()
    {
        lock (_lock)
        {
            if (!_view.IsOn) return;
            _view = _view with { Phase = RunPhase.Stopping };
            _stop.Cancel();
        }

        Changed?.Invoke();
    }

    /// <summary>The scenarios that were red last: in the run of this panel, else in the history.</summary>
    public RunOrder? Failed()
    {
        if (_tree is not { } tree) return null;
        var red = _view.Phase == RunPhase.Ended
            ? _view.Rows.Where(row => row.Value.IsRed).Select(row => row.Key).ToHashSet()
            : RedInHistory();
        string[] places =
        [
            .. tree.Files.SelectMany(file => file.Scenarios).Where(one => red.Contains(one.Name))
                .Select(one => $"{one.File}:{one.Line}"),
        ];
        return places.Length == 0 ? null : new RunOrder(places);
    }

    /// <summary>Waits until no run is on; for tests and for the end of the panel.</summary>
    public bool AwaitEnd(TimeSpan patience) => _running?.Join(patience) ?? true;

    public void Dispose()
    {
        _isDisposed = true;
        Stop();
        if (AwaitEnd(Patience) && _engine.IsValueCreated) _engine.Value.Dispose();
    }

    private HashSet<string> RedInHistory()
    {
        if (_settings.History is not { } path) return [];
        try
        {
            using var file = HistoryFile.Open(path, create: false);
            var past = new Past(file);
            return past.Last is { } last && past.Run(last) is { } run
                ? [.. past.Scenarios(run).Where(one => !one.Verdict.IsGood()).Select(one => one.Name)] : [];
        }
        catch (HistoryException)
        {
            // No history, no failed scenarios: the page of the history says what is wrong with it.
            return [];
        }
    }

    /// <summary>Null when one of them is not below the folder of features.</summary>
    private IReadOnlyList<string>? PathsOf(RunOrder order)
    {
        var paths = new List<string>();
        foreach (var one in order.What)
        {
            var colon = one.LastIndexOf(':');
            var isLine = colon > 0 && one[(colon + 1)..].All(char.IsAsciiDigit) && colon < one.Length - 1;
            if (isLine && Folder.PathOf(one[..colon]) is { } file && File.Exists(file)) paths.Add(file + one[colon..]);
            else if (!isLine && Folder.PathsOf(one) is { Count: > 0 } below) paths.AddRange(below);
            else return null;
        }

        return paths.Count == 0 ? null : paths;
    }

    private RunRequest RequestOf(RunOrder order, IReadOnlyList<string> paths, string id) => new()
    {
        Paths = paths,
        Rig = _settings.RigName,
        Tags = string.IsNullOrWhiteSpace(order.Tags) ? null : order.Tags,
        Seed = order.Seed ?? _settings.Seed,
        Report = _reports.FolderOf(id),
        Record = order.Record,
        Steps = _settings.StepFiles,
        // Whoever clicks on "Run all" wants what this rig can do, and hears what it cannot.
        Fitting = true,
        History = _settings.History,
        Command = $"web: {string.Join(' ', order.What.Select(one => one.Length == 0 ? Folder.Name : one))}",
    };

    private void Run(RunRequest request, CancellationToken stop)
    {
        var began = DateTime.UtcNow;
        var watcher = new RunWatcher(request);
        var seen = -1L;
        void Look()
        {
            if (Interlocked.Exchange(ref seen, watcher.Changes) == watcher.Changes) return;
            Publish(view => watcher.Look(view) with
            {
                Phase = view.Phase == RunPhase.Reading && watcher.HasBegun ? RunPhase.Running : view.Phase,
                Took = DateTime.UtcNow - began,
            });
        }

        using (var looks = new Timer(_ => Look(), null, Frame, Frame))
        {
            var end = Ended(request, watcher, stop);
            looks.Change(Timeout.Infinite, Timeout.Infinite);
            Publish(view => end(watcher.Look(view) with { Took = DateTime.UtcNow - began }));
        }
    }

    /// <summary>Runs it; what the view says then.</summary>
    private Func<RunView, RunView> Ended(RunRequest request, RunWatcher watcher, CancellationToken stop)
    {
        var lease = _holder?.TakeForRun(request.Command);
        if (lease?.WhyNot is { } whyNot) return Refused([whyNot]);
        try
        {
            var outcome = new BenchRun(request, watcher) { Onlooker = watcher, Operator = _operator }.Run(stop);
            return view => view with
            {
                Phase = RunPhase.Ended, InHistory = outcome.InHistory, HasReport = outcome.IsReported, Glasses = [],
                Prompt = null,
            };
        }
        catch (FeatureMistakesException wrong)
        {
            return Refused(wrong.Mistakes);
        }
        catch (Exception wrong) when (wrong is SettingsException or StepAssemblyException or RigFaultException)
        {
            return Refused([wrong.Message]);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return Refused(["the run was stopped before it began"]);
        }
        catch (Exception wrong)
        {
            return Refused([$"{wrong.GetType().Name}: {wrong.Message}"]);
        }
        finally
        {
            lease?.GiveBack?.Dispose();
        }
    }

    private static Func<RunView, RunView> Refused(IReadOnlyList<string> why) =>
        view => view with { Phase = RunPhase.Refused, Why = why, Glasses = [], Prompt = null };

    private void Publish(Func<RunView, RunView> change)
    {
        lock (_lock)
        {
            // A look that comes late changes nothing that has ended.
            if (!_view.IsOn) return;
            _view = change(_view);
        }

        Changed?.Invoke();
    }
}
