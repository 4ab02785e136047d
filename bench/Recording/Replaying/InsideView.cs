using HilBench.Roles;
using HilBench.Vending;

namespace HilBench.Recording.Replaying;

/// <summary>
/// What went on inside a rig in virtual time, found out afterwards: the same deeds on the same rig with the same seed
/// are the same run, and this time somebody looks on at its wires.
/// </summary>
public static class InsideView
{
    /// <summary>The whole recording; null when the rig did not do the same again.</summary>
    /// <param name="outside">What was done and answered.</param>
    /// <param name="plan">The rig.</param>
    /// <param name="station">Sold the tokens that made a meter behind a port ready; null where there was none.</param>
    public static FlightRecorder? Of(FlightRecording outside, RigPlan plan, VendingStation? station)
    {
        var recorder = new FlightRecorder(looksInside: true);
        var answers = outside.Calls.GetEnumerator();
        var isSame = true;
        recorder.Noted = one =>
        {
            if (one is not RigCall call) return;
            isSame &= answers.MoveNext() && answers.Current.Saw == call.Saw && answers.Current.Took == call.Took;
        };
        // A meter may start as soon as there is a rig, which the first step that needed it has built.
        recorder.Step = outside.Calls.FirstOrDefault()?.Step ?? recorder.Step;
        using (var rig = recorder.Attach((plan with { Probe = recorder.Probe }).Build(outside.Head.Seed)))
        {
            rig.Clock.LookUpWith(plan.Stop.ThrowIfCancellationRequested);
            var player = new RigPlayer(rig, station ?? new VendingStation(plan.Tables, outside.Head.Seed));
            foreach (var call in outside.Calls)
            {
                plan.Stop.ThrowIfCancellationRequested();
                recorder.Step = call.Step;
                DoOrNote(player, call);
                if (!isSame) break;
            }

            recorder.Close();
        }

        recorder.Noted = null;
        if (isSame) return recorder;
        recorder.Dispose();
        return null;
    }

    /// <summary>What was not possible then is not possible now either, and has been noted.</summary>
    private static void DoOrNote(RigPlayer player, RigCall call)
    {
        try
        {
            player.Do(call);
        }
        catch (Exception wrong) when (call.Saw is not null && wrong is not OperationCanceledException)
        {
            // The call has been noted with what was wrong, and compared with the one before.
        }
    }
}
