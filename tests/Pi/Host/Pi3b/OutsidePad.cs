using System.Text;
using HilBench.Board;

namespace HilBench.Pi;

/// <summary>
/// The keypad outside an emulated Pi. The model's inputs are not connected to anything: the guest reads what was last
/// set or cleared in the level register. So after every change of a row the bench writes the columns' levels there over
/// QEMU's test socket. The guest does not wait for that. To see whether an answer came in time, each of the guest's own
/// reads in the trace is compared with what the pad has on its wires, and differences are counted. Used by two threads,
/// the one that reads the trace and the one that presses keys.
/// </summary>
internal sealed class OutsidePad(KeypadWiring wiring, Stream testSocket) : IKeyContacts
{
    private const long Block = 0x3F20_0000;

    /// <summary>Three scans of three columns, over twice the scanner's debounce time and an idle pause.</summary>
    private const int RestingReads = 9;

    /// <summary>The guest does not wait for this answer, because a contact changed and not a row.</summary>
    private static readonly TimeSpan Finger = TimeSpan.Zero;

    private static readonly TimeSpan RestingTime = TimeSpan.FromMilliseconds(350);

    private readonly Lock _lock = new();
    private readonly PadBoard _pad = new(wiring);
    private readonly GpioBlock _block = new();
    private readonly Queue<TimeSpan> _asked = new();
    private readonly List<TimeSpan> _delays = [];
    private bool _isPressing;
    private uint _answered;
    private long _lateInPress;
    private int _restingReads;
    private TimeSpan _restingFrom;
    private TimeSpan _restingTo;

    /// <summary>The guest's reads of the columns from the closing of a key until it can have seen it open.</summary>
    public long Reads { get; private set; }

    /// <summary>How many of them came before the bench's answer.</summary>
    public long LateReads { get; private set; }

    /// <summary>
    /// How long the guest waited for an answer, from driving or floating a row until the level was there: the median,
    /// and the longest.
    /// </summary>
    public (TimeSpan Median, TimeSpan Longest) Delay
    {
        get
        {
            lock (_lock)
            {
                var sorted = _delays.Order().ToArray();
                return sorted.Length == 0 ? default : (sorted[sorted.Length / 2], sorted[^1]);
            }
        }
    }

    public bool MayErr => true;

    public bool IsReleaseSeen
    {
        get
        {
            lock (_lock) return HasRested;
        }
    }

    public string? Excuse
    {
        get
        {
            lock (_lock)
                return _lateInPress == 0 ? null : $"{_lateInPress} of its reads came before the bench's answer";
        }
    }

    private bool HasRested => _restingReads >= RestingReads && _restingTo - _restingFrom >= RestingTime;

    /// <summary>Takes one access; the result is what it changed on the pins.</summary>
    public IReadOnlyList<PinRecord> Take(RegisterAccess access)
    {
        lock (_lock)
        {
            if (access is { IsWrite: false, IsGuest: true, Register: GpioBlock.Level0 }) Compare(access);
            var records = _block.Take(access).ToArray();
            if (!access.IsGuest)
            {
                if (_asked.TryDequeue(out var asked) && asked > TimeSpan.Zero) _delays.Add(access.At - asked);
                return records;
            }

            foreach (var record in records) _pad.Take(record);
            if (records.Length > 0) Answer(access.At);
            return records;
        }
    }

    public void Close(char key)
    {
        lock (_lock)
        {
            _lateInPress = 0;
            _restingReads = 0;
            _isPressing = true;
            _pad.Hold(key);
            Answer(Finger);
        }
    }

    public void Open(char key)
    {
        lock (_lock)
        {
            _restingReads = 0;
            _pad.Release(key);
            Answer(Finger);
        }
    }

    private void Answer(TimeSpan asked)
    {
        var wanted = _pad.Levels;
        Write(GpioBlock.Set0, wanted & ~_answered, asked);
        Write(GpioBlock.Clear0, _answered & ~wanted, asked);
        _answered = wanted;
    }

    private void Write(int register, uint mask, TimeSpan asked)
    {
        if (mask == 0) return;
        _asked.Enqueue(asked);
        testSocket.Write(Encoding.ASCII.GetBytes($"writel 0x{Block + register:x} 0x{mask:x}\n"));
    }

    private void Compare(RegisterAccess access)
    {
        if (!_isPressing) return;
        Reads++;
        var read = access.Value & _pad.Columns;
        if (read != _pad.Levels)
        {
            LateReads++;
            _lateInPress++;
        }

        if (read != _pad.Columns || _pad.IsTouched)
        {
            _restingReads = 0;
            return;
        }

        if (_restingReads++ == 0) _restingFrom = access.At;
        _restingTo = access.At;
        _isPressing = !HasRested;
    }
}
