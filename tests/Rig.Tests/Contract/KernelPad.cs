using HilBench.Board;
using HilBench.Meter;
using HilBench.Physical;
using HilBench.Rig.Tests.Virtual;
using HilBench.Roles;
using HilBench.Tokens;

namespace HilBench.Rig.Tests.Contract;

/// <summary>
/// The meter of a Raspberry Pi on the kernel's pins, and a robot that presses keys through the module's contacts: it
/// presses the key that is asked for and releases it when the scanner has seen it.
/// </summary>
internal sealed class KernelPad : IOperator, IDisposable
{
    private static readonly TimeSpan BetweenKeys = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string _folder = Directory.CreateTempSubdirectory("hilbench-kernel-").FullName;
    private readonly ManualResetEventSlim _allKeysUp = new(initialState: true);
    private readonly WallClock _clock = new();
    private readonly GpioRigSettings _settings;

    public KernelPad()
    {
        _settings = new GpioRigSettings
        {
            Store = new StoreSettings.Folder(_folder),
            Keypad = new() { Idle = KeypadIdle.Poll },
            OperatorPatience = Patience,
        };
        var meter = MeterOnPins.Open(_settings, MeterProfile.Generic, StaTables.Sample);
        meter.Board.KeySeen += (key, _) =>
        {
            _allKeysUp.Reset();
            Contact(KernelPins.Here.Open, key);
        };
        meter.Board.KeyUp += _ => _allKeysUp.Set();
        Rig = new PhysicalRig("kernel", meter, _settings, MeterProfile.Generic, this);
        Rig.Manufacture(SampleMeter.Registers(EnergyAmount.FromKwh(12.5m)));
    }

    public PhysicalRig Rig { get; }

    public void AskForKey(char key, IReadOnlyList<string> pad, int done)
    {
        _clock.Wait(BetweenKeys);
        Assert.True(_allKeysUp.Wait(Patience), "the scanner never saw the key come up");
        Contact(KernelPins.Here.Close, key);
    }

    public bool? Saw(IReadOnlyList<string> lines, TimeSpan patience, CancellationToken stop) => null;

    public bool? Confirms(string question, TimeSpan patience, CancellationToken stop) => null;

    public void Tell(string what)
    {
    }

    public void Dispose()
    {
        Rig.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private void Contact(Action<int, int> change, char key)
    {
        var pad = _settings.Wiring.Keypad;
        var place = string.Concat(pad.Legend).IndexOf(key);
        change(pad.Rows[place / pad.Columns.Count], pad.Columns[place % pad.Columns.Count]);
    }
}
