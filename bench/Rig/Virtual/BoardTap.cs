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
        var mains = probe.Wire(WireNames.Mains);
        if (circuit.Power.IsOn) probe.Level(mains, isHigh: true, circuit.Time.Now);
        circuit.Power.Failed += () => probe.Level(mains, isHigh: false, circuit.Time.Now);
        circuit.Power.Restored += () => probe.Level(mains, isHigh: true, circuit.Time.Now);
        ClipKeys(probe, circuit.Time, board.Pad);
        board.Header.Probe(new HeaderTap(probe, circuit.Time, WireNames.OfProcessor(wiring), WireNames.Unused));
        if (board.PadHeader != board.Header)
        {
            board.PadHeader.Probe(
                new HeaderTap(probe, circuit.Time, WireNames.OfPad(wiring.Keypad), line => $"PAD_LINE{line}"));
        }

        if (board.PanelHeader is { } panel && panel != board.Header)
        {
            panel.Probe(
                new HeaderTap(probe, circuit.Time, WireNames.OfPanel(wiring.Display), line => $"LCD_LINE{line}"));
        }

        board.Bus.Watcher = new BusTap(probe, circuit.Time, probe.Line(MeterBus));
        if (board.HasBench) board.BenchBus.Watcher = new BusTap(probe, circuit.Time, probe.Line(BenchBus));
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
