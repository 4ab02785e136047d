using System.Diagnostics;
using HilBench.Lab.Bus;
using HilBench.Lab.Told;

namespace HilBench.Lab.Coordination;

/// <summary>The benches of a run: takes them, gives each one scenario at a time, and lets them go.</summary>
internal sealed class BenchCrew(LabBoard board, LabRun run, RunQueue queue, VerdictDesk verdicts)
{
    private readonly SortedDictionary<string, BenchView> _benches = new(StringComparer.Ordinal);
    private readonly LeaseKeeper _leases = new(board, run.User);
    private long _hopeless = Stopwatch.GetTimestamp();
    private long _looked = Stopwatch.GetTimestamp();

    public void Saw(Kept<BenchCard> card)
    {
        if (card.Value is not { } said) return;
        verdicts.Know(said);
        if (_benches.TryGetValue(card.Key, out var known))
        {
            known.Saw(said, run.Key);
            return;
        }

        var bench = new BenchView(said);
        bench.SawLongAgo(board.Bus.Now - card.Written);
        _benches[card.Key] = bench;
    }

    public void Saw(Kept<Lease> lease)
    {
        if (!_benches.TryGetValue(lease.Key, out var bench)) _benches[lease.Key] = bench = Unknown(lease.Key);
        if (bench.Lease is { } known && known.Revision > lease.Revision && lease.Written <= known.Written) return;
        bench.Lease = lease;
    }

    /// <summary>What the lab is told of this run.</summary>
    public RunNote Note() => queue.Note with
    {
        Session = queue.Note.Session.Length > 0 ? queue.Note.Session : Guid.NewGuid().ToString("N"),
        Host = Environment.MachineName,
        What = run.Request.What,
        Priority = run.Request.Priority,
        Digest = run.Digest,
        Scenarios = run.Book.Count,
        Done = run.Book.Done,
        Holds = [.. Held.Select(bench => bench.Name)],
        Wants = Wants(),
    };

    /// <summary>One look at everything: what is lost, what is ours, what is next.</summary>
    public async Task Step(CancellationToken stop)
    {
        ExcuseSilence();
        await LoseTheLost(stop);
        await AskTheIdle(stop);
        await KeepLeases(stop);
        await queue.Tell(Note(), stop);
        await TakeBenches(stop);
        foreach (var bench in Held.ToArray()) await HandOut(bench, stop);
        await GiveUpTheHopeless(stop);
        run.Stands?.Invoke(Status());
    }

    /// <summary>Something was delivered.</summary>
    public async Task Heard(Kept<Delivered> one, CancellationToken stop)
    {
        if (await verdicts.Saw(one, stop) is { } scenario) await Finished(scenario, one.Value!, stop);
    }

    /// <summary>A scenario has its verdict, or an attempt came to nothing: its bench is free for the next.</summary>
    private async Task Finished(int scenario, Delivered how, CancellationToken stop)
    {
        foreach (var bench in _benches.Values.Where(one => one.Busy?.Scenario == scenario).ToArray())
        {
            var isOfAnother = bench.Name != how.Bench;
            if (isOfAnother && !run.Book.HasResult(scenario)) continue;
            bench.Busy = null;
            if (!isOfAnother && how.Broken is { } broken) bench.IsBroken(broken);
            // Somebody else was quicker: what this bench is at does not count any more.
            if (isOfAnother) await Stop(bench, stop);
            else await HandOut(bench, stop);
        }

        if (!run.Book.HasResult(scenario) && run.Book.LostCount(scenario) >= run.Request.MostAttempts)
        {
            var why = $"tried {run.Book.LostCount(scenario)} times: {string.Join("; ", run.Book.LostOf(scenario))}";
            await Heard(await verdicts.GiveUp(scenario, why, stop), stop);
        }
    }

    /// <summary>Nothing runs for this run any more, and its benches are free.</summary>
    public async Task Leave(CancellationToken stop)
    {
        foreach (var bench in Held.ToArray())
        {
            await Stop(bench, stop);
            await _leases.LetGo(bench, stop);
        }
    }

    private IEnumerable<BenchView> Held => _benches.Values.Where(bench => bench.Held is not null);

    private static BenchView Unknown(string name) => new(new BenchCard { Name = name, HasLeft = true });

    /// <summary>While this process stood still it heard nothing, and silence says nothing of any bench.</summary>
    private void ExcuseSilence()
    {
        var since = Stopwatch.GetElapsedTime(_looked);
        _looked = Stopwatch.GetTimestamp();
        if (since < board.Bus.Pace.Beat) return;
        foreach (var bench in _benches.Values) bench.Excuse(since);
    }

