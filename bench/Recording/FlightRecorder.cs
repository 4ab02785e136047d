using HilBench.Meter;
using HilBench.Roles;
using HilBench.Vending;

namespace HilBench.Recording;

/// <summary>
/// Records one scenario. It stands between the scenario and its rig (<see cref="Attach"/>) and notes what is done and
/// answered; where it looks inside as well, the rig tells it what its wires carry and what its meter is told and does.
/// </summary>
/// <remarks>
/// In virtual time nobody has to look inside while a scenario runs: what was done can be done again, and then all of it
/// happens again (<see cref="HilBench.Recording.Replaying.InsideView"/>).
/// </remarks>
public sealed class FlightRecorder : IRigProbe, IDisposable
{
    private readonly Lock _lock = new();
    private readonly RecordingTape _tape = new();
    private long _places;
    private bool _isOver;

    /// <summary>A recorder that records nothing.</summary>
    public FlightRecorder()
    {
    }

    /// <param name="looksInside">Wires, bytes, inputs and effects are recorded as they come.</param>
    public FlightRecorder(bool looksInside) => (IsOn, LooksInside) = (true, looksInside);

    /// <summary>It records.</summary>
    public bool IsOn { get; }

    public bool LooksInside { get; }

    /// <summary>Something has been recorded: a rig was attached.</summary>
    public bool HasBegun { get; private set; }

    /// <summary>What a rig is to tell; null when nothing inside it is wanted.</summary>
    public IRigProbe? Probe => LooksInside ? this : null;

    /// <summary>Which step of the scenario runs now, from 0; -1 before the first.</summary>
    public int Step { get; set; } = -1;

    /// <summary>
    /// Where the tokens that made the meter ready were sold. It knows vending keys, so no file holds it.
    /// </summary>
    public VendingStation? Station { get; internal set; }

    /// <summary>
    /// Told of every event as it is noted, on the thread that noted it, for who compares or shows them at once. Levels
    /// of wires and bytes on lines are no events.
    /// </summary>
    public Action<RecordedEvent>? Noted { get; set; }

    /// <summary>From now on all that goes through the answer is recorded; the rig belongs to it.</summary>
    public IMeterRig Attach(IMeterRig rig)
    {
        if (!IsOn) return rig;
        HasBegun = true;
        return new RecordedRig(rig, this);
    }

    /// <summary>What comes now is not part of the scenario any more, such as the end of the rig.</summary>
    public void Close()
    {
        lock (_lock) _isOver = true;
    }

    /// <summary>Writes what was recorded as a file.</summary>
    public void Write(Stream to, RecordingHead head, RecordingEnd end)
    {
        Close();
        _tape.Write(to, head, end);
    }

    public void Dispose()
    {
        Close();
        _tape.Dispose();
    }

    /// <summary>The place of an event that begins now.</summary>
    internal long Begin() => Interlocked.Increment(ref _places) - 1;

    internal void Note(RecordedEvent one)
    {
        lock (_lock)
        {
            if (_isOver) return;
            one = one with { Step = Step };
            _tape.Add(one);
        }

        Noted?.Invoke(one);
    }

    int IRigProbe.Wire(string name)
    {
        lock (_lock) return _tape.AddWire(name, Begin());
    }

    void IRigProbe.Level(int wire, bool isHigh, TimeSpan at)
    {
        lock (_lock)
        {
            if (!_isOver) _tape.Level(wire, isHigh, at, Begin());
        }
    }

    int IRigProbe.Line(string name)
    {
        lock (_lock) return _tape.AddLine(name, Begin());
    }

    void IRigProbe.Bytes(int line, LineTraffic traffic, ReadOnlySpan<byte> bytes, TimeSpan at)
    {
        lock (_lock)
        {
            if (!_isOver) _tape.Bytes(line, traffic, bytes, at, Begin());
        }
    }

    void IRigProbe.Takes(MeterInput input, TimeSpan at) =>
        Note(new MeterTold { At = at, Place = Begin(), Text = Words.Of(input) });

    void IRigProbe.Does(Effect effect, TimeSpan at) => Note(new MeterWanted
    {
        At = at, Place = Begin(), Text = Words.Of(effect),
        Image = effect is Effect.Save save ? save.Image.ToArray() : null,
    });
}
