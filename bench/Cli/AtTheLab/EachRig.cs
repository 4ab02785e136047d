using HilBench.Lab.Told;
using HilBench.Lab.Coordination;
using HilBench.Runs;
using HilBench.Scenarios.Features;
using HilBench.Scenarios.Running;

namespace HilBench.Cli;

/// <summary>Everything on every rig that fits: a run of its own for each, all at the same time.</summary>
internal sealed class EachRig(LabBoard board, RunRequest request, LabRequest wanted, string again)
{
    public int Run(CancellationToken stop)
    {
        string[] names = [.. new LabSite(board, wanted).Benches(stop).Select(bench => bench.Name)];
        var runs = names.Select(name => new OneRig(name, board, request, wanted, again)).ToArray();
        Task.WaitAll([.. runs.Select(run => Task.Factory.StartNew(
            () => run.Run(stop), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))]);
        foreach (var run in runs) run.Print();
        return ExitCodes.For(runs.SelectMany(run => run.Verdicts));
    }

    private sealed class OneRig(string name, LabBoard board, RunRequest request, LabRequest wanted, string again)
        : IRunAudience
    {
        private readonly RunRequest _request = request with
        {
            Report = request.Report is { } folder ? Path.Combine(folder, name) : null,
        };

        private RunOutcome? _outcome;
        private Exception? _wrong;

        public IEnumerable<Verdict> Verdicts => _outcome is null
            ? [Verdict.RigFault] : _outcome.Results.Select(result => result.Verdict)
                .Concat(_outcome.IsReported ? [] : [Verdict.RigFault]);

        public void Run(CancellationToken stop)
        {
            var site = new LabSite(board, wanted with
            {
                On = RigExpression.Parse($"name={name}"), Rigs = 1, Name = $"lab ({name})",
            });
            try
            {
                _outcome = new BenchRun(_request, this) { Site = site }.Run(stop);
                site.IsReported();
            }
            catch (Exception wrong)
            {
                _wrong = wrong;
            }
        }

        public void Print()
        {
            Console.WriteLine($"{name}:");
            if (_outcome is { } outcome)
            {
                new RunSummary(outcome, scenario => Again(scenario, outcome.Seed)).Print();
            }
            else
            {
                Console.Error.WriteLine($"{name}: {_wrong?.Message}");
            }
        }

        public void Tell(string line) => Console.Error.WriteLine($"{name}: {line}");

        public void Begins(RunReading reading, ulong seed)
        {
        }

        public void Started(ScenarioCase scenario)
        {
        }

        public void Finished(ScenarioResult result)
        {
        }

        public void AllRan()
        {
        }

        public void Ended(RunOutcome outcome)
        {
        }

        public string Again(ScenarioCase scenario, ulong seed) =>
            $"{Shell.ThisCommand} lab run {ShellWord.Quote(scenario.Place.ToString())} --seed {seed} {again} "
            + $"--on name={name}";
    }
}
