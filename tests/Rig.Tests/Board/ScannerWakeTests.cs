using System.Diagnostics;
using HilBench.Board;
using HilBench.Physical;
using HilBench.Roles;

namespace HilBench.Rig.Tests.Board;

/// <summary>
/// On real pins an edge comes on a thread of the GPIO library while the board's thread may be just about to sleep until
/// the safety scan, a minute later: whatever the two do at one moment, the touch is not lost.
/// </summary>
public sealed class ScannerWakeTests
{
    private static readonly KeypadTiming Timing = new()
    {
        Debounce = TimeSpan.FromTicks(2), SettlingScan = TimeSpan.FromTicks(1), HeldScan = TimeSpan.FromTicks(1),
        SafetyScan = TimeSpan.FromHours(1), RowSettle = TimeSpan.Zero,
    };

    /// <summary>
    /// A busy machine may not get through all presses in this time; those it gets through are all seen.
    /// </summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    /// <summary>Each trial lets one edge and one scan of the idle pad collide, a little earlier or later.</summary>
    [Fact]
    public void A_touch_at_the_moment_in_which_the_scanner_goes_idle_is_seen_or_wakes_the_board()
    {
        const int trials = 100_000;
        using var wires = new TouchedWires();
        using var scanner = new KeypadScanner(wires, PinBench.Pad, new StoppedClock(), Timing);
        var woken = 0;
        scanner.WakeRequested += () => Volatile.Write(ref woken, 1);
        var (trial, touched, wasLost, stop) = (0, 0, -1, false);
        var library = new Thread(() =>
        {
            for (var seen = 0; !Volatile.Read(ref stop);)
            {
                if (Volatile.Read(ref trial) == seen) continue;
                seen++;
                Thread.SpinWait(seen % 64);
                wires.Touch();
                Volatile.Write(ref touched, seen);
            }
        });
        library.Start();
        var since = Stopwatch.StartNew();
        for (var number = 1; number <= trials && wasLost < 0 && since.Elapsed < Longest; number++)
        {
            wires.LetGo();
            for (var rest = 0; rest < 4; rest++) scanner.Step(TimeSpan.FromTicks(number * 100L + rest));
            var now = TimeSpan.FromTicks(number * 100L + 50);
            Volatile.Write(ref woken, 0);
            Volatile.Write(ref trial, number);
            Thread.SpinWait(number * 7 % 64);
            scanner.Step(now);
            var isDueSoon = scanner.Due <= now + Timing.SettlingScan;
            while (Volatile.Read(ref touched) != number) Thread.SpinWait(1);
            if (!isDueSoon && Volatile.Read(ref woken) == 0) wasLost = number;
        }

        Volatile.Write(ref stop, true);
        library.Join();
        Assert.True(wasLost < 0, $"trial {wasLost}: the board would sleep for an hour with a key down");
    }

    /// <summary>The board's loop as it is on a Pi: a lost wake would leave it asleep.</summary>
    [Fact]
    public void A_board_that_sleeps_between_touches_reads_every_key()
    {
        const int presses = 2_000;
        using var wires = new TouchedWires();
        var clock = new WallClock();
        using var scanner = new KeypadScanner(wires, PinBench.Pad, clock, Timing);
        using var wake = new AutoResetEvent(initialState: false);
        using var pressed = new AutoResetEvent(initialState: false);
        using var released = new AutoResetEvent(initialState: false);
        scanner.WakeRequested += () => wake.Set();
        scanner.KeyPressed += (_, _) => pressed.Set();
        scanner.KeyReleased += _ => released.Set();
        var stop = false;
        var board = new Thread(() =>
        {
            while (!Volatile.Read(ref stop))
            {
                scanner.Step(clock.Now);
                var sleep = scanner.Due - clock.Now;
                if (sleep > TimeSpan.Zero) wake.WaitOne(sleep);
            }
        });
        board.Start();
        var (press, isSeen, since) = (0, true, Stopwatch.StartNew());
        while (press < presses && isSeen && since.Elapsed < Longest)
        {
            press++;
            wires.Touch();
            isSeen = pressed.WaitOne(Longest);
            wires.LetGo();
            isSeen = isSeen && released.WaitOne(Longest);
        }

        Volatile.Write(ref stop, true);
        wake.Set();
        board.Join();
        Assert.True(isSeen, $"press {press} was never seen");
    }

    private sealed class StoppedClock : IBenchClock
    {
        public TimeSpan Now => TimeSpan.Zero;

        public void Wait(TimeSpan duration)
        {
        }
    }

    /// <summary>One key, the first of the pad; the edge comes on the thread that touches.</summary>
    private sealed class TouchedWires : IPadWires
    {
        private volatile bool _isDown;
        private int _row = -1;

        public event Action? Touched;

        public int RowCount => 4;

        public int ColumnCount => 3;

        public bool ReportsTouches => true;

        public void Touch()
        {
            _isDown = true;
            Touched?.Invoke();
        }

        public void LetGo() => _isDown = false;

        public void DriveAll() => _row = -1;

        public void DriveOnly(int row) => _row = row;

        public int LowColumns() => _isDown && _row <= 0 ? 1 : 0;

        public string NameOfColumn(int column) => $"column {column}";

        public void Dispose()
        {
        }
    }
}
