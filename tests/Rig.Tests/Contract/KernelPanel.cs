using System.Device.Gpio;
using HilBench.Board;
using HilBench.Chips;
using HilBench.Physical;
using HilBench.Pi;
using HilBench.Rig.Tests.Board;

namespace HilBench.Rig.Tests.Contract;

/// <summary>
/// A display driver on the kernel's pins, and our own panel on the other side. Each change of a pin is repeated on an
/// emulated header at the kernel's time, so the chip checks the driver by the clock of the machine it runs in.
/// </summary>
internal sealed class KernelPanel : IDisposable
{
    private static readonly TimeSpan SuppliedBefore = TimeSpan.FromSeconds(1);
    private static KernelPanel? _latest;

    private readonly GpioController _mirror;
    private readonly GpioPins _pins;
    private readonly LcdWiring _wiring;
    private readonly Hd44780 _chip;
    private TimeSpan? _offset;

    public KernelPanel(LcdWiring wiring)
    {
        GiveBack();
        _latest = this;
        _wiring = wiring;
        _mirror = Bench.Gpio;
        _chip = new Hd44780(
            Bench.Circuit,
            Bench.Header,
            new Hd44780Pins(wiring.RegisterSelect, wiring.Enable, wiring.Data, wiring.ReadWrite),
            timing: new Hd44780Timing(StrictPulse: true));
        foreach (var pin in wiring.Pins) _mirror.OpenPin(pin, PinMode.Input);
        KernelPins.Here.News();
        _pins = GpioPins.Open(new GpioRigSettings());
    }

    public PinBench Bench { get; } = new();

    /// <summary>The panel that was made last, if any, releases its pins.</summary>
    public static void GiveBack() => _latest?.Dispose();

    /// <summary>A driver as the board makes it, in real time.</summary>
    public ICharacterDisplay Driver(Meter.DisplaySize size) =>
        BoardParts.DisplayOf(_pins.Board, _wiring, new WallClock(), size);

    public string[] Glass()
    {
        CatchUp();
        return _chip.ReadGlass();
    }

    /// <summary>Feeds the chip with what the driver has done so far.</summary>
    public void CatchUp()
    {
        foreach (var record in KernelPins.Here.News())
        {
            Assert.NotEqual(PinEvent.RecordsLost, record.Event);
            if (_wiring.Pins.Contains(record.Pin) && record.Event <= PinEvent.Output) Take(record);
        }
    }

    public void Dispose()
    {
        _pins.LetGo();
        _pins.Dispose();
        if (_latest == this) _latest = null;
    }

    private void Take(PinRecord record)
    {
        _offset ??= Bench.Now + SuppliedBefore - record.At;
        Bench.Wait(record.At + _offset.Value - Bench.Now);
        var mode = record.Event == PinEvent.Output ? PinMode.Output : PinMode.Input;
        if (_mirror.GetPinMode(record.Pin) != mode) _mirror.SetPinMode(record.Pin, mode);
        if (mode == PinMode.Output) _mirror.Write(record.Pin, record.Level == 0 ? PinValue.Low : PinValue.High);
    }
}
