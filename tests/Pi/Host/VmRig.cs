using System.Diagnostics;
using HilBench.Board;
using HilBench.Meter;
using HilBench.Rig.Fingers;
using HilBench.Rig.Virtual;
using HilBench.Roles;
using HilBench.Tokens;

namespace HilBench.Pi;

/// <summary>
/// The meter as on a Raspberry Pi, inside a virtual machine, with keys, display and mains outside. Everything happens
/// on the scenario's thread: <see cref="Pump"/> takes what the machine has said meanwhile.
/// </summary>
internal sealed class VmRig : IMeterRig, IMains, ILoad, IBenchClock
{
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(240);
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(60);
    private static readonly TimeSpan Blink = TimeSpan.FromMilliseconds(4);

    private readonly IGuest _guest;
    private readonly IGuestStore _store;
    private readonly VmBoard _board;
    private readonly VmGlass _glass;
    private readonly VmKeypad _keypad;
    private readonly PinIndicators _indicators;
    private readonly List<MeterAnswer> _answers = [];
    private long _darkSince = Stopwatch.GetTimestamp();
    private TimeSpan _darkFrom;
    private TimeSpan _now;
    private bool _hasShown;
    private bool _hasEnded;
    private bool _pumping;

    public VmRig(
        IGuest guest, IGuestStore store, IKeyContacts contacts, BoardWiring wiring, MeterProfile profile)
    {
        _guest = guest;
        _store = store;
        Profile = profile;
        _board = new VmBoard(wiring, profile.Display.Columns, profile.Display.Lines);
        _glass = new VmGlass(_board, Pump, () => Now, profile.Display.Columns);
        _indicators = _board.Indicators(this);
        _keypad = new VmKeypad(
            contacts, wiring.Keypad, () => Now, Wait, () => IsOn, new TypingPace(profile.EntryTimeout));
    }

    public string Name => "vm";

    public MeterProfile Profile { get; }

    public IBenchClock Clock => this;

    public IKeypad Keypad => _keypad;

    public IGlass Glass => _glass;

    public IIndicators Indicators => _indicators;

    public IMains Mains => this;

    public ILoad Load => this;

    public IReadOnlyList<MeterAnswer> Answers => _answers;

    public IReadOnlyList<string> Findings => [.. _board.Findings.Select(finding => finding.ToString())];

    public StoredRecord? Stored => _store.Read();

    public bool IsOn { get; private set; }

    public bool HasPlannedCut => false;

    public Watts Wanted => default;

    public LoadSwitchPosition Switch => _board.LoadIsClosed ? LoadSwitchPosition.Closed : LoadSwitchPosition.Open;

    /// <summary>The devices connected to the pins.</summary>
    public VmBoard Board => _board;

    /// <summary>Every settled picture so far.</summary>
    public IReadOnlyList<GlassPicture> Pictures => _glass.Since(default);

    /// <summary>
    /// The time of pins and pictures: the guest's clock while its pins are known, else the host's. It never goes back.
    /// </summary>
    public TimeSpan Now
    {
        get
        {
            var now = IsOn && _board.KnowsTime
                ? _board.RigTime(_guest.Clock)
                : _darkFrom + Stopwatch.GetElapsedTime(_darkSince);
            return _now = now > _now ? now : _now;
        }
    }

    public void Wait(TimeSpan duration)
    {
        var begin = Stopwatch.GetTimestamp();
        do
        {
            Pump();
            if (Stopwatch.GetElapsedTime(begin) < duration) Thread.Sleep(Blink);
        }
        while (Stopwatch.GetElapsedTime(begin) < duration);
    }

    public void Manufacture(MeterRegisters registers)
    {
        var blank = new byte[StoredRecord.SlotBytes];
        Array.Fill(blank, (byte)0xFF);
        _store.Make(StoredRecord.Encode(registers, sequence: 0), blank);
    }

    public void Fail()
    {
        if (!IsOn) return;
        Pump();
        _guest.Cut();
        Pump();
        _darkFrom = Now;
        _darkSince = Stopwatch.GetTimestamp();
        _board.PowerOff();
        IsOn = false;
    }

    public void Return()
    {
        if (IsOn) return;
        if (!_guest.IsUp && _guest.Boots > 0) _guest.PowerOn();
        _guest.AwaitBoot();
        _guest.Records.Clear();
        _guest.Lines.Clear();
        _board.PowerOn(Now);
        _hasShown = false;
        IsOn = true;
        _guest.Tell($"start {Profile.Name}");
        var begin = Stopwatch.GetTimestamp();
        while (!_hasShown)
        {
            if (Stopwatch.GetElapsedTime(begin) > StartPatience) _guest.Expect("the first picture", TimeSpan.Zero);
            Thread.Sleep(Blink);
            Pump();
        }
    }

    public void FailDuringNextSave(TimeSpan after) => throw Cannot("a power cut in the middle of a save");

    public void CancelPlannedCut()
    {
    }

    public void Draw(Watts power, Watts unbalance = default) => throw Cannot("a load");

    public void SpoilStore() => throw Cannot("spoilt memory");

    public void Happen(MeterInput input) => throw Cannot(input.ToString() ?? "an input");

    /// <summary>Ends the meter by a signal and leaves machine, pins and disk as they are then.</summary>
    /// <param name="signal">TERM, INT or KILL.</param>
    /// <returns>The meter's exit code as a shell has it.</returns>
    public int EndBy(string signal)
    {
        _guest.Tell($"signal {signal}");
        _hasEnded = true;
        return int.Parse(_guest.Expect("ended", StopPatience).Split(' ')[1]);
    }

    /// <summary>Ends the meter as systemd would; the machine stays for the next scenario.</summary>
    public void Dispose()
    {
        if (!IsOn) return;
        IsOn = false;
        _guest.Tell(_hasEnded ? "unmount" : "stop");
        _guest.Expect("unmounted", StopPatience);
    }

    private static StimulusNotDeliveredException Cannot(string what) => new(what, "the virtual machine has none");

    private void Pump()
    {
        if (_pumping || !IsOn) return;
        _pumping = true;
        try
        {
            while (_guest.Records.TryDequeue(out var record))
            {
                if (!_board.KnowsTime) _board.LearnTime(record.At, Now);
                _glass.Look(_board.RigTime(record.At));
                _board.Take(record);
            }

            while (_guest.Lines.TryDequeue(out var line)) Take(line);
            if (Stopwatch.GetElapsedTime(_guest.LastHeard) > Quiet) _glass.Look(Now);
        }
        finally
        {
            _pumping = false;
        }

        _keypad.DemandNoStray();
    }

    private void Take(GuestLine line)
    {
        var at = _board.RigTime(line.At);
        switch (line.Word)
        {
            case "key":
                _keypad.OnKeySeen(line.Rest[0], at);
                break;
            case "up":
                _keypad.OnKeyUp(line.Rest[0]);
                break;
            case "shows":
                _hasShown = true;
                break;
            case "answer":
                var result = Enum.GetValues<ResultCode>().First(code => ResultCodes.NameOf(code) == line.Rest);
                _answers.Add(new MeterAnswer(result, at));
                break;
        }
    }
}
