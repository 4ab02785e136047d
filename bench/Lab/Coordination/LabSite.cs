using System.Text.Json;
using HilBench.History;
using HilBench.Lab.Bus;
using HilBench.Lab.Told;
using HilBench.Roles;
using HilBench.Runs;
using HilBench.Scenarios.Engine;
using HilBench.Scenarios.Features;
using HilBench.Scenarios.Running;

namespace HilBench.Lab.Coordination;

/// <summary>The benches of a lab as the place of a run.</summary>
/// <param name="board">The lab.</param>
/// <param name="request">On which of them, and how.</param>
public sealed class LabSite(LabBoard board, LabRequest request) : IRunSite
{
    private const int KeyDigits = 8;

    /// <summary>They are in every message that gives a scenario to a bench, which has them after the first.</summary>
    private const int FeaturesInside = 4_000;

    private readonly BenchChoice _choice = new(request, board.Bus.Address.User);
    private IReadOnlyList<BenchCard> _benches = [];
    private IReadOnlyList<Parcel> _parcels = [];

    /// <summary>Told how the run stands, several times a second.</summary>
    public Action<LabStatus>? Stands { get; init; }

    /// <summary>Told the key of the run when it begins.</summary>
    public Action<string>? Begins { get; init; }

    /// <summary>The benches that fit, as they are at this moment.</summary>
    /// <exception cref="LabException">None does.</exception>
    /// <exception cref="Input.SettingsException">They hold different meters.</exception>
    public IReadOnlyList<BenchCard> Benches(CancellationToken stop)
    {
        var all = board.Benches.All(">", stop).GetAwaiter().GetResult();
        var known = all.Where(one => one.Value is { HasLeft: false }).ToLookup(
            one => board.Bus.Now - one.Written < board.Bus.Pace.LostAfter, one => one.Value!);
        return _choice.Among([.. known[true]], [.. known[false]]);
    }

    public RigPlan Plan(RunRequest run)
    {
        _benches = Benches(CancellationToken.None);
        var meters = _benches.Select(bench => bench.Meter).Distinct().ToArray();
        var caveats = _benches.Select(bench => bench.Caveat).OfType<string>().Distinct().ToArray();
        return new LabPlan(
            request.Name ?? $"lab ({(meters.Length == 1 ? meters[0] : "mixed meters")})",
            [.. _benches.SelectMany(bench => bench.Capabilities).Distinct()],
            _benches.All(bench => bench.IsVirtual),
            caveats.Length == 0 ? null : string.Join(' ', caveats))
        {
            LeavesOut =
            [
                .. _benches.SelectMany(bench => bench.LeavesOut).Distinct()
                    .Where(word => _benches.All(bench => bench.LeavesOut.Contains(word))),
            ],
        };
    }

    public IReadOnlyList<ScenarioResult> Run(RunReading reading, StepEngine engine, RunOptions options)
    {
        var needs = NeedsOf(reading.Cases, engine);
        DemandThatAllCanRun(reading.Cases, needs);
        var sheet = SheetOf(reading.Cases, options);
        var bytes = JsonSerializer.SerializeToUtf8Bytes(sheet, JsonSerializerOptions.Web);
        var key = request.Resume ?? $"{board.Bus.Address.User}.{Guid.NewGuid().ToString("N")[..KeyDigits]}";
        try
        {
            return Run(key, bytes, reading.Cases, needs, options).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException) when (options.Stop.IsCancellationRequested)
        {
            // It was stopped while the broker was away: nothing has begun.
            return new Runner(engine, options).Run(reading.Cases);
        }
    }

    private async Task<IReadOnlyList<ScenarioResult>> Run(
        string key, byte[] sheet, IReadOnlyList<ScenarioCase> cases, IReadOnlyList<IReadOnlyList<string>> needs,
        RunOptions options)
    {
        var digest = Fingerprint.Of([.. sheet, .. System.Text.Encoding.UTF8.GetBytes(request.Build)]);
        var run = new LabRun
        {
            Key = key,
            User = board.Bus.Address.User,
            Request = request,
            Choice = _choice,
            Cases = cases,
            Needs = needs,
            Seed = options.Seed,
            // By its contents, so that a run that is going on keeps its own whoever else wants to go on with it.
            Features = await Parcel.Send(
                board.Bus, $"{key}.features.{digest}.{Guid.NewGuid():N}", sheet, options.Stop, FeaturesInside),
            Sheet = sheet,
            Digest = digest,
            Book = new ScenarioBook(cases.Count),
            Listener = options.Listener,
            Shelf = options.Shelf,
            Stands = Stands,
            Begins = Begins,
        };
        var coordinator = new Coordinator(board, run);
        var results = await coordinator.Run(options.Stop);
        _parcels = coordinator.Parcels;
        return results;
    }

    /// <summary>
    /// The report is written: what the broker keeps of the results is not needed any more. Until then somebody else may
    /// have to go on with this run.
    /// </summary>
    public void IsReported()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        foreach (var one in _parcels) one.Forget(board.Bus, patience.Token).GetAwaiter().GetResult();
    }

    private static IReadOnlyList<IReadOnlyList<string>> NeedsOf(IReadOnlyList<ScenarioCase> cases, StepEngine engine)
    {
        var check = new StepCheck(engine, []);
        return [.. cases.Select(check.Lacks)];
    }

    /// <summary>What one rig has and another has, too, may be what a scenario needs of one.</summary>
    private void DemandThatAllCanRun(IReadOnlyList<ScenarioCase> cases, IReadOnlyList<IReadOnlyList<string>> needs)
    {
        SheetRules.Demand(cases);
        if (board.Bus.Address.IsOpen && SheetRules.PlaceOfSecret(cases) is { } place)
        {
            throw new FeatureMistakesException(
                $"{place}: a vending key is not sent over a line that can be read; use tls://, or keep the scenario on "
                + "a bench of its own");
        }

        string[] homeless =
        [
            .. cases.Zip(needs).Where(one => !_benches.Any(bench => one.Second.All(bench.Capabilities.Contains)))
                .Select(one => $"{one.First.Place}: no rig that fits has all of: {string.Join(", ", one.Second)}"),
        ];
        if (homeless.Length > 0) throw new FeatureMistakesException(homeless);
    }

    private static RunSheet SheetOf(IReadOnlyList<ScenarioCase> cases, RunOptions options)
    {
        var files = cases.Select(one => one.Place.File).Distinct().ToList();
        var texts = cases.DistinctBy(one => one.Place.File).ToDictionary(one => one.Place.File, one => one.Source);
        return new RunSheet
        {
            Seed = options.Seed,
            Record = options.Record,
            KeepsOutput = options.KeepsOutput,
            Files = [.. files.Select(file => new SheetFile(file, texts[file]))],
            Scenarios = [.. cases.Select(one => new SheetScenario(files.IndexOf(one.Place.File), one.Place.Line))],
        };
    }
}
