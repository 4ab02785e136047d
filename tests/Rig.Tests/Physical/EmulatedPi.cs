using System.Device.Gpio;
using HilBench.Chips;
using HilBench.Meter;
using HilBench.Rig.Board;
using HilBench.Rig.Physical;
using HilBench.Rig.Roles;
using HilBench.Rig.Tests.Virtual;
using HilBench.Tokens;

namespace HilBench.Rig.Tests.Physical;

/// <summary>
/// A Raspberry Pi with emulated chips on its header, in real time: the chips' time follows the wall clock whenever the
/// meter's thread looks at it. The operator is a robot that presses what it is asked for, or something else.
/// </summary>
internal sealed class EmulatedPi : IBenchClock, IOperator, IDisposable
{
    private const string MeterThread = "meter";
    private static readonly TimeSpan BetweenKeys = TimeSpan.FromMilliseconds(200);

    private readonly string _folder = Directory.CreateTempSubdirectory("hilbench-pi-").FullName;
    private readonly WallClock _wall = new();
    private readonly MatrixKeypad _pad;
    private readonly MeterOnPins _meter;

    /// <param name="readsBack">Whether R/W is wired.</param>
    /// <param name="patience">
    /// For a key. Long unless nobody is going to press one: a busy machine may not get round to the robot for a while.
    /// </param>
    public EmulatedPi(bool readsBack, TimeSpan? patience = null)
    {
        var settings = Settings(readsBack) with { OperatorPatience = patience ?? TimeSpan.FromSeconds(60) };
        var (pad, lcd) = (settings.Wiring.Keypad, settings.Wiring.Display);
        Header = new PinHeader(Circuit);
        _pad = new MatrixKeypad(Circuit, Header, pad.Rows, pad.Columns, new KeyLegend([.. pad.Legend]));
        Display = new Hd44780(
            Circuit, Header, new Hd44780Pins(lcd.RegisterSelect, lcd.Enable, lcd.Data, lcd.ReadWrite), 16, 2);
        var pins = new GpioPins(
            new GpioController(new EmulatedGpioDriver(Header)), "emulated", settings.Wiring.Outputs());
        _meter = MeterOnPins.On(pins, this, settings, MeterProfile.Generic, StaTables.Sample);
        // A person holds a key until something happens, which on a busy machine may take a while.
        _meter.Board.KeySeen += (key, _) => _meter.Do(() => _pad.Release(key));
        Rig = new PhysicalRig("pi", _meter, settings, MeterProfile.Generic, this);
        Rig.Manufacture(SampleMeter.Registers(EnergyAmount.FromKwh(12.5m)));
    }

    public CircuitBoard Circuit { get; } = new(seed: 1);

    public PinHeader Header { get; }

    public Hd44780 Display { get; }

    public PhysicalRig Rig { get; }

    /// <summary>What the robot presses when it is asked for a key.</summary>
    public Func<char, char?> Finger { get; set; } = key => key;

    public TimeSpan Now
    {
        get
        {
            if (Thread.CurrentThread.Name == MeterThread) Circuit.Time.WaitUntil(_wall.Now);
            return _wall.Now;
        }
    }

    public void Wait(TimeSpan duration)
    {
        _wall.Wait(duration);
        _ = Now;
    }

    public void AskForKey(char key, IReadOnlyList<string> pad, int done)
    {
        _wall.Wait(BetweenKeys);
        if (Finger(key) is { } pressed) _meter.Do(() => _pad.Hold(pressed));
    }

    public void Tell(string what)
    {
    }

    public void Dispose()
    {
        Rig.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private GpioRigSettings Settings(bool readsBack)
    {
        var like = new GpioRigSettings();
        return like with
        {
            Store = new StoreSettings.Folder(_folder),
            Keypad = new KeypadTiming { Idle = KeypadIdle.Poll },
            Wiring = readsBack
                ? like.Wiring with { Display = like.Wiring.Display with { ReadWrite = 23 } }
                : like.Wiring,
        };
    }
}
