using System.Device.Gpio;
using System.Diagnostics;
using System.Globalization;
using HilBench.Board;
using HilBench.Chips;
using HilBench.Roles;

namespace HilBench.Benchmarks;

/// <summary>
/// One emulated panel and its driver. Before each access to a pin the chip's time is set to the wall clock's. So it is
/// busy as long as a real chip is, and a byte that comes too early is a finding.
/// </summary>
internal sealed class RacedPanel
{
    private readonly CircuitBoard _circuit = new(seed: 1);
    private readonly Hd44780 _chip;
    private readonly ICharacterDisplay _driver;
    private readonly List<double> _microseconds = [];

    public RacedPanel(int oscillatorKHz, Func<GpioController, IBenchClock, ICharacterDisplay> driver)
    {
        var header = new PinHeader(_circuit);
        _chip = new Hd44780(
            _circuit, header, new Hd44780Pins(26, 21, [4, 17, 27, 22]), 16, 2,
            new Hd44780Timing(oscillatorKHz, StrictPulse: true));
        var clock = new ChipTime(_circuit.Time);
        var pins = new GpioController(new EmulatedGpioDriver(header));
        _driver = driver(pins, clock);
        _driver.Initialise();
    }

    /// <summary>A driver that waits by a clock of its own, on pins that follow the wall clock.</summary>
    public static RacedPanel ByWallClock(int oscillatorKHz, Func<GpioController, ICharacterDisplay> driver) => new(
        oscillatorKHz,
        (pins, clock) => driver(new GpioController(new WaitingPins(pins, new PassingTime(clock)))));

    public double Median => _microseconds.Order().ElementAt(_microseconds.Count / 2);

    public long Findings => _circuit.Findings.Total;

    /// <summary>Frames after which the glass read something else.</summary>
    public int WrongFrames { get; private set; }

    public void Show(string[] lines)
    {
        var begin = Stopwatch.GetTimestamp();
        _driver.Show(lines);
        _microseconds.Add(Stopwatch.GetElapsedTime(begin).TotalMicroseconds);
        if (!_chip.ReadGlass().SequenceEqual(lines.Select(line => line.PadRight(_chip.Columns)))) WrongFrames++;
    }

    public override string ToString()
    {
        var first = _circuit.Findings.All.Count > 0 ? $"; first: {_circuit.Findings.All[0]}" : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"median {Median / 1000,6:0.00} ms, longest {_microseconds.Max() / 1000,6:0.00} ms, "
                + $"{WrongFrames} wrong frames, {Findings} findings{first}");
    }

    internal sealed class ChipTime(VirtualTime time) : IBenchClock
    {
        public TimeSpan Now => time.Now;

        public void Wait(TimeSpan duration) => time.Wait(duration);
    }
}
