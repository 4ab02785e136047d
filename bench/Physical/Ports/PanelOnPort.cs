using HilBench.Board;
using HilBench.Meter;
using HilBench.Roles;
using HilBench.TokenPort.Links;

namespace HilBench.Physical.Ports;

/// <summary>
/// Our meter in real time with a real panel on a port: its keys are an operator's, who is told which to press, and its
/// glass is what was sent to it. Waiting is what keeps the meter running: one thread does both.
/// </summary>
public sealed class PanelOnPort : IMeterRig, IBenchClock
{
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(5);

    private readonly PanelPortSettings _settings;
    private readonly IByteLink _link;
    private readonly WallClock _clock = new();
    private readonly MemoryRecordStore _store = new();
    private readonly NoHands _hands;
    private readonly OperatorKeys _keys;
    private readonly SentGlass _glass;
    private readonly List<MeterAnswer> _answers = [];
    private LinkBoard? _board;

    private PanelOnPort(PanelPortSettings settings, IByteLink link)
    {
        (_settings, _link) = (settings, link);
        _hands = new NoHands(this);
        _glass = new SentGlass(this, settings.Profile.Display);
        _keys = new OperatorKeys(this, settings.Profile.Pad.Legend, settings.OperatorPatience, settings.Operator);
    }

    public string Name => _settings.RigName;

    public MeterProfile Profile => _settings.Profile;

    public IBenchClock Clock => this;

    public IKeypad Keypad => _keys;

    public IGlass Glass => _glass;

    public IMains Mains => _hands;

    public ILoad Load => _hands;

    public IReadOnlyList<MeterAnswer> Answers => _answers;

    public IReadOnlyList<string> Findings => [];

    public StoredRecord? Stored => StoredRecord.Newest(_store.Read(0), _store.Read(1));

    public TimeSpan Now => _clock.Now;

    /// <exception cref="LinkLostException">The port cannot be opened; the message is one line.</exception>
    public static PanelOnPort Open(PanelPortSettings settings) =>
        new(settings, Ports.Call(settings.Port, LineForm.EightNone, SerialPanelSettings.Baud));

    /// <summary>The meter is made, and starts at once: nobody switches its mains.</summary>
    public void Manufacture(MeterRegisters registers)
    {
        _store.Write(0, StoredRecord.Encode(registers, sequence: 0));
        var size = Profile.Display;
        var link = ProbedLink.Of(_link, _settings.Probe, _clock, "PANEL", isMeters: true);
        var panel = new SerialPanel(link, _clock, _settings.Panel, Profile.Pad.Keys, size.Columns, size.Lines,
            LcdGlyphs.For(Profile));
        _board = new LinkBoard(
            new Meter.Meter(Profile, _settings.Tables), _store, _clock, panel, probe: _settings.Probe);
        _board.KeySeen += _keys.OnKeySeen;
        _board.Answered += _answers.Add;
        _board.Shown += _glass.OnShown;
        _board.PowerUp();
    }

    /// <summary>Lets real time pass, and the meter run meanwhile.</summary>
    public void Wait(TimeSpan duration)
    {
        var end = _clock.Now + duration;
        do
        {
            _settings.Stop.ThrowIfCancellationRequested();
            _board?.Step();
            var rest = end - _clock.Now;
            if (rest > TimeSpan.Zero) Thread.Sleep(rest < Breath ? rest : Breath);
        }
        while (_clock.Now < end);
    }

    public void SpoilStore() => throw new RigFaultException("store: this meter's is only spoilt in virtual time");

    public void Happen(MeterInput input) => _board?.Post(input);

    public void Dispose() => _link.Dispose();
}
