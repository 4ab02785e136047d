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
    private const int FirstHit = 3;

    private readonly VirtualTime _time;
    private readonly IByteCarrier _carrier;
    private readonly IRigProbe? _probe;
    private readonly TimeSpan _perByte;
    private readonly int _name;
    private bool _isEntryUnanswered;
    private int _underWay;

    /// <param name="time">The time that bytes cost.</param>
    /// <param name="baud">How fast they go.</param>
    /// <param name="carrier">What real thing carries them.</param>
    /// <param name="probe">Who looks on; null when nobody does.</param>
    public SplitLine(VirtualTime time, int baud, IByteCarrier carrier, IRigProbe? probe)
    {
        (_time, _carrier, _probe) = (time, carrier, probe);
        _perByte = LineBytes.TimeOnLine(1, baud);
        _name = probe?.Line("LINE") ?? 0;
        KeypadUnit = new End(this, isMeasuring: false);
        MeasuringUnit = new End(this, isMeasuring: true);
    }

    public End KeypadUnit { get; }

    public End MeasuringUnit { get; }

    /// <summary>What may happen to the bytes on their way.</summary>
    public SerialCable Cable { get; } = new();

    /// <summary>
    /// Bytes come through damaged, from the fourth of a frame on: what is seen as a frame its checksum must refuse.
    /// </summary>
    public Defect? Noise { get; set; }

    /// <summary>The answer to an entry is lost, the entry is not: strikes once for each answer.</summary>
    public Defect? AnswersLost { get; set; }

    /// <summary>Bytes are on their way.</summary>
    public bool IsBusy => _underWay > 0;

    public void Dispose() => _carrier.Dispose();

    private void Send(End from, ReadOnlySpan<byte> frame)
    {
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

    private void Arrive(End from, End to, byte value, bool isLast, bool canBeHit)
    {
        _underWay--;
        if (from.HasPower() && Cable.Carry(value, out _) is { } carried && to.HasPower())
        {
            var arrives = canBeHit && Noise?.Strike() == true ? (byte)(carried ^ FlippedBit) : carried;
            to.Take(arrives);
            _probe?.Bytes(_name, new LineTraffic(ToMeter: to.IsMeasuring), [arrives], _time.Now);
        }

        if (isLast) to.Wake();
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

        public string Name => line._carrier.Name;

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
