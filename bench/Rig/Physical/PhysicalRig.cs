using HilBench.Meter;
using HilBench.Meter.Storage;
using HilBench.Rig.Board;
using HilBench.Rig.Roles;
using HilBench.Tokens;

namespace HilBench.Rig.Physical;

/// <summary>
/// Our meter on real pins as a bench for scenarios: an operator presses, the scanner confirms, the panel is read back
/// or shadowed, the record is read from the store. The meter has a thread of its own; the scenario's waits.
/// </summary>
public sealed class PhysicalRig : IMeterRig, IMains, ILoad
{
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(10);

    private readonly MeterOnPins _meter;
    private readonly OperatorKeypad _keypad;
    private readonly PanelGlass _glass;
    private readonly List<MeterAnswer> _answers = [];
    private readonly CancellationTokenSource _stop = new();
    private readonly ManualResetEventSlim _lit = new();
    private Thread? _thread;
    private Exception? _fault;

    public PhysicalRig(string name, MeterOnPins meter, GpioRigSettings settings, MeterProfile profile, IOperator person)
    {
        Name = name;
        Profile = profile;
        _meter = meter;
        _keypad = new OperatorKeypad(settings.Wiring.Keypad.Legend, person, settings.OperatorPatience, meter.Clock);
        _glass = new PanelGlass(meter.Clock, profile.Display.Columns, profile.Display.Lines);
        meter.Board.ReadsBack = true;
        meter.Board.KeySeen += _keypad.OnKeySeen;
        meter.Board.Answered += answer =>
        {
            lock (_answers) _answers.Add(answer);
        };
        meter.Board.Shown += lines =>
        {
            _glass.Shown(lines);
            _lit.Set();
        };
    }

    public string Name { get; }

    public MeterProfile Profile { get; }

    public IBenchClock Clock => _meter.Clock;

    public IKeypad Keypad => _keypad;

    public IGlass Glass => _glass;

    public IMains Mains => this;

    public ILoad Load => this;

    public IReadOnlyList<MeterAnswer> Answers
    {
        get
        {
            lock (_answers) return [.. _answers];
        }
    }

    /// <summary>Silicon does not report how it was treated.</summary>
    public IReadOnlyList<string> Findings => [];

    public StoredRecord? Stored
    {
        get
        {
            if (_thread is null) return Newest();
            StoredRecord? stored = null;
            using var read = new ManualResetEventSlim();
            _meter.Do(() =>
            {
                stored = Newest();
                read.Set();
            });
            Await(read, "the meter does not run any more");
            return stored;
        }
    }

    public bool IsOn => _thread is not null;

    public bool HasPlannedCut => false;

    public Watts Wanted => default;

    public LoadSwitchPosition Switch => LoadSwitchPosition.Open;

    public void Manufacture(MeterRegisters registers)
    {
        if (IsOn) throw new RigFaultException("factory: a meter is programmed before it gets power");
        _meter.Manufacture(registers);
    }

    /// <summary>Starts the meter's program; the supply of the pins themselves is always there.</summary>
    public void Return()
    {
        if (IsOn) return;
        _thread = new Thread(RunMeter) { Name = "meter" };
        _thread.Start();
        Await(_lit, "the meter showed nothing");
    }

    public void Fail() => throw Cannot("a mains failure");

    public void FailDuringNextSave(TimeSpan after) => throw Cannot("a mains failure");

    public void CancelPlannedCut()
    {
    }

    public void Draw(Watts power, Watts unbalance = default) => throw Cannot("a load");

    public void SpoilStore() => throw Cannot("spoilt memory");

    public void Happen(MeterInput input) => _meter.Do(() => _meter.Board.Post(input));

    public void Dispose()
    {
        _stop.Cancel();
        _thread?.Join();
        _meter.Dispose();
        _keypad.Dispose();
        _lit.Dispose();
        _stop.Dispose();
    }

    private void RunMeter()
    {
        try
        {
            _meter.Run(_stop.Token);
        }
        catch (Exception wrong)
        {
            _fault = wrong;
            _lit.Set();
        }
    }

    private StoredRecord? Newest() => StoredRecord.Newest(_meter.Store.Read(0), _meter.Store.Read(1));

    private void Await(ManualResetEventSlim signal, string orElse)
    {
        var came = signal.Wait(StartPatience);
        if (_fault is { } fault) throw new RigFaultException($"the meter's program ended: {fault.Message}", fault);
        if (!came) throw new RigFaultException(orElse);
    }

    private static StimulusNotDeliveredException Cannot(string what) => new(what, "this rig has nothing that could");
}
