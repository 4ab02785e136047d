using System.Collections.Concurrent;
using HilBench.Board;
using HilBench.Meter;
using HilBench.Roles;
using HilBench.Tokens;

namespace HilBench.Physical;

/// <summary>
/// The meter as it runs on a Raspberry Pi: the board of <see cref="MeterBoard"/> on real pins, with real time. One
/// thread runs <see cref="Run"/> and sleeps until the board wants to run again, an edge comes, or somebody has work
/// for it (<see cref="Do"/>).
/// </summary>
public sealed class MeterOnPins : IDisposable
{
    private static readonly TimeSpan LongestSleep = TimeSpan.FromHours(1);

    private readonly GpioPins _pins;
    private readonly AutoResetEvent _wake = new(initialState: false);
    private readonly ConcurrentQueue<Action> _work = new();
    private readonly LastWill _will;

    private MeterOnPins(GpioPins pins, MeterBoard board, IRecordStore store, IBenchClock clock)
    {
        _pins = pins;
        Board = board;
        Store = store;
        Clock = clock;
        Board.WakeRequested += () => _wake.Set();
        _will = new LastWill(pins.LetGo);
    }

    public MeterBoard Board { get; }

    public IRecordStore Store { get; }

    public IBenchClock Clock { get; }

    /// <summary>The pins and the bus it sits on.</summary>
    public BoardPins Pins => _pins.Board;

    /// <summary>The GPIO chip it sits on.</summary>
    public string Chip => _pins.Chip;

    /// <summary>
    /// This meter has not been programmed yet, or the supply failed while it was: the factory writes slot 0 first, and
    /// a meter that runs writes slot 1 before it touches slot 0 again.
    /// </summary>
    public bool IsBlank => StoredRecord.Decode(Store.Read(0)) is null
        && !Store.Read(1).AsSpan().ContainsAnyExcept(byte.MaxValue);

    /// <exception cref="RigFaultException">Pins or store cannot be used; one line says what to do.</exception>
    public static MeterOnPins Open(
        GpioRigSettings settings, MeterProfile profile, StaTables tables, IRigProbe? probe = null)
    {
        var clock = new WallClock();
        var pins = GpioPins.Open(settings, look: probe is null ? null : (probe, clock));
        return On(pins, clock, settings, profile, tables, probe);
    }

    /// <summary>The meter on pins that are open already; they are its own from here on.</summary>
    public static MeterOnPins On(
        GpioPins pins, IBenchClock clock, GpioRigSettings settings, MeterProfile profile, StaTables tables,
        IRigProbe? probe = null)
    {
        IRecordStore? store = null;
        try
        {
            store = settings.Store.Open(clock, StoredRecord.SlotBytes);
            var meter = new Meter.Meter(profile, tables);
            var parts = BoardParts.Of(
                pins.Board, settings.Wiring, settings.Keypad, clock, profile, settings.HasKeypad);
            return new MeterOnPins(pins, new MeterBoard(parts, store, clock, meter, probe), store, clock);
        }
        catch
        {
            (store as IDisposable)?.Dispose();
            try
            {
                pins.LetGo();
            }
            finally
            {
                pins.Dispose();
            }

            throw;
        }
    }

    /// <summary>Programs the store as the factory does; before <see cref="Run"/>.</summary>
    public void Manufacture(MeterRegisters registers)
    {
        var blank = new byte[Store.SlotBytes];
        Array.Fill(blank, (byte)0xFF);
        if (!Store.Write(0, StoredRecord.Encode(registers, sequence: 0)) || !Store.Write(1, blank))
            throw new RigFaultException("store: it does not hold what is written to it");
    }

    /// <summary>Starts the meter and keeps it running until told to stop.</summary>
    public void Run(CancellationToken stop)
    {
        Board.PowerUp();
        WaitHandle[] reasons = [_wake, stop.WaitHandle];
        while (!stop.IsCancellationRequested)
        {
            while (_work.TryDequeue(out var work)) work();
            Board.Step();
            var sleep = Board.Due - Clock.Now;
            if (sleep <= TimeSpan.Zero) continue;
            WaitHandle.WaitAny(reasons, sleep < LongestSleep ? sleep : LongestSleep);
        }
    }

    /// <summary>Lets the thread of <see cref="Run"/> do something between two steps.</summary>
    public void Do(Action work)
    {
        _work.Enqueue(work);
        _wake.Set();
    }

    /// <summary>Leaves every pin an input. What the meter kept is in the store.</summary>
    public void Dispose()
    {
        _will.Dispose();
        try
        {
            _pins.LetGo();
            Board.Dispose();
        }
        finally
        {
            _pins.Dispose();
            (Store as IDisposable)?.Dispose();
            _wake.Dispose();
        }
    }
}
