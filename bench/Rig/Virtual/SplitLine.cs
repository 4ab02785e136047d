using HilBench.Chips;
using HilBench.Meter.Split;
using HilBench.Roles;
using HilBench.TokenPort;
using HilBench.TokenPort.Links;

namespace HilBench.Rig.Virtual;

/// <summary>
/// The line between a keypad unit and its measuring unit: both may speak at once, each byte costs its time and passes
/// through whatever real thing carries it. A whole frame wakes who is to read it, as a receiver with a buffer does.
/// </summary>
internal sealed class SplitLine : IDisposable
{
    private const byte FlippedBit = 0x10;
    private const int FirstHit = 12;

    private readonly VirtualTime _time;
    private readonly IByteCarrier _carrier;
    private readonly IOutsideLine? _outside;
    private readonly IRigProbe? _probe;
    private readonly TimeSpan _perByte;
    private readonly int _name;
    private bool _isEntryUnanswered;
    private bool _isLosingAnswer;
    private int _underWay;

    /// <param name="time">The time that bytes cost.</param>
    /// <param name="baud">How fast they go.</param>
    /// <param name="carrier">What real thing carries them.</param>
    /// <param name="outside">Where the other part is; null where both are ours.</param>
    /// <param name="ours">Which part is ours.</param>
    /// <param name="probe">Who looks on; null when nobody does.</param>
    public SplitLine(
        VirtualTime time, int baud, IByteCarrier carrier, IOutsideLine? outside, OurPart ours, IRigProbe? probe)
    {
        (_time, _carrier, _outside, _probe) = (time, carrier, outside, probe);
        _perByte = LineBytes.TimeOnLine(1, baud);
        _name = probe?.Line("LINE") ?? 0;
        KeypadUnit = new End(this, isMeasuring: false);
        MeasuringUnit = new End(this, isMeasuring: true);
        if (outside is null) return;
        outside.Arrived = bytes => ArriveFromOutside(ours == OurPart.KeypadUnit ? KeypadUnit : MeasuringUnit, bytes);
        time.Pace = new PaceOf(outside);
    }

    /// <summary>A frame for this meter has gone out of the house.</summary>
    public event Action<string>? SentOut;

    public End KeypadUnit { get; }

    public End MeasuringUnit { get; }

    /// <summary>What may happen to the bytes on their way.</summary>
    public SerialCable Cable { get; } = new();

    /// <summary>
    /// Bytes come through damaged, behind the head of a frame: what looks like a frame only its checksum can refuse.
    /// </summary>
    public Defect? Noise { get; set; }

    /// <summary>The answer to an entry is lost, the entry is not: strikes once for each answer.</summary>
    public Defect? AnswersLost { get; set; }

    /// <summary>Bytes are on their way.</summary>
    public bool IsBusy => _underWay > 0;

    public void Dispose()
    {
        _carrier.Dispose();
        _outside?.Dispose();
    }

    private void Send(End from, ReadOnlySpan<byte> frame)
    {
        if (_outside is not null)
        {
            SendOut(from, frame, _outside);
            return;
        }

        var bytes = from.IsMeasuring ? _carrier.Back(frame) : _carrier.Forth(frame);
        if (!from.IsMeasuring) _isEntryUnanswered = LineFrame.Decode(frame)?.Kind == FrameKind.Entry;
        else if (_isEntryUnanswered && AnswersLost?.Strike() == true) return;
        var to = from.IsMeasuring ? KeypadUnit : MeasuringUnit;
        var at = from.FreeAt > _time.Now ? from.FreeAt : _time.Now;
        for (var i = 0; i < bytes.Length; i++)
        {
            var (value, isLast, canBeHit) = (bytes[i], i == bytes.Length - 1, i >= FirstHit);
            at += _perByte;
            _underWay++;
            _time.At(at, () => Arrive(from, to, value, isLast, canBeHit));
        }

        from.FreeAt = at;
    }

    /// <summary>The time that bytes take is the port's.</summary>
    private void SendOut(End from, ReadOnlySpan<byte> frame, IOutsideLine outside)
    {
        if (LineFrame.Decode(frame) is { } sent)
        {
            _isEntryUnanswered = sent.Kind == FrameKind.Entry;
            _isLosingAnswer = false;
            SentOut?.Invoke(sent.Meter);
        }

        var bytes = new List<byte>(frame.Length);
        for (var i = 0; i < frame.Length; i++)
        {
            if (Carried(frame[i], canBeHit: i >= FirstHit) is { } carried) bytes.Add(carried);
        }

        if (bytes.Count == 0) return;
        _probe?.Bytes(_name, new LineTraffic(ToMeter: !from.IsMeasuring), [.. bytes], _time.Now);
        outside.Write([.. bytes]);
    }

    private void ArriveFromOutside(End to, byte[] bytes)
    {
        if (!to.IsMeasuring && _isEntryUnanswered && !_isLosingAnswer && AnswersLost?.Strike() == true)
            _isLosingAnswer = true;
        if (_isLosingAnswer || !to.HasPower()) return;
        foreach (var value in bytes)
        {
            if (Carried(value, canBeHit: true) is not { } arrives) continue;
            to.Take(arrives);
            _probe?.Bytes(_name, new LineTraffic(ToMeter: to.IsMeasuring), [arrives], _time.Now);
        }

        to.Wake();
    }

    private byte? Carried(byte value, bool canBeHit)
    {
        if (Cable.Carry(value, out _) is not { } carried) return null;
        return canBeHit && Noise?.Strike() == true ? (byte)(carried ^ FlippedBit) : carried;
    }

    private void Arrive(End from, End to, byte value, bool isLast, bool canBeHit)
    {
        _underWay--;
        if (from.HasPower() && Carried(value, canBeHit) is { } arrives && to.HasPower())
        {
            to.Take(arrives);
            _probe?.Bytes(_name, new LineTraffic(ToMeter: to.IsMeasuring), [arrives], _time.Now);
        }

        if (isLast) to.Wake();
    }

    /// <summary>The bench's time waits for the other part.</summary>
    private sealed class PaceOf(IOutsideLine outside) : IPace
    {
        public TimeSpan Await(TimeSpan moment) => outside.Await(moment);

        public void HandOver() => outside.HandOver();
    }

    /// <summary>What the firmware of one unit has of the line.</summary>
    internal sealed class End(SplitLine line, bool isMeasuring) : IByteLink
    {
        private readonly Queue<byte> _arrived = new();

        public bool IsMeasuring => isMeasuring;

        /// <summary>A unit without power neither sends nor hears.</summary>
        public Func<bool> HasPower { get; set; } = static () => true;

        /// <summary>A frame may have arrived.</summary>
        public Action Wake { get; set; } = static () => { };

        /// <summary>Until then it is still sending.</summary>
        public TimeSpan FreeAt { get; set; }

        public string Name => line._outside?.Name ?? line._carrier.Name;

        public void SetBaud(int baud)
        {
        }

        public void Write(ReadOnlySpan<byte> bytes) => line.Send(this, bytes);

        public int Read(Span<byte> into, TimeSpan patience)
        {
            var count = 0;
            while (count < into.Length && _arrived.TryDequeue(out var value)) into[count++] = value;
            return count;
        }

        public void Take(byte value) => _arrived.Enqueue(value);

        public void DiscardInput() => _arrived.Clear();

        public void Dispose()
        {
        }
    }
}
