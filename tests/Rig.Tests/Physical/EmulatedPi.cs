using HilBench.Board;
using HilBench.Chips;
using HilBench.Meter;
using HilBench.Physical;
using HilBench.Rig.Fingers;
using HilBench.Rig.Surroundings;
using HilBench.Rig.Tests.Virtual;
using HilBench.Rig.Virtual;
using HilBench.Roles;
using HilBench.Tokens;

namespace HilBench.Rig.Tests.Physical;

/// <summary>
/// A Raspberry Pi with emulated chips on its header and its I2C bus, in real time: the chips' time is set to the wall
/// clock's whenever the meter's thread uses them. The operator is a robot that presses the key it is asked for, or
/// another, and says it sees on the display what it is told to see.
/// </summary>
internal sealed class EmulatedPi : IBenchClock, IOperator, IDisposable
{
    private const string MeterThread = "meter";
    private static readonly TimeSpan BetweenKeys = TimeSpan.FromMilliseconds(200);

    private readonly string _folder = Directory.CreateTempSubdirectory("hilbench-emulated-").FullName;
    private readonly WallClock _wall = new();
    private readonly MeterOnPins _meter;
    private readonly ManualResetEventSlim _allKeysUp = new(initialState: true);

    /// <param name="change">What differs from <c>rigs/raspberry-pi.json</c>.</param>
    /// <param name="stop">Ends the waiting for the robot.</param>
    public EmulatedPi(Func<GpioRigSettings, GpioRigSettings>? change = null, CancellationToken stop = default)
    {
        var settings = new GpioRigSettings
        {
            Store = new StoreSettings.Folder(_folder),
            Keypad = new KeypadTiming { Idle = KeypadIdle.Poll },
            // Long unless no press is expected, because a busy machine may not run the robot for some time.
            OperatorPatience = TimeSpan.FromSeconds(30),
            Press = new PressTiming { Press = TimeSpan.FromMilliseconds(250), Gap = TimeSpan.FromMilliseconds(250) },
        };
        settings = change?.Invoke(settings) ?? settings;
        Settings = settings;
        var likewise = new VirtualRigSettings
        {
            Wiring = settings.Wiring, Crosspoint = settings.Crosspoint, TestLoop = settings.TestLoop,
        };
        Chips = new EmulatedBoard(Circuit, likewise, MeterProfile.Generic.Display);
        if (Chips.Crosspoint is { } crosspoint) Chips.Bus.Attach(crosspoint);
        if (Chips.LoopMonitor is { } monitor) Chips.Bus.Attach(monitor);
        var pins = new GpioPins(Chips.Pins.Gpio, "emulated", settings.Outputs(), Chips.Bus);
        _meter = MeterOnPins.On(pins, this, settings, MeterProfile.Generic, StaTables.Sample);
        // A person holds a key until something happens, which may take some time on a busy machine.
        _meter.Board.KeySeen += (key, _) =>
        {
            if (!settings.HasKeypad || settings.Crosspoint is not null) return;
            _allKeysUp.Reset();
            _meter.Do(() => Chips.Pad.Release(key));
        };
        _meter.Board.KeyUp += _ => _allKeysUp.Set();
        Rig = new PhysicalRig("pi", _meter, settings, MeterProfile.Generic, this, stop);
        Rig.Manufacture(SampleMeter.Registers(EnergyAmount.FromKwh(12.5m)));
    }

    public GpioRigSettings Settings { get; }

    public CircuitBoard Circuit { get; } = new(seed: 1);

    public EmulatedBoard Chips { get; }

    public PinHeader Header => Chips.Header;

    public Hd44780 Display => Chips.Display;

    public PhysicalRig Rig { get; }

    public MeterOnPins Meter => _meter;

    /// <summary>What the robot presses when it is asked for a key.</summary>
    public Func<char, char?> Finger { get; set; } = key => key;

    /// <summary>What the robot says it saw; null when it says nothing.</summary>
    public Func<IReadOnlyList<string>, bool?> Eyes { get; set; } = _ => null;

    public TimeSpan Now
    {
        get
        {
            if (Thread.CurrentThread.Name == MeterThread) Circuit.Time.WaitUntil(_wall.Now);
            return _wall.Now;
        }
    }

    /// <summary>The rig of <c>rigs/raspberry-pi-i2c.json</c>.</summary>
    public static GpioRigSettings OverI2c(GpioRigSettings like) => like with
    {
        Wiring = new BoardWiring(
            new KeypadWiring([0, 1, 2, 3], [8, 9, 10], KeypadWiring.TelephonePad) { Expander = new(0x20) },
            BackpackWiring.Usual(),
            LoadSwitch: 18),
    };

    /// <summary>The same with a crosspoint switch across the pad.</summary>
    public static GpioRigSettings WithCrosspoint(GpioRigSettings like) =>
        OverI2c(like) with { Crosspoint = CrosspointSettings.Straight(4, 3) };

    /// <summary>The same with a loop through the load switch.</summary>
    public static GpioRigSettings WithTestLoop(GpioRigSettings like) =>
        OverI2c(like) with { TestLoop = new TestLoopSettings(Volts: 12, Milliamps: 100) };

    /// <summary>The same without a pad: no scanner has to see a key, so nobody holds it for long.</summary>
    public static GpioRigSettings WithoutKeypad(GpioRigSettings like) => like with
    {
        HasKeypad = false,
        Press = new PressTiming { Press = TimeSpan.FromMilliseconds(10), Gap = TimeSpan.FromMilliseconds(10) },
    };

    public static GpioRigSettings WithReadBack(GpioRigSettings like) => like with
    {
        Wiring = like.Wiring with { Display = like.Wiring.Display with { ReadWrite = 23 } },
    };

    /// <summary>Changes the chips, on the thread that owns them.</summary>
    public void Happen(Action what)
    {
        using var done = new ManualResetEventSlim();
        _meter.Do(() =>
        {
            what();
            done.Set();
        });
        Assert.True(done.Wait(TimeSpan.FromSeconds(10)), "the meter's thread did not come to it");
    }

    /// <summary>The state of the bench, to find out why a press was not seen.</summary>
    public string Describe()
    {
        var told = $"wall {_wall.Now}, chips {Circuit.Time.Now}, board due {_meter.Board.Due}";
        using var done = new ManualResetEventSlim();
        _meter.Do(() =>
        {
            told += $"; on the meter's thread: {Chips.Pad.Describe()}, seen down \"{_meter.Board.KeysDown}\", "
                + Header.Describe();
            done.Set();
        });
        return done.Wait(TimeSpan.FromSeconds(5)) ? told : $"{told}; the meter's thread does not come to it";
    }

    public void Wait(TimeSpan duration)
    {
        _wall.Wait(duration);
        _ = Now;
    }

    public void AskForKey(char key, IReadOnlyList<string> pad, int done)
    {
        // A person does not press again before the pad has been released either: the scanner would take both for one
        // press.
        _wall.Wait(BetweenKeys);
        Assert.True(_allKeysUp.Wait(TimeSpan.FromSeconds(60)), "the scanner never saw the key come up");
        if (Finger(key) is not { } pressed) return;
        _meter.Do(() => Chips.Pad.Hold(pressed));
    }

    public bool? Saw(IReadOnlyList<string> lines, TimeSpan patience, CancellationToken stop) => Eyes(lines);

    public bool? Confirms(string question, TimeSpan patience, CancellationToken stop) => Eyes([question]);

    public void Tell(string what)
    {
    }

    public void Dispose()
    {
        Rig.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
