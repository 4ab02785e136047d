using HilBench.Meter;
using HilBench.Rig.Fingers;
using HilBench.Roles;

namespace HilBench.Physical;

/// <summary>
/// Our meter on real pins as a bench for scenarios: an operator or a crosspoint switch presses and the scanner
/// confirms, or keys are handed to a board that has only a display; the panel is read back, seen by the operator, or
/// shadowed; the record is read from the store. The meter has a thread of its own; the scenario's waits.
/// </summary>
public sealed partial class PhysicalRig : IMeterRig, IMains, ILoad
{
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(10);

    /// <summary>So long a busy computer may keep the meter from scanning; a press lasts until it was seen.</summary>
    private static readonly TimeSpan ScannerPatience = TimeSpan.FromSeconds(10);

    private readonly MeterOnPins _meter;
    private readonly GpioRigSettings _settings;
    private readonly CancellationToken _asked;
    private readonly Crosspoint? _crosspoint;
    private readonly LastWill? _will;
    private readonly IKeypad _keypad;
    private readonly PanelGlass _glass;
    private readonly List<MeterAnswer> _answers = [];
    private readonly CancellationTokenSource _stop = new();
    private readonly ManualResetEventSlim _lit = new();
    private readonly CancellationTokenSource _ended = new();
    private Thread? _thread;
    private Exception? _fault;
    private bool _isDisposed;

    /// <param name="meter">The meter; it belongs to the rig from here on, whatever happens.</param>
    /// <param name="person">The operator; null where nobody is needed.</param>
    /// <param name="stop">Ends the waiting for a person.</param>
    /// <exception cref="RigFaultException">The crosspoint switch does not work, or an operator is needed.</exception>
    public PhysicalRig(
        string name, MeterOnPins meter, GpioRigSettings settings, MeterProfile profile, IOperator? person,
        CancellationToken stop = default)
    {
        Name = name;
        Profile = profile;
        (_meter, _settings, _asked) = (meter, settings, stop);
        try
        {
            if (settings.Crosspoint is { } crosspoint && settings.HasKeypad)
            {
                _crosspoint = new Crosspoint(
                    meter.Pins.Device(crosspoint.Address), meter.Pins.Gpio, crosspoint, meter.Clock);
                _will = new LastWill(_crosspoint.OpenAll);
            }

            _loop = LoopOf(settings.TestLoop);
            _keypad = Fingers(person, stop);
            _glass = new PanelGlass(
                meter.Clock, profile.Display.Columns, profile.Display.Lines, EyesOf(person, stop))
            {
                Kind = settings.Wiring.Display.Segments is null ? GlassKind.Dots : GlassKind.Segments,
            };
        }
        catch
        {
            try
            {
                _loop?.Dispose();
                _crosspoint?.Dispose();
            }
            finally
            {
                _will?.Dispose();
                meter.Dispose();
            }

            throw;
        }

        meter.Board.ReadsBack = settings.EffectiveJudge == GlassJudge.Panel;
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

    public void SpoilStore() => throw Cannot("spoilt memory");

    public void Happen(MeterInput input) => _meter.Do(() => _meter.Board.Post(input));

    /// <summary>Pad, panel and the chips on I2C, between two steps of the meter.</summary>
    public SelfCheck CheckItself()
    {
        if (_fault is { } fault) return new SelfCheck(["the meter's program"], [$"it ended: {fault.Message}"]);
        SelfCheck? check = null;
        using var looked = new ManualResetEventSlim();
        _meter.Do(() =>
        {
            check = BenchCheck.Look(_meter, _settings, _crosspoint, _loop, _glass.Read());
            looked.Set();
        });
        return looked.Wait(StartPatience) && check is not null
            ? check
            : new SelfCheck(["the meter's program"], [_fault?.Message ?? "it does not come to rest"]);
    }

    /// <summary>Contacts open first, so that no key stays pressed whatever fails after that.</summary>
    public void Dispose()
    {
        if (_isDisposed) return;
        _isDisposed = true;
        try
        {
            _loop?.Dispose();
            _crosspoint?.Dispose();
        }
        finally
        {
            _will?.Dispose();
            _stop.Cancel();
            _thread?.Join();
            _meter.Dispose();
            (_keypad as IDisposable)?.Dispose();
            _lit.Dispose();
            _ended.Dispose();
            _stop.Dispose();
        }
    }

    private IKeypad Fingers(IOperator? person, CancellationToken stop)
    {
        var legend = _settings.Wiring.Keypad.LegendOr(Profile.Pad.Legend).Legend;
        if (!_settings.HasKeypad) return new HandedKeys(legend, _settings.Press, Clock, Hand);
        if (_crosspoint is { } crosspoint)
        {
            var pressed = new CrosspointKeypad(crosspoint, legend, _settings.Press, Clock, () => IsOn)
            {
                Patience = ScannerPatience,
                Stop = stop,
            };
            _meter.Board.KeySeen += pressed.OnKeySeen;
            _meter.Board.KeyUp += pressed.OnKeyUp;
            return pressed;
        }

        if (person is null) throw new RigFaultException($"rig {Name}: nobody is here to press keys");
        var asked = new OperatorKeypad(
            legend, person, _settings.OperatorPatience, new TypingPace(Profile.EntryTimeout), Clock, stop)
        {
            MeterEnded = _ended.Token,
            Demand = ThrowIfEnded,
        };
        _meter.Board.KeySeen += asked.OnKeySeen;
        return asked;
    }

    private bool Hand(char key)
    {
        if (!IsOn) return false;
        using var taken = new ManualResetEventSlim();
        _meter.Do(() =>
        {
            _meter.Board.TakeKey(key);
            taken.Set();
        });
        Await(taken, "the meter does not run any more");
        return true;
    }

    private Action<GlassPicture>? EyesOf(IOperator? person, CancellationToken stop)
    {
        if (_settings.EffectiveJudge != GlassJudge.Operator) return null;
        if (person is null) throw new RigFaultException($"rig {Name}: nobody is here to look at the glass");
        return picture =>
        {
            switch (person.Saw(picture.Lines, _settings.OperatorPatience, stop))
            {
                case true:
                    return;
                case false:
                    throw new GlassDisputedException(picture.Lines);
                default:
                    stop.ThrowIfCancellationRequested();
                    throw new StimulusNotDeliveredException(
                        "the operator's look at the glass",
                        $"no answer within {_settings.OperatorPatience.TotalSeconds} s");
            }
        };
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
            _ended.Cancel();
        }
    }

    private StoredRecord? Newest() => StoredRecord.Newest(_meter.Store.Read(0), _meter.Store.Read(1));

    private void Await(ManualResetEventSlim signal, string orElse)
    {
        var came = signal.Wait(StartPatience, _asked);
        ThrowIfEnded();
        if (!came) throw new RigFaultException(orElse);
    }

    private void ThrowIfEnded()
    {
        if (_fault is { } fault) throw new RigFaultException($"the meter's program ended: {fault.Message}", fault);
    }

    private static StimulusNotDeliveredException Cannot(string what) => new(what, "this rig has nothing that could");
}
