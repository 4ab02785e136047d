using HilBench.Chips;
using HilBench.Meter;
using HilBench.Rig.Board;
using HilBench.Rig.Fingers;
using HilBench.Rig.Physical;
using HilBench.Rig.Roles;
using HilBench.Rig.Tests.Virtual;
using HilBench.Rig.Virtual;
using HilBench.Tokens;

namespace HilBench.Rig.Tests.Physical;

/// <summary>
/// A Raspberry Pi with emulated chips on its header and its I2C bus, in real time: the chips' time follows the wall
/// clock whenever the meter's thread looks at it. The operator is a robot that presses what it is asked for, or
/// something else, and that sees on the glass what it is told to see.
/// </summary>
internal sealed class EmulatedPi : IBenchClock, IOperator, IDisposable
{
    private const string MeterThread = "meter";
    private static readonly TimeSpan BetweenKeys = TimeSpan.FromMilliseconds(200);

    private readonly string _folder = Directory.CreateTempSubdirectory("hilbench-emulated-").FullName;
    private readonly WallClock _wall = new();
    private readonly MeterOnPins _meter;
    private readonly ManualResetEventSlim _allKeysUp = new(initialState: true);

    /// <param name="change">What is other than on <c>rigs/raspberry-pi.json</c>.</param>
    /// <param name="stop">Ends the waiting for the robot.</param>
    public EmulatedPi(Func<GpioRigSettings, GpioRigSettings>? change = null, CancellationToken stop = default)
    {
        var settings = new GpioRigSettings
        {
            Store = new StoreSettings.Folder(_folder),
            Keypad = new KeypadTiming { Idle = KeypadIdle.Poll },
            // Long unless nobody is going to press: a busy machine may not get round to the robot for a while.
            OperatorPatience = TimeSpan.FromSeconds(30),
            Press = new PressTiming { Press = TimeSpan.FromMilliseconds(250), Gap = TimeSpan.FromMilliseconds(250) },
        };
        settings = change?.Invoke(settings) ?? settings;
        Settings = settings;
        var likewise = new VirtualRigSettings { Wiring = settings.Wiring, Crosspoint = settings.Crosspoint };
        Chips = new EmulatedBoard(Circuit, likewise, MeterProfile.Generic.Display);
        if (Chips.Crosspoint is { } crosspoint) Chips.Bus.Attach(crosspoint);
        var pins = new GpioPins(Chips.Pins.Gpio, "emulated", settings.Outputs(), Chips.Bus);
        _meter = MeterOnPins.On(pins, this, settings, MeterProfile.Generic, StaTables.Sample);
        // A person holds a key until something happens, which on a busy machine may take a while.
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

    /// <summary>What the robot says it saw; null = it says nothing.</summary>
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

    public static GpioRigSettings WithReadBack(GpioRigSettings like) => like with
    {
        Wiring = like.Wiring with { Display = like.Wiring.Display with { ReadWrite = 23 } },
    };

    /// <summary>Something happens to the chips, on the thread that has them.</summary>
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

    /// <summary>What the bench looks like, for whoever hunts a press that nobody saw.</summary>
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
        // Nor does a person press again before the pad has come up: the scanner would take both for one press.
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
