using HilBench.Meter;
using HilBench.Roles;
using HilBench.TokenPort.Links;

namespace HilBench.Rig.Outside;

/// <summary>
/// A meter that is not ours, behind its token port: no keys, no glass, and a hand on its mains only where there is a
/// relay. What a scenario asks of it goes through <see cref="ITokenPort"/>.
/// </summary>
public sealed class OutsideRig : IMeterRig
{
    private readonly OutsidePort _port;
    private readonly IByteLink _link;
    private readonly NoHands _hands;
    private readonly Func<StoredRecord?> _stored;
    private readonly IMains? _mains;

    public OutsideRig(
        string name, MeterProfile profile, IBenchClock clock, IByteLink link, OutsidePort port,
        Func<StoredRecord?> stored, IMains? mains = null)
    {
        (Name, Profile, Clock, _link, _port, _stored) = (name, profile, clock, link, port, stored);
        _hands = new NoHands(clock);
        _mains = mains;
        Glass = new PortGlass(clock, _port);
    }

    public string Name { get; }

    public MeterProfile Profile { get; }

    public IBenchClock Clock { get; }

    public IKeypad Keypad => _hands;

    public IGlass Glass { get; }

    public IMains Mains => _mains ?? _hands;

    public ILoad Load => _hands;

    public ITokenPort TokenPort => _port;

    public IFaultBox? Faults { get; init; }

    public IReadOnlyList<MeterAnswer> Answers => _port.Answers;

    public IReadOnlyList<string> Findings => [];

    public StoredRecord? Stored => _stored();

    /// <summary>
    /// Our own meter in virtual time is made here. Any other has been made already, and
    /// <see cref="ITokenPort.Establish"/> brings it to where the scenario begins.
    /// </summary>
    public void Manufacture(MeterRegisters registers) => Make(registers);

    public Action<MeterRegisters> Make { get; init; } = static _ => { };

    public void SpoilStore() =>
        throw new RigFaultException("store: the memory of a meter behind a port cannot be reached");

    public void Happen(MeterInput input) =>
        throw new StimulusNotDeliveredException("what happens to the meter", "the bench reaches it by its port alone");

    public void Dispose()
    {
        try
        {
            _port.Dispose();
        }
        finally
        {
            _link.Dispose();
        }
    }
}