    /// <summary>
    /// A bench that says again and again that it does nothing has not seen its work, because the broker has lost it or
    /// somebody has overwritten it: it gets it once more. What it has done already it delivers once more.
    /// </summary>
    private async Task AskTheIdle(CancellationToken stop)
    {
        foreach (var bench in Held.Where(one => one.IsIdle).ToArray())
        {
            if (bench.Busy is not { } busy || bench.Held is not { } fence) continue;
            if (bench.IsDeaf) await Lose(bench, $"{bench.Name} does not take its work", stop);
            else await Give(bench, busy, fence, stop);
        }
    }

    private async Task LoseTheLost(CancellationToken stop)
    {
        foreach (var bench in Held.ToArray())
        {
            if (bench.Busy is { } busy && bench.Card.Session != busy.Session)
                await Lose(bench, $"{bench.Name} was started again in the middle of it", stop);
            else if (!bench.IsHere(board.Bus) && bench.Card.HasLeft)
                await Lose(bench, $"{bench.Name} left in the middle of it", stop);
            else if (!bench.IsHere(board.Bus))
            {
                await Lose(
                    bench, $"{bench.Name} was lost in the middle of it: no sign of life for {Seconds(bench.Silence)}",
                    stop);
            }
        }
    }

    private static string Seconds(TimeSpan time) => $"{time.TotalSeconds:0} s";

    private async Task Lose(BenchView bench, string why, CancellationToken stop)
    {
        if (bench.Busy is { } busy)
        {
            bench.Busy = null;
            await Heard(await verdicts.Lose(busy.Scenario, busy.Attempt, bench.Name, why, stop), stop);
        }

        await _leases.LetGo(bench, stop);
    }

    private async Task KeepLeases(CancellationToken stop)
    {
        foreach (var bench in Held.ToArray())
        {
            if (!await _leases.Keep(bench, stop)) await Lose(bench, $"the lease of {bench.Name} was lost", stop);
        }
    }

    /// <summary>Benches this run could use and has not, as long as it may have more.</summary>
    private IReadOnlyList<string> Wants()
    {
        var more = run.Request.Rigs - Held.Count();
        var need = run.Book.Waiting.Count - Held.Count(bench => bench.Busy is null);
        if (more <= 0 || need <= 0) return [];
        return [.. _benches.Values.Where(one => one.Held is null && CanDoSomething(one)).Select(one => one.Name)];
    }

    private bool CanDoSomething(BenchView bench) => bench.IsHere(board.Bus) && bench.Card.Broken is null
        && run.Choice.WhyNot(bench.Card) is null && Next(bench) is not null;

    private async Task TakeBenches(CancellationToken stop)
    {
        foreach (var name in Wants())
        {
            if (Held.Count() >= run.Request.Rigs) return;
            if (run.Book.Waiting.Count <= Held.Count(one => one.Busy is null)) return;
            var bench = _benches[name];
            var lease = bench.Lease?.Value;
            var isFree = lease is null || IsOver(lease) || lease.IsOf(run.User, run.Key);
            // Nobody who came before can have what is this user's own for work by hand.
            var isOwn = lease is { Run.Length: 0 } && lease.Holder == run.User && !IsOver(lease);
            if (!isFree || (!isOwn && queue.Before(name) is not null)) continue;
            var isAdopted = lease?.Run == run.Key;
            if (await _leases.TakeForRun(bench, run.Key, run.Request.What, stop) && isAdopted) await Adopt(bench, stop);
        }
    }

    /// <summary>Its time is up, and whoever has it could have said by now that he goes on.</summary>
    private bool IsOver(Lease lease) => lease.Holder.Length == 0
        || (!lease.IsHeldAt(board.Bus.Now) && board.Bus.BackFor > board.Bus.Pace.Grace);

    /// <summary>The coordinator before has given this bench something to do: it may go on with it.</summary>
    private async Task Adopt(BenchView bench, CancellationToken stop)
    {
        var given = await board.Work.Get($"{bench.Name}.{run.User}", stop);
        if (given?.Value is not { } work || work.Run != run.Key || work.Fence != bench.Held) return;
        if (run.Book.Adopt(work.Scenario, work.Attempt, bench.Name))
            bench.Busy = new Trying(work.Scenario, work.Attempt, bench.Card.Session);
    }

