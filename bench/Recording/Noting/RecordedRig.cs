using HilBench.Meter;
using HilBench.Roles;

namespace HilBench.Recording;

/// <summary>A rig whose every deed and answer is noted.</summary>
internal sealed class RecordedRig : IMeterRig
{
    private readonly IMeterRig _rig;
    private readonly FlightRecorder _recorder;
    private readonly CallLog _log;

    public RecordedRig(IMeterRig rig, FlightRecorder recorder)
    {
        (_rig, _recorder) = (rig, recorder);
        _log = new CallLog(rig, recorder);
        Clock = new RecordedClock(rig.Clock, _log);
        Keypad = new RecordedKeypad(rig.Keypad, _log);
        Glass = new RecordedGlass(rig.Glass, _log);
        Mains = new RecordedMains(rig.Mains, _log);
        Load = new RecordedLoad(rig.Load, _log);
        TokenPort = rig.TokenPort is { } port ? new RecordedPort(port, _log, recorder) : null;
        Faults = rig.Faults is { } faults ? new RecordedFaults(faults, _log) : null;
        Indicators = rig.Indicators is { } front ? new RecordedIndicators(front, _log) : null;
    }

    public string Name => _rig.Name;

    public MeterProfile Profile => _rig.Profile;

    public IBenchClock Clock { get; }

    public IKeypad Keypad { get; }

    public IGlass Glass { get; }

    public IMains Mains { get; }

    public ILoad Load { get; }

    public ITokenPort? TokenPort { get; }

    public IIndicators? Indicators { get; }

    public IFaultBox? Faults { get; }

    /// <summary>A look at it takes no time and changes nothing: there is nothing to do again.</summary>
    public IMeasuringUnit? MeasuringUnit => _rig.MeasuringUnit;

    public IReadOnlyList<MeterAnswer> Answers => _rig.Answers;

    public IReadOnlyList<string> Findings => _rig.Findings;

    public StoredRecord? Stored => _log.Ask(
        RigVerb.ReadStored, () => _rig.Stored,
        record => record is null ? Words.NoRecord : Words.Of(record.Registers));

    public SelfCheck? CheckItself() => _rig.CheckItself();

    public void Manufacture(MeterRegisters registers) => _log.Do(
        new RigCall { Do = RigVerb.Manufacture, What = Convert.ToHexString(StoredRecord.Encode(registers, 0)) },
        () => _rig.Manufacture(registers));

    public void SpoilStore() => _log.Do(new RigCall { Do = RigVerb.Spoil }, _rig.SpoilStore);

    public void Happen(MeterInput input) =>
        _log.Do(new RigCall { Do = RigVerb.Happen, What = Words.Of(input) }, () => _rig.Happen(input));

    public void Dispose()
    {
        _recorder.Close();
        _rig.Dispose();
    }
}
