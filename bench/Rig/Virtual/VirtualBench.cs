using HilBench.Board;
using HilBench.Chips;
using HilBench.Meter;
using HilBench.Rig.Faults;
using HilBench.Roles;

namespace HilBench.Rig.Virtual;

/// <summary>
/// What the two rigs in virtual time have in common: one circuit with its clock and supply, and one processor that
/// starts the meter when the mains comes and sleeps until the meter wants to run again. What the processor executes is
/// the difference: firmware on pins (<see cref="VirtualRig"/>) or the model alone (<see cref="ModelRig"/>).
/// </summary>
public abstract class VirtualBench : IMeterRig
{
    private const byte NeverWritten = 0xFF;

    /// <summary>In the middle of the ten bytes of credit of a stored record.</summary>
    private const int ByteOfCredit = 20;

    private readonly List<MeterAnswer> _answers = [];
    private readonly VirtualMains _mains;
    private readonly VirtualLoad _load;
    private readonly CoverFaults _cover;
    private readonly CoverFaults _terminalCover;
    private VirtualProcessor? _processor;
    private IFaultBox? _faults;
    private bool _isStarted;

    protected VirtualBench(string name, MeterProfile profile, ulong seed)
    {
        Name = name;
        Profile = profile;
        Circuit = new CircuitBoard(seed);
        Circuit.Power.HoldUp = profile.HoldUp;
        Circuit.Power.LineVolts = profile.Supply.Nominal.Value;
        Circuit.Power.LowestVolts = profile.Supply.Lowest.Value;
        Clock = new VirtualClock(Circuit.Time);
        Oscillator = new Oscillator(Circuit.Time);
        MeterClock = new MeterClock(Circuit.Time, Oscillator);
        _mains = new VirtualMains(Circuit, profile.Supply.Nominal);
        _load = new VirtualLoad(Circuit.Time, Contact, () => LoadSwitch, Happen, Tell);
        _cover = new CoverFaults(
            FaultyPart.Cover, Circuit.Time, () => TryTell(new MeterInput.CoverOpened()));
        _terminalCover = new CoverFaults(
            FaultyPart.TerminalCover, Circuit.Time, () => TryTell(new MeterInput.TerminalCoverOpened()));
    }

    public string Name { get; }

    public MeterProfile Profile { get; }

    public IBenchClock Clock { get; }

    public abstract IKeypad Keypad { get; }

    public abstract IGlass Glass { get; }

    public virtual IIndicators? Indicators => null;

    public virtual IMeasuringUnit? MeasuringUnit => null;

    public IFaultBox Faults => _faults ??= new FaultBox(Circuit.Time, [.. FaultSets()]);

    public virtual IMains Mains => _mains;

    public virtual ILoad Load => _load;

    public IReadOnlyList<MeterAnswer> Answers => _answers;

    public IReadOnlyList<string> Findings => [.. Circuit.Findings.All.Select(finding => finding.ToString())];

    public StoredRecord? Stored => StoredRecord.Newest(PeekSlot(0), PeekSlot(1));

    /// <summary>Steps the processor has executed; a measure for reports.</summary>
    public long ProcessorSteps => Processor.Steps;

    protected CircuitBoard Circuit { get; }

    /// <summary>The meter's own time base.</summary>
    protected Oscillator Oscillator { get; }

    /// <summary>The time that the firmware knows.</summary>
    protected IBenchClock MeterClock { get; }

    /// <summary>The contact of the load switch; whoever carries out the meter's orders tells it of each.</summary>
    protected LoadContact Contact { get; } = new();

    /// <summary>The load switch as the bench sees it.</summary>
    protected virtual LoadSwitchPosition LoadSwitch =>
        Contact.IsClosed ? LoadSwitchPosition.Closed : LoadSwitchPosition.Open;

    private VirtualProcessor Processor =>
        _processor ?? throw new InvalidOperationException("The bench has no processor yet.");

    public virtual void Manufacture(MeterRegisters registers)
    {
        if (Mains.IsOn) throw new RigFaultException("factory: a meter is programmed before it gets power");
        var blank = new byte[StoredRecord.SlotBytes];
        Array.Fill(blank, NeverWritten);
        PokeSlot(0, StoredRecord.Encode(registers, sequence: 0));
        PokeSlot(1, blank);
    }

