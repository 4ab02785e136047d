using System.Diagnostics;
using System.Text.Json;
using HilBench.History;
using HilBench.Lab.Bus;
using HilBench.Lab.Told;
using HilBench.Recording;
using HilBench.Scenarios.Features;
using HilBench.Scenarios.Running;

namespace HilBench.Lab.Benches;

/// <summary>Takes work, does it if whoever gives it may, and stops it when he may no longer.</summary>
internal sealed class WorkDesk(
    BenchSettings settings, LabBoard board, BenchLedger ledger, LeaseView lease, CardWriter card, Delivery delivery)
    : IDisposable
{
    private static readonly TimeSpan FeaturesAgain = TimeSpan.FromSeconds(10);

    private readonly ScenarioDesk _desk = new(settings);
    private Task _running = Task.CompletedTask;
    private CancellationTokenSource _end = new();
    private (string User, Work Work)? _now;
    private (string Name, RunSheet Sheet)? _sheet;
    private string? _toFinish;

    public bool IsIdle => _running.IsCompleted;

    /// <summary>Ends when what runs now has.</summary>
    public Task Finished => _running;

    /// <summary>Work of this user: a scenario, or that there is none any more.</summary>
    public async Task Take(string user, Work work, CancellationToken stop)
    {
        if (work.Run.Length == 0)
        {
            // That the work under an earlier lease is to end is no news to whoever works under a later one.
            if (_now is not { } last || last.User != user || work.Fence < last.Work.Fence) return;
            await Stop();
            FinishRun();
            return;
        }

        if (!work.Run.StartsWith(user + ".", StringComparison.Ordinal)) return;
        if (settings.Accepts.Count > 0 && !settings.Accepts.Contains(user)) return;
        var attempt = new Attempt(work.Run, work.Scenario, work.Attempt);
        if (_now is { } now && !IsIdle && now.Work == work with { Features = now.Work.Features }) return;
        if (ledger.Find(attempt) is not null)
        {
            // It was done before, and the one who asks has not heard of it: what runs now goes on.
            await delivery.Deliver(attempt, stop, isAgain: true);
            return;
        }

        await Refresh(work, stop);
        if (lease.WhyNot(user, work.Run, work.Fence) is { } why)
        {
            // What was given to the bench before it was started again is old, and no news.
            if (lease.IsHeld) settings.Tell($"work of {user} is refused: {why}");
            return;
        }

        await Stop();
        if (_toFinish is { } before && before != work.Run) FinishRun();
        _toFinish = work.Run;
        if (Begin(attempt)) Start(user, work, attempt, stop);
    }

    /// <summary>What runs under a lease that is over is stopped.</summary>
    public void LeaseChanged()
    {
        if (_now is { } now && !IsIdle && lease.WhyNot(now.User, now.Work.Run, now.Work.Fence) is not null) Cancel();
    }

    public void Dispose()
    {
        _end.Dispose();
        _desk.Dispose();
    }

    /// <summary>Leases and work come on two ways, and either may be the quicker.</summary>
    private async Task Refresh(Work work, CancellationToken stop)
    {
        if (lease.Now.Fence >= work.Fence) return;
        if (await board.Leases.Get(settings.Name, stop) is { } there) lease.Saw(there);
    }

    private bool Begin(Attempt attempt)
    {
        try
        {
            return ledger.Begin(attempt, new Delivered { Bench = settings.Name, Attempt = attempt.Number });
        }
        catch (SqliteFileException full)
        {
            card.Broken = full.Message;
            return false;
        }
    }

    private void Start(string user, Work work, Attempt attempt, CancellationToken stop)
    {
        _end.Dispose();
        _end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        _now = (user, work);
        var end = _end.Token;
        _running = Task.Run(() => Do(user, work, attempt, end), CancellationToken.None);
    }

    /// <summary>
    /// A scenario, and reading a large feature, keep a thread for long. On a thread of the pool that could keep the
    /// heartbeat waiting, and a bench whose heartbeat waits is taken for lost.
    /// </summary>
    private static Task<T> OnItsOwnThread<T>(Func<T> work) => Task.Factory.StartNew(
        work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private async Task Stop()
    {
        if (IsIdle) return;
        Cancel();
        await _running;
    }

    private void Cancel()
    {
        try
        {
            _end.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It has ended meanwhile.
        }
    }

    /// <summary>One scenario, from the sheet to the ledger. Nothing that goes wrong leaves it.</summary>
    private async Task Do(string user, Work work, Attempt attempt, CancellationToken end)
    {
        var head = new Delivered { Bench = settings.Name, Attempt = work.Attempt };
        byte[]? result = null;
        try
        {
            if (work.Build != settings.Build)
                throw new LabException($"this bench has build {settings.Build}, and the run has {work.Build}");
            var sheet = await SheetOf(work, end) ?? throw new LabException("the features of the run are not there");
            using var shelf = new RecordingShelf();
            var ran = await OnItsOwnThread(() =>
            {
                card.Running = (work.Run, _desk.TitleOf(sheet, work.Scenario));
                return _desk.Run(
                    sheet, work.Scenario, () => lease.Demand(user, work.Run, work.Fence), shelf, end);
            });
            result = ResultTape.Write(ran);
            head = head with { Verdict = ran.Verdict, Lost = LostBy(ran) };
        }
        catch (Exception wrong)
        {
            head = head with
            {
                Verdict = Verdict.RigFault, Lost = $"{settings.Name}: {Input.OneLine.Whole(WhatIs(wrong))}",
            };
        }

        if (head.Verdict == Verdict.RigFault && !end.IsCancellationRequested)
            head = head with { Broken = card.Broken = settings.Health(end) };
        card.Running = null;
        await Keep(attempt, head, result, end);
    }

    /// <summary>What cannot be written here first does not count, and the bench takes nothing more.</summary>
    private async Task Keep(Attempt attempt, Delivered head, byte[]? result, CancellationToken end)
    {
        try
        {
            ledger.End(attempt, head, result);
            delivery.More();
        }
        catch (SqliteFileException full)
        {
            card.Broken = full.Message;
            await board.Verdicts.Create(
                Delivered.LostKey(attempt.Run, attempt.Scenario, attempt.Number),
                head with { Verdict = Verdict.RigFault, Lost = full.Message, Broken = full.Message }, end);
        }
    }

    private string? LostBy(ScenarioResult ran) => ran.Verdict switch
    {
        Verdict.Aborted => $"{settings.Name} stopped in the middle of it",
        Verdict.RigFault => $"{settings.Name}: {Input.OneLine.Whole(ran.Message ?? "rig fault")}",
        _ => null,
    };

    private static string WhatIs(Exception wrong) => wrong switch
    {
        LabException or FeatureMistakesException => wrong.Message,
        OperationCanceledException => "stopped before it began",
        _ => $"{wrong.GetType().Name}: {wrong.Message}",
    };

    private async Task<RunSheet?> SheetOf(Work work, CancellationToken end)
    {
        var name = $"{work.Run} {work.Features?.Beside} {work.Features?.Inside?.Length}";
        if (_sheet is { } known && known.Name == name) return known.Sheet;
        if (work.Features is null || await Opened(work.Features, end) is not { } bytes) return null;
        var sheet = JsonSerializer.Deserialize<RunSheet>(bytes, JsonSerializerOptions.Web);
        if (sheet is not null) _sheet = (name, sheet);
        return sheet;
    }

    /// <summary>A broker that has lost the features of a run gets them again from whoever gave the work.</summary>
    private async Task<byte[]?> Opened(Parcel features, CancellationToken end)
    {
        var began = Stopwatch.GetTimestamp();
        while (true)
        {
            if (await features.Open(board.Bus, end) is { } bytes) return bytes;
            if (Stopwatch.GetElapsedTime(began) > FeaturesAgain) return null;
            await LabBus.Breathe(end);
        }
    }

    /// <summary>A meter that cannot be made anew is left as its file says.</summary>
    private void FinishRun()
    {
        if (_toFinish is null) return;
        _toFinish = null;
        try
        {
            if (settings.Plan.Finish() is { } left) settings.Tell(left);
        }
        catch (Exception wrong)
        {
            settings.Tell($"after the run: {Input.OneLine.Whole(wrong.Message)}");
        }
    }
}
