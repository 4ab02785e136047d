using HilBench.Board;
using HilBench.Chips;
using HilBench.Roles;

namespace HilBench.Rig.Virtual;

/// <summary>A logic analyser clipped to an emulated board: wires, contacts, supply and buses.</summary>
internal static class BoardTap
{
    public const string MeterBus = "I2C";
    public const string BenchBus = "BENCH_I2C";

    public static void Clip(IRigProbe probe, CircuitBoard circuit, EmulatedBoard board, BoardWiring wiring)
    {
        ClipSupply(probe, circuit, WireNames.Mains);
        ClipKeys(probe, circuit.Time, board.Pad);
        ClipWires(probe, circuit, board, wiring, static name => name);
        board.Bus.Watcher = new BusTap(probe, circuit.Time, probe.Line(MeterBus));
        if (board.HasBench) board.BenchBus.Watcher = new BusTap(probe, circuit.Time, probe.Line(BenchBus));
    }

    /// <summary>The two boards of a split meter: wires of the measuring unit that both have are <c>MU_…</c>.</summary>
    public static void Clip(
        IRigProbe probe, (CircuitBoard Circuit, EmulatedBoard Board) measuring,
        (CircuitBoard Circuit, EmulatedBoard Board) keypad, BoardWiring wiring)
    {
        ClipSupply(probe, measuring.Circuit, WireNames.Mains);
        ClipSupply(probe, keypad.Circuit, "BATTERIES");
        ClipKeys(probe, keypad.Circuit.Time, keypad.Board.Pad);
        ClipWires(
            probe, measuring.Circuit, measuring.Board, wiring, name => name == WireNames.Load ? name : $"MU_{name}");
        ClipWires(
            probe, keypad.Circuit, keypad.Board, wiring, name => name == WireNames.Load ? $"KU_{name}" : name);
        measuring.Board.Bus.Watcher = new BusTap(probe, measuring.Circuit.Time, probe.Line(MeterBus));
        keypad.Board.Bus.Watcher = new BusTap(probe, keypad.Circuit.Time, probe.Line($"KU_{MeterBus}"));
    }

    private static void ClipSupply(IRigProbe probe, CircuitBoard circuit, string name)
    {
        var supply = probe.Wire(name);
        if (circuit.Power.IsOn) probe.Level(supply, isHigh: true, circuit.Time.Now);
        circuit.Power.Failed += () => probe.Level(supply, isHigh: false, circuit.Time.Now);
        circuit.Power.Restored += () => probe.Level(supply, isHigh: true, circuit.Time.Now);
    }

    private static void ClipWires(
        IRigProbe probe, CircuitBoard circuit, EmulatedBoard board, BoardWiring wiring, Func<string, string> called)
    {
        board.Header.Probe(Tap(WireNames.OfProcessor(wiring), WireNames.Unused));
        if (board.PadHeader != board.Header)
            board.PadHeader.Probe(Tap(WireNames.OfPad(wiring.Keypad), line => $"PAD_LINE{line}"));
        if (board.PanelHeader is { } panel && panel != board.Header)
            panel.Probe(Tap(WireNames.OfPanel(wiring.Display), line => $"LCD_LINE{line}"));

        HeaderTap Tap(IReadOnlyDictionary<int, string> names, Func<int, string> nameOf) => new(
            probe, circuit.Time, names.ToDictionary(pin => pin.Key, pin => called(pin.Value)),
            line => called(nameOf(line)));
    }

    private static void ClipKeys(IRigProbe probe, VirtualTime time, MatrixKeypad pad)
    {
        var wires = pad.Legend.Keys.ToDictionary(key => key, key => probe.Wire(WireNames.Key(key)));
        pad.ContactMoving = (key, closed) => probe.Level(wires[key], closed, time.Now);
    }

    private sealed class HeaderTap : IPinWatcher
    {
        private readonly IRigProbe _probe;
        private readonly VirtualTime _time;
        private readonly Func<int, string> _nameOf;
        private readonly int[] _wires = new int[PinHeader.MostPins];

        public HeaderTap(
            IRigProbe probe, VirtualTime time, IReadOnlyDictionary<int, string> names, Func<int, string> nameOf)
        {
            (_probe, _time, _nameOf) = (probe, time, nameOf);
            Array.Fill(_wires, -1);
            foreach (var (pin, name) in names) _wires[pin] = probe.Wire(name);
        }

        public void PinChanged(int pin, bool high)
        {
            if (_wires[pin] < 0) _wires[pin] = _probe.Wire(_nameOf(pin));
            _probe.Level(_wires[pin], high, _time.Now);
        }
    }

    private sealed class BusTap(IRigProbe probe, VirtualTime time, int line) : IBusWatcher
    {
        public void Transferred(int address, bool isRead, ReadOnlySpan<byte> bytes, bool isAcknowledged) =>
            probe.Bytes(line, new LineTraffic(isRead, address, !isAcknowledged), bytes, time.Now);
    }
}