    public void SpoilStore()
    {
        if (Mains.IsOn) throw new RigFaultException("store: its memory is only spoilt while the meter has no power");
        for (var slot = 0; slot < 2; slot++)
        {
            // One flipped bit in each of the bytes: nothing is left that a checksum could believe.
            var image = PeekSlot(slot);
            for (var i = 0; i < image.Length; i++) image[i] ^= 1;
            PokeSlot(slot, image);
        }
    }

    public void Happen(MeterInput input)
    {
        Tell(input);
        Circuit.Time.Wait(TimeSpan.Zero);
    }

    public virtual void Dispose() => GC.SuppressFinalize(this);

    /// <summary>Reads the store as the factory would, behind the meter's back.</summary>
    protected abstract byte[] PeekSlot(int slot);

    protected abstract void PokeSlot(int slot, ReadOnlySpan<byte> image);

    /// <summary>The mains has come: everything from reset to the first picture.</summary>
    protected abstract void Start();

    /// <summary>Does what is due and says when it wants to run again.</summary>
    protected abstract void Step();

    /// <summary>When the next step is due; null = only when something happens.</summary>
    protected abstract TimeSpan? Due { get; }

    protected abstract void Post(MeterInput input);

    /// <summary>Call last in the constructor: all chips are there, and the bench begins in the dark.</summary>
    protected void Finish()
    {
        _processor = new VirtualProcessor(Circuit, Run);
        Oscillator.Started += () => Processor.WakeNow();
        Circuit.Power.Failed += () =>
        {
            _isStarted = false;
            Contact.IsOrdered = false;
        };
        Circuit.Power.VoltsChanged += TellVoltage;
        Circuit.Power.Failing += () => Tell(new MeterInput.PowerFailing());
        Circuit.Power.Recovered += () =>
        {
            Tell(new MeterInput.PowerRecovered());
            TellVoltage();
            _load.TellAgain();
        };
        Circuit.Power.Fail();
    }

    /// <summary>The meter takes the input up as soon as time goes on; without mains it is lost.</summary>
    protected void Tell(MeterInput input) => TryTell(input);

    private bool TryTell(MeterInput input)
    {
        if (!_isStarted) return false;
        Post(input);
        Processor.WakeNow();
        return true;
    }

    /// <summary>To a meter that has a use for it. It takes the nominal voltage for granted until it is told.</summary>
    private void TellVoltage()
    {
        if (Profile.MeasuresVoltage) Tell(new MeterInput.MainsVoltage(new Volts(Circuit.Power.Volts)));
    }

    protected void WakeProcessor() => Processor.WakeNow();

    protected void RecordAnswer(MeterAnswer answer) =>
        _answers.Add(answer with { At = Oscillator.WasAt(answer.At) });

    /// <summary>What can be broken about this bench.</summary>
    protected virtual IEnumerable<FaultSet> FaultSets() =>
    [
        new MainsFaults(Circuit), new SwitchFaults(Circuit.Time, Contact, LoopThroughContact),
        new ClockFaults(Circuit.Time, Oscillator), _cover, _terminalCover,
    ];

    /// <summary>A byte of the credit in the newest good copy of the record, or in the older one.</summary>
    protected int? CopyAt(bool isNewest)
    {
        StoredRecord?[] copies = [StoredRecord.Decode(PeekSlot(0)), StoredRecord.Decode(PeekSlot(1))];
        var newest = copies.Max(copy => copy?.Sequence);
        var slot = Array.FindIndex(copies, copy => copy is not null && copy.Sequence == newest == isNewest);
        return slot < 0 ? null : EepromRecordStore.AddressOf(slot) + ByteOfCredit;
    }

    /// <summary>The loop through the contact of the load switch, where the bench has one.</summary>
    protected virtual TestLoopCircuit? LoopThroughContact => null;

    protected void RecordSaveStarting() => _mains.OnSaveStarting();

    private void Run()
    {
        if (_isStarted)
        {
            Step();
        }
        else
        {
            Start();
            _isStarted = true;
            TellVoltage();
            _load.TellAgain();
            _cover.TellAgain();
            _terminalCover.TellAgain();
        }

        Processor.WakeAt(Due is { } due ? Oscillator.BenchTimeOf(due) : null);
    }
}
