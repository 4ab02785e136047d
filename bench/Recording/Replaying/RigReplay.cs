using HilBench.Roles;
using HilBench.Vending;

namespace HilBench.Recording.Replaying;

/// <summary>
/// Does to a rig what a recording says was done to one, and compares answer by answer, to the first that is another.
/// </summary>
public sealed class RigReplay(FlightRecording recording, RigPlan plan)
{
    private readonly ReplayJudge _judge = new(recording, plan);

    /// <exception cref="OperationCanceledException">It was asked to stop.</exception>
    public ReplayOutcome Run()
    {
        using var recorder = new FlightRecorder(looksInside: false);
        recorder.Noted = _judge.Hear;
        try
        {
            using var rig = recorder.Attach(plan.Build(recording.Head.Seed));
            Play(rig, recorder);
            recorder.Close();
        }
        catch (Exception wrong) when (wrong is RigFaultException or NotRepeatableException)
        {
            return Ended(wrong);
        }

        return _judge.Outcome();
    }

    private void Play(IMeterRig rig, FlightRecorder recorder)
    {
        rig.Clock.LookUpWith(plan.Stop.ThrowIfCancellationRequested);
        var player = new RigPlayer(rig, Station());
        foreach (var call in recording.Calls)
        {
            plan.Stop.ThrowIfCancellationRequested();
            recorder.Step = call.Step;
            Reach(rig.Clock, call.At);
            _judge.Expect(call);
            if (Do(player, call) is { } answer) _judge.Answer(answer, rig.Clock.Now);
            if (_judge.HasDiverged) return;
            Reach(rig.Clock, call.At + call.Took);
            if (_judge.HasDiverged) return;
        }

        _judge.Finish(rig.Clock.Now);
    }

    /// <summary>
    /// Where something took its time then and takes none now, time is waited for. On the rig that was recorded it is
    /// there already.
    /// </summary>
    private static void Reach(IBenchClock clock, TimeSpan moment)
    {
        if (moment > clock.Now) clock.Wait(moment - clock.Now);
    }

    /// <summary>What was not possible then may be impossible now; the judge has heard of it.</summary>
    private static string? Do(RigPlayer player, RigCall call)
    {
        try
        {
            return player.Do(call);
        }
        catch (StimulusNotDeliveredException wrong)
        {
            if (call.Saw is { } saw && saw.StartsWith(Words.NotDelivered, StringComparison.Ordinal)) return null;
            throw new NotRepeatableException(wrong.Message);
        }
        catch (Exception wrong) when (wrong is not OperationCanceledException && Words.Of(wrong) == call.Saw)
        {
            return null;
        }
    }

    private VendingStation Station()
    {
        var station = new VendingStation(plan.Tables, recording.Head.Seed);
        if (plan.FixedMeter is ({ } key, { } vending)) station.Hold(key.Derivation, vending);
        return station;
    }

    /// <summary>An answer that was another before the rig gave up counts for more than that it did.</summary>
    private ReplayOutcome Ended(Exception wrong) => _judge.HasDiverged ? _judge.Outcome()
        : _judge.Outcome() with
        {
            Verdict = wrong is RigFaultException ? ReplayVerdict.RigFault : ReplayVerdict.Invalid,
            Why = wrong.Message,
        };
}
