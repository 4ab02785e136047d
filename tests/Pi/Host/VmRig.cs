using System.Diagnostics;
using System.Globalization;
using HilBench.Meter;
using HilBench.Meter.Storage;
using HilBench.Rig.Board;
using HilBench.Rig.Fingers;
using HilBench.Rig.Physical;
using HilBench.Rig.Roles;
using HilBench.Tokens;

namespace HilBench.Pi;

/// <summary>
/// The meter as it would run on a Raspberry Pi, inside a virtual machine; keys, glass and mains are outside. All of it
/// happens on the scenario's thread: <see cref="Pump"/> takes in what the machine has said meanwhile.
/// </summary>
internal sealed class VmRig : IMeterRig, IMains, ILoad, IBenchClock
{
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(60);
    private static readonly TimeSpan Blink = TimeSpan.FromMilliseconds(4);

    private readonly VirtualMachine _machine;
    private readonly StateDisk _disk;
    private readonly VmBoard _board;
    private readonly VmGlass _glass;
    private readonly VmKeypad _keypad;
    private readonly List<MeterAnswer> _answers = [];
    private TimeSpan _now;
    private bool _hasShown;
    private bool _pumping;

    public VmRig(VirtualMachine machine, StateDisk disk, MeterProfile profile)
    {
        _machine = machine;
        _disk = disk;
        Profile = profile;
        var wiring = new GpioRigSettings().Wiring;
        _board = new VmBoard(wiring, profile.Display.Columns, profile.Display.Lines);
        _glass = new VmGlass(_board, Pump, () => Now, profile.Display.Columns);
        _keypad = new VmKeypad(
            machine, wiring.Keypad, new TypingPace(profile.EntryTimeout), () => Now, Pump, () => IsOn);
    }

    public string Name => "vm";

    public MeterProfile Profile { get; }

    public IBenchClock Clock => this;

    public IKeypad Keypad => _keypad;

    public IGlass Glass => _glass;

    public IMains Mains => this;

    public ILoad Load => this;

    public IReadOnlyList<MeterAnswer> Answers => _answers;

    public IReadOnlyList<string> Findings => [.. _board.Findings.Select(finding => finding.ToString())];

    public StoredRecord? Stored => _disk.Read();

    public bool IsOn { get; private set; }

    public bool HasPlannedCut => false;

    public Watts Wanted => default;

    public LoadSwitchPosition Switch => _board.LoadIsClosed ? LoadSwitchPosition.Closed : LoadSwitchPosition.Open;

    /// <summary>The guest's time as last heard of, and the host's since then; it never goes back.</summary>
    public TimeSpan Now
    {
        get
        {
            var heard = _board.Now + Stopwatch.GetElapsedTime(_machine.LastHeard);
            return _now = heard > _now ? heard : _now;
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
        _disk.Make(StoredRecord.Encode(registers, sequence: 0), blank);
    }

    public void Fail()
    {
        if (!IsOn) return;
        Pump();
        _machine.Cut();
        Pump();
        _board.PowerOff();
        IsOn = false;
    }

    public void Return()
    {
        if (IsOn) return;
        if (!_machine.IsUp && _machine.Boots > 0) _machine.PowerOn();
        _machine.AwaitBoot();
        _machine.Records.Clear();
        _machine.Lines.Clear();
        _board.PowerOn();
        _hasShown = false;
        IsOn = true;
        _machine.Tell($"start {Profile.Name}");
        var begin = Stopwatch.GetTimestamp();
        while (!_hasShown)
        {
            if (Stopwatch.GetElapsedTime(begin) > StartPatience) _machine.Expect("the first picture", TimeSpan.Zero);
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

    /// <summary>The meter ends as under systemd, and the machine stays for the next scenario.</summary>
    public void Dispose()
    {
        if (!IsOn) return;
        _machine.Tell("stop");
        _machine.Expect("unmounted", StopPatience);
        Pump();
        IsOn = false;
    }

    private static StimulusNotDeliveredException Cannot(string what) => new(what, "the virtual machine has none");

    private void Pump()
    {
        if (_pumping || !IsOn) return;
        _pumping = true;
        while (_machine.Records.TryDequeue(out var record))
        {
            _glass.Look(_board.RigTime(record.At));
            _board.Take(record);
        }

        while (_machine.Lines.TryDequeue(out var line)) Take(line);
        if (Stopwatch.GetElapsedTime(_machine.LastHeard) > Quiet) _glass.Look(Now);
        _pumping = false;
    }

    /// <summary>A traced line: nanoseconds, a word, the rest.</summary>
    private void Take(string line)
    {
        var words = line.Split(' ', 3);
        if (words.Length < 3 || !long.TryParse(words[0], CultureInfo.InvariantCulture, out var nanoseconds)) return;
        var at = _board.RigTime(TimeSpan.FromTicks(nanoseconds / TimeSpan.NanosecondsPerTick));
        switch (words[1])
        {
            case "key":
                _keypad.OnKeySeen(words[2][0], at);
                break;
            case "shows":
                _hasShown = true;
                break;
            case "answer":
                var result = Enum.GetValues<ResultCode>().First(code => ResultCodes.NameOf(code) == words[2]);
                _answers.Add(new MeterAnswer(result, at));
                break;
        }
    }
}
