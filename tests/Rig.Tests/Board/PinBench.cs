using System.Device.Gpio;
using HilBench.Board;
using HilBench.Chips;
using HilBench.Roles;

namespace HilBench.Rig.Tests.Board;

/// <summary>Emulated pins and a clock for one piece of board code, with a processor to run it on.</summary>
internal sealed class PinBench : IBenchClock
{
    public static readonly KeypadWiring Pad = new([5, 6, 13, 19], [12, 16, 20], KeypadWiring.TelephonePad);

    public PinBench(ulong seed = 1)
    {
        Circuit = new CircuitBoard(seed);
        Header = new PinHeader(Circuit);
        Gpio = new GpioController(new EmulatedGpioDriver(Header));
    }

    public CircuitBoard Circuit { get; }

    public PinHeader Header { get; }

    public GpioController Gpio { get; }

    public TimeSpan Now => Circuit.Time.Now;

    public void Wait(TimeSpan duration) => Circuit.Time.Wait(duration);

    public void WaitMs(double milliseconds) => Wait(TimeSpan.FromMilliseconds(milliseconds));

    public MatrixKeypad Keypad(BounceProfile? bounce = null, KeypadDiodes diodes = KeypadDiodes.None) =>
        new(Circuit, Header, Pad.Rows, Pad.Columns, bounce: bounce, diodes: diodes);

    /// <summary>A scanner that runs as it does on the board: when it is due, and when an edge wakes it.</summary>
    public (KeypadScanner Scanner, VirtualProcessor Processor) Scanner(KeypadTiming? timing = null)
    {
        var scanner = new KeypadScanner(Gpio, Pad, this, timing);
        VirtualProcessor? processor = null;
        processor = new VirtualProcessor(Circuit, () =>
        {
            if (scanner.Due <= Now) scanner.Step(Now);
            processor!.WakeAt(scanner.Due);
        });
        scanner.WakeRequested += processor.WakeNow;
        return (scanner, processor);
    }
}
