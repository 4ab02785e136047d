using HilBench.Input;
using HilBench.Roles;
using HilBench.Runs;
using HilBench.Scenarios.Features;
using HilBench.Scenarios.Running;

namespace HilBench.Lots.Deliveries;

/// <summary>
/// A run for each meter of a sample, one after the other, each with a report of its own. Where the rig has a real
/// meter, a person changes it.
/// </summary>
/// <param name="request">What is run on each of them.</param>
/// <param name="audienceOf">Who is told of the run of a meter.</param>
public sealed class LotRun(RunRequest request, Func<RunRequest, IRunAudience> audienceOf)
{
    private static readonly TimeSpan PatienceForAChange = TimeSpan.FromMinutes(30);

    /// <summary>Who changes the meters.</summary>
    public required IOperator Operator { get; init; }

    /// <summary>Nothing is tested any more when too many meters have failed.</summary>
    public bool StopsWhenRejected { get; init; }

    /// <summary>Told of each meter as soon as it is tested.</summary>
    public Action<TestedMeter> Tested { get; init; } = static _ => { };

    /// <summary>Runs all.</summary>
    /// <param name="list">The file of the delivery, as the user knows it.</param>
    /// <param name="lot">What was delivered.</param>
    /// <param name="plan">How many are tested.</param>
    /// <param name="isMadeHere">The rig makes its meters itself.</param>
    /// <param name="seed">The seed of the run, by which meters are drawn.</param>
    /// <param name="stop">Asks for an orderly end.</param>
    /// <exception cref="FeatureMistakesException">The features are wrong, which is so for every meter.</exception>
    /// <exception cref="SettingsException">The rig file is wrong.</exception>
    public LotOutcome Run(
        string list, IReadOnlyList<OrderedMeter> lot, SamplingPlan plan, bool isMadeHere, ulong seed,
        CancellationToken stop)
    {
        var drawn = plan.Draw(lot, seed);
        var tested = new List<TestedMeter>();
        foreach (var meter in drawn)
        {
            var one = isMadeHere ? Test(meter, stop) : Change(meter, stop);
            tested.Add(one);
            Tested(one);
            var outcome = new LotOutcome(list, lot.Count, plan, drawn.Count, tested);
            if (stop.IsCancellationRequested || (StopsWhenRejected && outcome.IsRejected)) break;
        }

        return new LotOutcome(list, lot.Count, plan, drawn.Count, tested);
    }

    private TestedMeter Change(OrderedMeter meter, CancellationToken stop)
    {
        var question = $"Is meter {meter.Serial} (number {meter.Key.Pan}) on the bench now, under power?";
        return Operator.Confirms(question, PatienceForAChange, stop) switch
        {
            true => Test(meter, stop),
            false => TestedMeter.Untested(meter, ExitCodes.RigFault, "it was not put on the bench"),
            null when stop.IsCancellationRequested => TestedMeter.Untested(meter, ExitCodes.Aborted, "stopped"),
            null => TestedMeter.Untested(meter, ExitCodes.RigFault, "nobody said that it is on the bench"),
        };
    }

    private TestedMeter Test(OrderedMeter meter, CancellationToken stop)
    {
        var ofThis = request with
        {
            Meter = meter,
            Report = request.Report is { } folder ? Path.Combine(folder, meter.Serial) : null,
        };
        try
        {
            var run = new BenchRun(ofThis, audienceOf(ofThis)) { Operator = Operator };
            return TestedMeter.Of(meter, run.Run(stop));
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return TestedMeter.Untested(meter, ExitCodes.Aborted, "stopped");
        }
        catch (RigFaultException wrong)
        {
            return TestedMeter.Untested(meter, ExitCodes.RigFault, wrong.Message);
        }
    }
}
