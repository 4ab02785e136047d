using HilBench.Chips;
using HilBench.Meter;
using HilBench.Physical;
using HilBench.Rig.Virtual;
using HilBench.Roles;

namespace HilBench.Rig.Tests.Physical;

/// <summary>
/// A bench to be checked, in virtual time: emulated chips, and a robot that presses the key it is asked for. A test can
/// change the rig file and the wiring of the chips.
/// </summary>
internal sealed class CheckBench : IBenchClock, IOperator
{
    private static readonly TimeSpan Reaction = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan Hold = TimeSpan.FromMilliseconds(150);
    private readonly string _held = "124";

    public CheckBench(
        GpioRigSettings settings, Func<VirtualRigSettings, VirtualRigSettings>? wired = null)
    {
        Settings = settings;
        var likewise = new VirtualRigSettings
        {
            Wiring = settings.Wiring, Crosspoint = settings.Crosspoint, TestLoop = settings.TestLoop,
            I2cHz = 100_000,
        };
        Chips = new EmulatedBoard(Circuit, wired?.Invoke(likewise) ?? likewise, MeterProfile.Generic.Display);
        if (Chips.Crosspoint is { } crosspoint) Chips.Bus.Attach(crosspoint);
        if (Chips.LoopMonitor is { } monitor) Chips.Bus.Attach(monitor);
        Pins = new GpioPins(Chips.Pins.Gpio, "emulated", settings.Outputs(), Chips.Bus);
    }

    public GpioRigSettings Settings { get; }

    public CircuitBoard Circuit { get; } = new(seed: 2);

    public EmulatedBoard Chips { get; }

    public GpioPins Pins { get; }

    /// <summary>What the robot presses when it is asked for a key.</summary>
    public Func<char, char?> Finger { get; set; } = key => key;

    public TimeSpan Now => Circuit.Time.Now;

    public void Wait(TimeSpan duration) => Circuit.Time.Wait(duration > TimeSpan.Zero ? duration : TimeSpan.Zero);

    public RigCheck Check(bool keys = false, bool calibrate = false) =>
        new(Pins, Settings, MeterProfile.Generic.Display, this)
        {
            Person = this, WithKeys = keys, WithCalibration = calibrate,
        };

    public void AskForKey(char key, IReadOnlyList<string> pad, int done)
    {
        if (Finger(key) is { } pressed) Chips.Pad.Press(pressed, Now + Reaction, Hold);
    }

    public bool? Saw(IReadOnlyList<string> lines, TimeSpan patience, CancellationToken stop) => null;

    /// <summary>What the robot answers to questions.</summary>
    public Func<string, bool?> Answer { get; set; } = _ => true;

    public bool? Confirms(string question, TimeSpan patience, CancellationToken stop) => Answer(question);

    public void Tell(string what)
    {
        foreach (var key in _held)
        {
            if (what.StartsWith("hold", StringComparison.Ordinal)) Chips.Pad.Hold(key);
            else Chips.Pad.Release(key);
        }
    }
}
