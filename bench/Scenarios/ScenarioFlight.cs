using HilBench.Recording;
using HilBench.Recording.Replaying;
using HilBench.Roles;

namespace HilBench.Scenarios;

/// <summary>The recording of one scenario, from the moment its rig is built to its verdict.</summary>
public sealed class ScenarioFlight : IDisposable
{
    private readonly RecordingShelf? _shelf;
    private readonly RecordingScope _scope;
    private FlightRecorder _recorder = new();
    private RigPlan? _plan;
    private RecordingHead _head = new();

    /// <summary>Nothing is recorded.</summary>
    public ScenarioFlight()
    {
    }

    /// <param name="scope">Which scenarios.</param>
    /// <param name="shelf">Where recordings are kept; null when none is wanted.</param>
    internal ScenarioFlight(RecordingScope scope, RecordingShelf? shelf) =>
        (_scope, _shelf) = (shelf is null ? RecordingScope.None : scope, shelf);

    /// <summary>Told when the rig has been built; null when nobody looks on.</summary>
    internal Action<IMeterRig>? Built { get; init; }

    /// <summary>Told of every event as it is noted; null when nobody looks on.</summary>
    internal Action<RecordedEvent>? Noted { get; init; }

    /// <summary>Which step runs now, from 0; -1 before the first.</summary>
    internal int Step
    {
        get => _recorder.Step;
        set => _recorder.Step = value;
    }

    /// <summary>
    /// Builds the rig of the scenario. What the scenario does to it is recorded, if it is wanted; in virtual time the
    /// inside is only looked at while it runs when every scenario is to be kept. Who looks on hears of it, recorded or
    /// not.
    /// </summary>
    public IMeterRig Build(RigPlan plan, ulong seed, DateTime begins)
    {
        var isKept = _scope != RecordingScope.None;
        if (!isKept && Noted is null) return plan.Build(seed);
        var looksInside = isKept && (_scope == RecordingScope.All || !plan.IsVirtual);
        _recorder = new FlightRecorder(looksInside) { Step = _recorder.Step, Noted = Noted };
        _plan = plan;
        var bare = (plan with { Probe = _recorder.Probe }).Build(seed);
        Built?.Invoke(bare);
        var rig = _recorder.Attach(bare);
        _head = RecordingHeads.Of(plan, rig, seed, begins);
        return rig;
    }

    /// <summary>A recording ends with what the meter has kept, where that can be read.</summary>
    public void LookLast(IMeterRig rig)
    {
        if (!_recorder.HasBegun || _scope == RecordingScope.None) return;
        try
        {
            _ = rig.Stored;
        }
        catch (Exception)
        {
            // It has been recorded that nobody could read it; the scenario did not ask.
        }
    }

    public void Dispose() => _recorder.Dispose();

    /// <summary>The scenario is over: its recording, where one is to be kept.</summary>
    /// <param name="ofScenario">Says in the head what the scenario is.</param>
    /// <param name="end">How it ended.</param>
    /// <param name="isGreen">It passed.</param>
    internal KeptRecording? Keep(Func<RecordingHead, RecordingHead> ofScenario, RecordingEnd end, bool isGreen)
    {
        using var recorder = _recorder;
        if (_shelf is null || _plan is null || !recorder.HasBegun) return null;
        if (_scope == RecordingScope.None || (_scope == RecordingScope.Red && isGreen)) return null;
        try
        {
            return Keep(_shelf, recorder, _plan, ofScenario(_head), end);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            _shelf.Lost(wrong.Message);
            return null;
        }
    }

    private static KeptRecording Keep(
        RecordingShelf shelf, FlightRecorder recorder, RigPlan plan, RecordingHead head, RecordingEnd end)
    {
        using var whole = new MemoryStream();
        if (recorder.LooksInside)
        {
            recorder.Write(whole, head, end);
            return shelf.Put(whole);
        }

        using var outside = new MemoryStream();
        recorder.Write(outside, head, end);
        outside.Position = 0;
        using var inside = InsideOf(FlightRecording.Read("recording", outside), plan, recorder, out var why);
        if (inside is null) recorder.Write(whole, head, end with { WithoutInside = why });
        else inside.Write(whole, head, end);
        return shelf.Put(whole);
    }

    private static FlightRecorder? InsideOf(
        FlightRecording outside, RigPlan plan, FlightRecorder recorder, out string? why)
    {
        try
        {
            var inside = InsideView.Of(outside, plan, recorder.Station);
            why = inside is null ? "the rig did not do the same again" : null;
            return inside;
        }
        catch (OperationCanceledException) when (plan.Stop.IsCancellationRequested)
        {
            why = "the run was stopped";
            return null;
        }
        catch (Exception wrong) when (wrong is not (IOException or UnauthorizedAccessException))
        {
            why = $"it could not be done again: {wrong.Message}";
            return null;
        }
    }
}
