using HilBench.Lab.Told;
using HilBench.Recording;
using HilBench.Roles;
using HilBench.Scenarios.Engine;
using HilBench.Scenarios.Features;
using HilBench.Scenarios.Running;
using HilBench.Scenarios.World;

namespace HilBench.Lab.Benches;

/// <summary>Runs scenarios of a sheet on the rig of this bench, one at a time.</summary>
internal sealed class ScenarioDesk(BenchSettings settings) : IDisposable
{
    private readonly StepEngine _engine = StepEngine.Of([typeof(Bench).Assembly, .. settings.Steps]);
    private readonly Dictionary<int, IReadOnlyList<ScenarioCase>> _read = [];
    private RunSheet? _sheet;

    /// <summary>Runs one scenario to its end.</summary>
    /// <param name="sheet">The run.</param>
    /// <param name="at">Which of its scenarios.</param>
    /// <param name="demand">Throws a <see cref="RigFaultException"/> when nobody may use the rig any more.</param>
    /// <param name="shelf">Where its recording goes.</param>
    /// <param name="stop">Ends it early.</param>
    public ScenarioResult Run(RunSheet sheet, int at, Action demand, RecordingShelf shelf, CancellationToken stop)
    {
        var scenario = CaseOf(sheet, at);
        var plan = Leased(demand, stop);
        var options = new RunOptions
        {
            Jobs = 1,
            Seed = sheet.Seed,
            Stop = stop,
            Judge = MeterJudge.Judge,
            Provide = container => container.RegisterInstanceAs(plan, typeof(RigPlan)),
            KeepsOutput = sheet.KeepsOutput,
            Record = sheet.Record,
            Shelf = shelf,
        };
        return new Runner(_engine, options).Run([scenario])[0];
    }

    /// <summary>The title of a scenario, for people who look at the lab.</summary>
    public string TitleOf(RunSheet sheet, int at) => CaseOf(sheet, at).Title;

    public void Dispose() => _engine.Dispose();

    private RigPlan Leased(Action demand, CancellationToken stop)
    {
        var labels = new Dictionary<string, string>(settings.Labels, StringComparer.Ordinal)
        {
            ["bench"] = settings.Name,
        };
        var plan = settings.Plan with { Stop = stop, Labels = labels };
        return new LeasedPlan(settings.Operator is { } person ? plan.AttendedBy(person) : plan, demand);
    }

    /// <exception cref="FeatureMistakesException">The sheet is not one that this bench can run.</exception>
    private ScenarioCase CaseOf(RunSheet sheet, int at)
    {
        if (!ReferenceEquals(sheet, _sheet)) _read.Clear();
        _sheet = sheet;
        if (at < 0 || at >= sheet.Scenarios.Count || sheet.Scenarios[at].File is var file
            && (file < 0 || file >= sheet.Files.Count))
            throw new FeatureMistakesException($"the run has no scenario {at}");
        if (!_read.TryGetValue(file, out var cases)) _read[file] = cases = Read(sheet.Files[file]);
        return cases.FirstOrDefault(one => one.Place.Line == sheet.Scenarios[at].Line)
            ?? throw new FeatureMistakesException($"{sheet.Files[file].Name}: no scenario begins on that line");
    }

    private IReadOnlyList<ScenarioCase> Read(SheetFile file)
    {
        var cases = FeatureReader.Parse(new StringReader(file.Text), file.Name, _engine);
        SheetRules.Demand(cases);
        return cases;
    }
}
