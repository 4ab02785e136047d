using HilBench.Board;
using HilBench.Chips;
using HilBench.Meter;
using HilBench.Rig.Faults;
using HilBench.Roles;
using HilBench.TokenPort;
using HilBench.TokenPort.Links;
using HilBench.Tokens;

namespace HilBench.Rig.Virtual;

/// <summary>
/// Our own meter behind its token port, in virtual time and on the caller's thread: a link that costs every character
/// its time on the line, and the clock of both sides. Reader and meter at different rates hear noise, as on a wire.
/// </summary>
public sealed class VirtualPortMeter : IByteLink, IBenchClock
{
    private const byte Noise = 0xA5;

    /// <summary>Steps of the board between two looks of whoever may end a wait.</summary>
    private const int WorkPerLook = 256;

    private readonly MeterSide _side = new();
    private readonly LinkBoard _board;
    private readonly MemoryRecordStore _store = new();
    private readonly SerialCable _cable = new();
    private int _baud = BaudCharacters.First;
    private Action _look = static () => { };

    public VirtualPortMeter(
        MeterProfile profile, StaTables tables, MeterRegisters registers, TokenPortSettings? settings = null,
        IRigProbe? probe = null)
    {
        Server = new TokenPortServer(settings ?? new TokenPortSettings { Accounting = profile.Accounting });
        _store.Write(0, StoredRecord.Encode(registers, sequence: 0));
        _board = new LinkBoard(
            new Meter.Meter(profile, tables), _store, this, port: new PortLine(Server, _side, this),
            probe: probe);
        _board.Answered += answer => Answers.Add(answer);
        _board.PowerUp();
        Faults = new FaultBox(
            () => Now,
            (_, _) => throw new StimulusNotDeliveredException("the fault", "this rig can only break something at once"),
            new CableFaults(() => Now, _cable));
    }

    public string Name => "virtual";

    /// <summary>Breaks the cable between reader and meter.</summary>
    public IFaultBox Faults { get; }

    public TimeSpan Now { get; private set; }

    public long Work { get; private set; }

    public TokenPortServer Server { get; }

    /// <summary>Every answer the meter gave, oldest first.</summary>
    public List<MeterAnswer> Answers { get; } = [];

    /// <summary>What the meter keeps at this moment.</summary>
    public StoredRecord? Stored => StoredRecord.Newest(_store.Read(0), _store.Read(1));

    /// <summary>Makes the meter anew, as the factory would, and starts it.</summary>
    public void Manufacture(MeterRegisters registers)
    {
        var next = (Stored?.Sequence ?? 0) + 1;
        _store.Write((int)(next % 2), StoredRecord.Encode(registers, next));
        _board.PowerUp();
    }

    public void SetBaud(int baud) => _baud = baud;

    public void Wait(TimeSpan duration)
    {
        var end = Now + (duration > TimeSpan.Zero ? duration : TimeSpan.Zero);
        while (_board.Due is { } due && due <= end) StepAt(due);
        Now = end;
        _board.Step();
    }

    public bool LookUpWith(Action look)
    {
        _look = look;
        return true;
    }

    public void Write(ReadOnlySpan<byte> bytes)
    {
        foreach (var value in bytes)
        {
            Wait(LineBytes.TimeOnLine(1, _baud));
            if (Carried(value) is not { } arrives) continue;
            _side.ToMeter.Enqueue(arrives);
            _board.Step();
        }
    }

    public int Read(Span<byte> into, TimeSpan patience)
    {
        var giveUp = Now + patience;
        while (_side.FromMeter.Count == 0 && _board.Due is { } due && due <= giveUp) StepAt(due);
        if (_side.FromMeter.Count == 0 && giveUp > Now) Now = giveUp;
        var count = 0;
        while (count < into.Length && _side.FromMeter.TryDequeue(out var value))
        {
            Now += LineBytes.TimeOnLine(1, Server.Baud);
            if (Carried(value) is { } arrives) into[count++] = arrives;
        }

        return count;
    }

    /// <summary>What arrives of a byte at the other end; a receiver at another rate hears noise.</summary>
    private byte? Carried(byte sent)
    {
        if (_cable.Carry(sent, out var isDamaged) is not { } arrives) return null;
        if (Server.Baud != _baud) return (byte)(sent ^ Noise | LineBytes.Damage);
        return isDamaged ? (byte)(arrives | LineBytes.Damage) : arrives;
    }

    public void DiscardInput() => _side.FromMeter.Clear();

    public void Dispose()
    {
    }

    private void StepAt(TimeSpan due)
    {
        if (due > Now) Now = due;
        if (++Work % WorkPerLook == 0) _look();
        _board.Step();
    }

    /// <summary>The line as the meter's board sees it.</summary>
    private sealed class MeterSide : IByteLink
    {
        public Queue<byte> ToMeter { get; } = new();

        public Queue<byte> FromMeter { get; } = new();

        public string Name => "virtual";

        public void SetBaud(int baud)
        {
        }

        public void Write(ReadOnlySpan<byte> bytes)
        {
            foreach (var value in bytes) FromMeter.Enqueue(value);
        }

        public int Read(Span<byte> into, TimeSpan patience)
        {
            var count = 0;
            while (count < into.Length && ToMeter.TryDequeue(out var value)) into[count++] = value;
            return count;
        }

        public void DiscardInput() => ToMeter.Clear();

        public void Dispose()
        {
        }
    }
}