    private async Task HandOut(BenchView bench, CancellationToken stop)
    {
        if (bench.Busy is not null || bench.Held is not { } fence) return;
        if (bench.Card.Broken is not null || queue.IsNeededMore(bench.Name) || Next(bench) is not { } scenario)
        {
            await _leases.LetGo(bench, stop);
            return;
        }

        var attempt = run.Book.Begin(scenario, bench.Name);
        var trying = new Trying(scenario, attempt, bench.Card.Session);
        bench.Busy = trying;
        if (attempt == 1) run.Listener?.Started(run.Cases[scenario]);
        await Give(bench, trying, fence, stop);
    }

    private Task Give(BenchView bench, Trying trying, long fence, CancellationToken stop)
    {
        bench.WasGiven();
        var work = new Work
        {
            Run = run.Key, Scenario = trying.Scenario, Attempt = trying.Attempt, Fence = fence,
            Build = run.Request.Build, Features = run.Features,
        };
        return board.Work.Put($"{bench.Name}.{run.User}", work, stop);
    }

    /// <summary>The next scenario this bench can do; one that it has lost only when nobody else is left.</summary>
    private int? Next(BenchView bench)
    {
        foreach (var scenario in run.Book.Waiting)
        {
            if (!run.Needs[scenario].All(bench.Card.Capabilities.Contains)) continue;
            if (run.Book.LostCount(scenario) >= run.Request.MostAttempts) continue;
            if (run.Book.LostBy(scenario) is var tried && tried.Contains(bench.Name) && SomebodyElse(scenario, tried))
                continue;
            return scenario;
        }

        return null;
    }

    private bool SomebodyElse(int scenario, IReadOnlyCollection<string> tried) => _benches.Values.Any(
        other => !tried.Contains(other.Name) && other.IsHere(board.Bus) && other.Card.Broken is null
            && run.Choice.WhyNot(other.Card) is null
            && run.Needs[scenario].All(other.Card.Capabilities.Contains));

    private Task Stop(BenchView bench, CancellationToken stop) => bench.Held is { } fence
        ? board.Work.Put($"{bench.Name}.{run.User}", new Work { Fence = fence }, stop) : Task.CompletedTask;

    /// <summary>What no rig of the lab could go on with gets a verdict that says so.</summary>
    private async Task GiveUpTheHopeless(CancellationToken stop)
    {
        var isHopeless = run.Book.Waiting.Count > 0 && !Held.Any() && board.Bus.ConnectedFor > board.Bus.Pace.LostAfter
            && !_benches.Values.Any(bench => CanDoSomething(bench) || MayComeFree(bench));
        if (!isHopeless)
        {
            _hopeless = Stopwatch.GetTimestamp();
            return;
        }

        if (Stopwatch.GetElapsedTime(_hopeless) < board.Bus.Pace.HopeFor) return;
        var why = "no rig is left that could run it: " + string.Join("; ", Reasons());
        foreach (var scenario in run.Book.Waiting.ToArray())
            await Heard(await verdicts.GiveUp(scenario, why, stop), stop);
    }

    private bool MayComeFree(BenchView bench) => bench.IsHere(board.Bus) && run.Choice.WhyNot(bench.Card) is null
        && bench.Card.Broken is null && bench.Lease?.Value?.IsHeldAt(board.Bus.Now) == true;

    private LabStatus Status()
    {
        BenchView[] ours = [.. _benches.Values.Where(bench => run.Choice.WhyNot(bench.Card) is null)];
        var waits = run.Book.Waiting.Count > 0 && !Held.Any();
        var position = queue.Position;
        return new LabStatus(
            [
                .. ours.Select(bench => new BenchStatus(
                    bench.Name, StateOf(bench), TitleOf(bench), verdicts.DoneBy(bench.Name))),
            ],
            run.Book.Count, run.Book.Done, verdicts.Red,
            waits ? $"number {position} in the queue; {string.Join("; ", Reasons())}" : null);
    }

    private string? TitleOf(BenchView bench) => bench.Busy is { } busy ? run.Cases[busy.Scenario].Title : null;

    private IEnumerable<string> Reasons() => _benches.Values
        .Where(bench => run.Choice.WhyNot(bench.Card) is null && bench.Held is null)
        .Select(bench => $"{bench.Name} is {StateOf(bench)}");

    private string StateOf(BenchView bench)
    {
        if (bench.Card.HasLeft) return "not at the lab";
        if (!bench.IsHere(board.Bus)) return $"offline for {Seconds(bench.Silence)}";
        if (bench.Card.Broken is { } broken) return $"broken: {broken}";
        if (bench.Busy is not null) return "running";
        if (bench.Held is not null) return "ours";
        if (bench.Lease?.Value is { } lease && lease.IsHeldAt(board.Bus.Now)) return lease.Told;
        return queue.Before(bench.Name) is { } before
            ? $"wanted before by a run on {before.Host} ({before.What})" : "free";
    }
}
