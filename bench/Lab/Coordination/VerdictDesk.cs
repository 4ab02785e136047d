using System.Globalization;
using HilBench.Lab.Bus;
using HilBench.Lab.Told;
using HilBench.Scenarios.Running;

namespace HilBench.Lab.Coordination;

/// <summary>Takes what benches have delivered: the first verdict of a scenario counts, and no other.</summary>
internal sealed class VerdictDesk(LabBoard board, LabRun run)
{
    private readonly Dictionary<string, BenchCard> _cards = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _doneBy = new(StringComparer.Ordinal);
    private readonly List<Parcel> _opened = [];

    public int Red { get; private set; }

    /// <summary>How many scenarios a bench has brought to an end.</summary>
    public int DoneBy(string bench) => _doneBy.GetValueOrDefault(bench);

    /// <summary>What a bench is, for the report.</summary>
    public void Know(BenchCard card) => _cards[card.Name] = card;

    /// <summary>Something was delivered.</summary>
    /// <returns>The scenario that has changed; null when nothing has.</returns>
    public async Task<int?> Saw(Kept<Delivered> one, CancellationToken stop)
    {
        var word = one.Key[(run.Key.Length + 1)..];
        if (one.Value is not { } said || word.Length < 2) return null;
        if (ScenarioOf(word) is not { } scenario) return null;
        if (word[0] == 'f') return run.Book.Lose(scenario, said) ? scenario : null;
        if (run.Book.HasResult(scenario)) return null;
        var bytes = said.Result is { } parcel ? await parcel.Open(board.Bus, stop) : null;
        Finish(scenario, ResultOf(scenario, said, bytes), said.Bench);
        // Whoever takes this run over has to read it again.
        if (said.Result is { Beside: not null } done) _opened.Add(done);
        return scenario;
    }

    /// <summary>Results that lie beside their verdicts.</summary>
    public IReadOnlyList<Parcel> Opened => _opened;

    /// <summary>Says that an attempt came to nothing, unless the bench has said so itself.</summary>
    /// <returns>What stands there now.</returns>
    public Task<Kept<Delivered>> Lose(int scenario, int attempt, string bench, string why, CancellationToken stop) =>
        Written(
            Delivered.LostKey(run.Key, scenario, attempt),
            new Delivered { Bench = bench, Attempt = attempt, Verdict = Verdict.RigFault, Lost = why }, stop);

    /// <summary>Nobody will try it any more: the last fault of a rig is its verdict, unless there is one.</summary>
    /// <returns>What stands there now.</returns>
    public Task<Kept<Delivered>> GiveUp(int scenario, string why, CancellationToken stop)
    {
        var last = run.Book.LastLost(scenario);
        return Written(
            Delivered.VerdictKey(run.Key, scenario),
            new Delivered
            {
                Bench = last?.Bench ?? "", Attempt = last?.Attempt ?? 1, Verdict = Verdict.RigFault, Lost = why,
                Result = last?.Result,
            },
            stop);
    }

    /// <summary>
    /// The book must hear of it at once and not only when the broker tells of it, which may lose all before it does.
    /// </summary>
    private async Task<Kept<Delivered>> Written(string key, Delivered said, CancellationToken stop)
    {
        if (await board.Verdicts.Create(key, said, stop) is { } revision)
            return new Kept<Delivered>(key, said, revision, board.Bus.Now);
        return await board.Verdicts.Get(key, stop) is { Value: not null } there
            ? there : new Kept<Delivered>(key, said, 0, board.Bus.Now);
    }

    /// <summary>The results in the order of the scenarios; what has none was aborted.</summary>
    public IReadOnlyList<ScenarioResult> All()
    {
        for (var at = 0; at < run.Book.Count; at++)
        {
            if (!run.Book.HasResult(at)) Finish(at, Without(at, Verdict.Aborted, null), bench: "");
        }

        return [.. Enumerable.Range(0, run.Book.Count).Select(at => run.Book.ResultOf(at)!)];
    }

    private void Finish(int scenario, ScenarioResult result, string bench)
    {
        if (!run.Book.Finish(scenario, result)) return;
        _doneBy[bench] = DoneBy(bench) + 1;
        if (!result.Verdict.IsGood()) Red++;
        run.Listener?.Finished(result);
    }

    private int? ScenarioOf(string word)
    {
        var dash = word.IndexOf('-');
        var digits = word[1..(dash < 0 ? word.Length : dash)];
        var isNumber = int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var at);
        return isNumber && at < run.Book.Count && word[0] is 'v' or 'f' ? at : null;
    }

    private ScenarioResult ResultOf(int scenario, Delivered said, byte[]? bytes)
    {
        var result = ResultTape.Read(bytes, run.Cases[scenario], run.Seed, run.Shelf)
            ?? Without(scenario, Verdict.RigFault, said.Lost ?? $"{said.Bench} has sent no result");
        // What the bench delivered beside it decides: an aborted attempt is no verdict of a run that goes on.
        if (result.Verdict is Verdict.Aborted) result = result with { Verdict = Verdict.RigFault, Message = said.Lost };
        var card = _cards.GetValueOrDefault(said.Bench);
        return result with
        {
            Where = said.Bench.Length == 0 ? null : new RunPlace(said.Bench, card?.Rig ?? "")
            {
                Model = Named(card, "model"), Serial = Named(card, "serial"), Firmware = Named(card, "firmware"),
                Attempt = said.Attempt, Lost = run.Book.LostOf(scenario),
            },
        };
    }

    private static string? Named(BenchCard? card, string label) => card?.Labels.GetValueOrDefault(label);

    private ScenarioResult Without(int scenario, Verdict verdict, string? why) => new()
    {
        Case = run.Cases[scenario],
        Verdict = verdict,
        Seed = run.Cases[scenario].Seed(run.Seed),
        Message = why,
    };
}
