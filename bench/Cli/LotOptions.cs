using System.CommandLine;
using HilBench.Input;
using HilBench.Lots.Deliveries;
using HilBench.RigFiles;
using HilBench.Runs;
using HilBench.Scenarios;
using HilBench.Scenarios.Features;
using HilBench.Scenarios.Running;

namespace HilBench.Cli;

/// <summary>The words of <c>hilbench run</c> for a delivery of meters, and the run of it.</summary>
internal sealed class LotOptions
{
    private const string MetersOption = "--meters";

    private readonly Option<string?> _meters = new(MetersOption)
    {
        Description = "Runs everything for each meter of a delivery: meter number, supply group, … (docs/lots.md).",
        HelpName = "FILE",
    };

    private readonly Option<string?> _serial = new("--serial")
    {
        Description = "Only this meter of the delivery.", HelpName = "SERIAL",
    };

    private readonly Option<ulong?> _sample =
        Options.Whole("--sample", "How many meters of the delivery are tested, drawn by the seed.", 1, int.MaxValue);

    private readonly Option<ulong?> _accept =
        Options.Whole("--accept", "How many of them may fail; 0 unless given.", 0, int.MaxValue);

    private readonly Option<string?> _sampling = new("--sampling")
    {
        Description = "A table of lot sizes, samples and how many may fail, in place of the two.", HelpName = "FILE",
    };

    public void AddTo(Command command)
    {
        Option[] all = [_serial, _sample, _accept, _sampling];
        command.Add(_meters);
        foreach (var option in all)
        {
            command.Add(option);
            option.Validators.Add(result =>
            {
                if (result.GetResult(_meters) is null) result.AddError($"{option.Name} needs {MetersOption} FILE");
            });
        }

        _sampling.Validators.Add(result =>
        {
            if (result.GetResult(_sample) is not null || result.GetResult(_accept) is not null)
                result.AddError("--sampling has the numbers of --sample and --accept: one or the other");
        });
        _serial.Validators.Add(result =>
        {
            if (result.GetResult(_sample) is not null || result.GetResult(_sampling) is not null)
                result.AddError("--serial names one meter: there is nothing to draw a sample of");
        });
    }

    /// <summary>The delivery that was asked for; null when none was.</summary>
    public string? FileOf(ParseResult parsed) => parsed.GetValue(_meters);

    /// <summary>Runs it.</summary>
    public int Run(ParseResult parsed, string file, RunRequest request, CancellationToken stop)
    {
        if (request.Shard is not null)
            throw new SettingsException("--shard is a part of a run; a delivery is run whole, meter by meter");
        var lot = DeliveryFile.Read(file, Console.Error.WriteLine);
        if (parsed.GetValue(_serial) is { } serial)
        {
            lot = [lot.FirstOrDefault(one => one.Serial == serial) ?? throw new SettingsException(
                $"{file}: it has no meter with the serial {Excerpt.Of(serial)}")];
        }

        var isOne = parsed.GetValue(_serial) is not null;
        var plan = PlanOf(parsed, lot.Count);
        var rig = Rigs.Load(request.Rig, request.Profile);
        var isMadeHere = rig.FixedMeter is null;
        request = request with { MeterList = file, FailFast = false };
        // What is wrong with the features is told once, and before anybody changes a meter.
        var told = new HashSet<string>(StringComparer.Ordinal);
        new BenchRun(request with { Meter = lot[0] }, new LotAudience(request, told)).Read(stop);
        var report = request.Report is { } folder && !isOne ? new LotReport(folder) : null;
        report?.Begin();
        var run = new LotRun(request, one => new LotAudience(one, told))
        {
            Operator = new TerminalOperator(), StopsWhenRejected = parsed.GetValue<bool>("--fail-fast"), Tested = Tell,
        };
        var seed = request.Seed ?? rig.Seed;
        var outcome = run.Run(InputFile.Shown(file), lot, plan, isMadeHere, seed, stop);
        report?.Write(outcome, rig.Name, seed);
        if (isOne) Console.WriteLine("one meter alone accepts or rejects no lot");
        else Console.WriteLine(outcome.Line);
        return outcome.ExitCode;
    }

    private SamplingPlan PlanOf(ParseResult parsed, int size)
    {
        if (parsed.GetValue(_sampling) is { } table)
        {
            var found = SamplingPlan.Of(table, size);
            return found.Accept < Math.Min(found.Sample, size) ? found : throw new SettingsException(
                $"{table}: for a lot of {size} meters {found.Accept} may fail: nothing could be rejected");
        }

        var sample = (int?)parsed.GetValue(_sample) ?? size;
        var accept = (int?)parsed.GetValue(_accept) ?? 0;
        if (sample > size) throw new SettingsException($"--sample is {sample}, and the delivery has {size} meters");
        return accept < sample ? new SamplingPlan(sample, accept) : throw new SettingsException(
            $"--accept is {accept} of {sample} meters that are tested: nothing could be rejected");
    }

    private static void Tell(TestedMeter one)
    {
        var counts = string.Join(", ", one.Verdicts.OrderBy(pair => pair.Key)
            .Select(pair => $"{pair.Value} {pair.Key.Word()}"));
        Console.WriteLine(Printable.Line($"meter {one.Meter.Serial}: {one.Word}: {one.Why ?? counts}"));
        foreach (var red in one.Reds.Take(5)) Console.WriteLine("  " + Printable.Line(red));
        if (one.Reds.Count > 5) Console.WriteLine($"  and {one.Reds.Count - 5} more");
    }

    /// <summary>
    /// Of the run of one meter only what goes wrong around it is told, and what is so for all of them once; the rest
    /// stands in its report.
    /// </summary>
    private sealed class LotAudience(RunRequest request, HashSet<string> told) : IRunAudience
    {
        private RunProgress? _progress;

        public void Tell(string line)
        {
            if (told.Add(line)) Console.Error.WriteLine(line);
        }

        public void Begins(RunReading reading, ulong seed) =>
            _progress = RunProgress.Start(reading.Cases.Count, reading.Plan.NeedsOperator);

        public void Started(ScenarioCase scenario) => _progress?.Started(scenario);

        public void Finished(ScenarioResult result) => _progress?.Finished(result);

        public void AllRan()
        {
            _progress?.Dispose();
            _progress = null;
        }

        public void Ended(RunOutcome outcome)
        {
        }

        public string Again(ScenarioCase scenario, ulong seed) => request.Again(Shell.ThisCommand, scenario, seed);
    }
}
