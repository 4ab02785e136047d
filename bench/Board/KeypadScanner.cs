using System.Device.Gpio;
using System.Numerics;
using System.Runtime.CompilerServices;
using HilBench.Roles;

namespace HilBench.Board;

/// <summary>
/// Turns contacts into keys: debounced, one report for each press, ambiguous pictures refused, a stuck key reported
/// once and then ignored while the others still read. It has no thread and never sleeps between scans: the board's
/// loop calls <see cref="Step"/> when <see cref="Due"/> has come.
/// </summary>
public sealed class KeypadScanner : IDisposable
{
    private readonly KeypadTiming _timing;
    private readonly KeypadMatrix _matrix;
    private readonly bool _polls;
    private readonly char[] _legend = new char[KeypadWiring.MostRows * KeypadMatrix.RowStride];
    private readonly TimeSpan[] _changedAt = new TimeSpan[KeypadWiring.MostRows * KeypadMatrix.RowStride];
    private readonly TimeSpan[] _downSince = new TimeSpan[KeypadWiring.MostRows * KeypadMatrix.RowStride];
    private TimeSpan _lastScan;
    private ulong _down;
    private ulong _changing;
    private ulong _stuck;
    private bool _ambiguous;
    private volatile bool _idle;
    private volatile bool _edgeSeen;

    public KeypadScanner(GpioController gpio, KeypadWiring wiring, IBenchClock clock, KeypadTiming? timing = null)
        : this(
            new GpioPadWires(gpio, wiring, (timing ?? new()).Idle == KeypadIdle.Edges),
            wiring,
            clock,
            timing ?? new KeypadTiming())
    {
    }

    /// <summary>A scanner on wires that are open already; they are its own from here on.</summary>
    public KeypadScanner(IPadWires wires, KeypadWiring wiring, IBenchClock clock, KeypadTiming timing)
    {
        _timing = timing;
        _polls = timing.Idle == KeypadIdle.Poll || !wires.ReportsTouches;
        _matrix = new KeypadMatrix(wires, clock, _timing.RowSettle);
        wires.Touched += OnTouched;
        for (var row = 0; row < wiring.Rows.Count; row++)
        {
            for (var column = 0; column < wiring.Columns.Count; column++)
                _legend[row * KeypadMatrix.RowStride + column] = wiring.Legend[row][column];
        }

        // A key may have been down before the meter got power, so the first scan is due at once.
        _edgeSeen = _idle = true;
    }

    /// <summary>One debounced press, and when it was noticed.</summary>
    public event Action<char, TimeSpan>? KeyPressed;

    /// <summary>A key that was reported has been up for the debounce time.</summary>
    public event Action<char>? KeyReleased;

    /// <summary>
    /// A key that has been down longer than <see cref="KeypadTiming.StuckAfter"/>; once for each time.
    /// </summary>
    public event Action<char, TimeSpan>? KeyStuck;

    /// <summary>
    /// <see cref="Due"/> has become earlier, because somebody touched the idle pad. May come on a thread of the GPIO
    /// driver; the receiver only wakes the board's loop.
    /// </summary>
    public event Action? WakeRequested;

    /// <summary>When the next <see cref="Step"/> is wanted.</summary>
    public TimeSpan Due => _edgeSeen && _idle ? _lastScan : _lastScan + Pause();

    /// <summary>Scans that were refused because a key in them might have been a ghost.</summary>
    public long AmbiguousScans { get; private set; }

    /// <summary>Scans the pad once and reports what has settled.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Step(TimeSpan now)
    {
        _idle = false;
        _edgeSeen = false;
        // An edge that comes from here on must stay noted: without a fence the flag could be cleared after the look at
        // the pad that was to make up for it.
        Interlocked.MemoryBarrier();
        _lastScan = now;
        var closed = _matrix.Scan();
        _ambiguous = KeypadMatrix.IsAmbiguous(closed);
        if (_ambiguous)
        {
            AmbiguousScans++;
            _changing = 0;
            return;
        }

        if ((closed | _down | _changing) != 0) Debounce(closed, now);
        _idle = (closed | _down | _changing) == 0;
        // Due reads the edge after this. Without a fence a processor may do the two in the other order, and miss an
        // edge that came in between and saw a pad that was not idle yet: nobody would wake the board.
        Interlocked.MemoryBarrier();
    }

    /// <summary>The keys whose contacts are closed at this moment, without debouncing and without a report.</summary>
    public string ClosedKeys()
    {
        var closed = "";
        for (var rest = _matrix.Scan(); rest != 0; rest &= rest - 1)
            closed += _legend[BitOperations.TrailingZeroCount(rest)];
        return closed;
    }

    public void Dispose() => _matrix.Dispose();

    private TimeSpan Pause()
    {
        if (_changing != 0 || _ambiguous) return _timing.SettlingScan;
        if (_down != 0) return _timing.HeldScan;
        return _polls ? _timing.IdlePoll : _timing.SafetyScan;
    }

    private void Debounce(ulong closed, TimeSpan now)
    {
        var changing = closed ^ _down;
        for (var rest = changing; rest != 0; rest &= rest - 1)
        {
            var key = BitOperations.TrailingZeroCount(rest);
            var bit = 1UL << key;
            if ((_changing & bit) == 0) _changedAt[key] = now;
            if (now - _changedAt[key] < _timing.Debounce) continue;
            changing &= ~bit;
            if ((closed & bit) != 0) Pressed(key, now);
            else Released(key);
        }

        _changing = changing;
        ReportStuckKeys(now);
    }

    private void Pressed(int key, TimeSpan now)
    {
        _down |= 1UL << key;
        _downSince[key] = now;
        KeyPressed?.Invoke(_legend[key], now);
    }

    private void Released(int key)
    {
        _down &= ~(1UL << key);
        _stuck &= ~(1UL << key);
        KeyReleased?.Invoke(_legend[key]);
    }

    private void ReportStuckKeys(TimeSpan now)
    {
        for (var rest = _down & ~_stuck; rest != 0; rest &= rest - 1)
        {
            var key = BitOperations.TrailingZeroCount(rest);
            if (now - _downSince[key] < _timing.StuckAfter) continue;
            _stuck |= 1UL << key;
            KeyStuck?.Invoke(_legend[key], now);
        }
    }

    private void OnTouched()
    {
        _edgeSeen = true;
        // The other half of the fence in Step: the edge is visible before the flag is read.
        Interlocked.MemoryBarrier();
        if (_idle) WakeRequested?.Invoke();
    }
}
