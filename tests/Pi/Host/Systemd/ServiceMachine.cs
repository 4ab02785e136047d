using System.Diagnostics;
using HilBench.Meter;
using HilBench.Physical;
using HilBench.RigFiles;
using HilBench.Roles;

namespace HilBench.Pi;

/// <summary>The output of a command that root ran in the machine, and its exit code.</summary>
internal readonly record struct Said(int Code, IReadOnlyList<string> Lines)
{
    public bool IsDone => Code == 0;

    public string Text => string.Join(" / ", Lines);
}

/// <summary>
/// A machine whose init is Debian's systemd, with the meter as its service. Keys, display, mains and a root shell are
/// outside. The meter starts when systemd starts it, and traces nothing.
/// </summary>
internal sealed class ServiceMachine : IDisposable
{
    /// <summary>Where the unit lets the meter keep its record.</summary>
    public const string StateFolder = "/var/lib/hilbench";

    /// <summary>The rig file that the unit names.</summary>
    private const string RigName = "raspberry-pi";

    private static readonly TimeSpan CommandPatience = TimeSpan.FromSeconds(240);
    private static readonly TimeSpan BetweenKeys = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan Settle = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(60);
    private static readonly TimeSpan Blink = TimeSpan.FromMilliseconds(4);

    private readonly VirtualMachine _machine;
    private readonly StateDisk _disk;
    private readonly VmBoard _board;
    private readonly VmGlass _glass;
    private readonly VmKeypad _keypad;
    private readonly GlassKeys _keys;
    private readonly MeterProfile _profile = MeterProfile.Generic;
    private long _darkSince = Stopwatch.GetTimestamp();
    private TimeSpan _darkFrom;
    private TimeSpan _now;
    private int _looked;
    private bool _isOn;
    private bool _pumping;

    public ServiceMachine(VmFiles files)
    {
        var wiring = Rig.Wiring;
        _disk = new StateDisk(files, StateFolder);
        _machine = new VirtualMachine(files);
        _board = new VmBoard(wiring, _profile.Display.Columns, _profile.Display.Lines);
        _glass = new VmGlass(_board, Pump, () => Now, _profile.Display.Columns);
        _keypad = new VmKeypad(
            new ModuleContacts(_machine, wiring.Keypad), wiring.Keypad, () => Now, Wait, () => _isOn);
        _keys = new GlassKeys(_profile.Pad.Enter!.Value);
    }

    public GpioRigSettings Rig { get; } = ((GpioPlan)Rigs.Load(RigName)).Settings;

    /// <summary>Pins that were an output since the supply came, by the kernel's log; those that still are.</summary>
    public IReadOnlySet<int> Driven => _board.Driven;

    public IReadOnlySet<int> StillDriven => _board.StillDriven;

    public IReadOnlyList<string> Findings => [.. _board.Findings.Select(finding => finding.ToString())];

    public bool LoadIsClosed => _board.LoadIsClosed;

    /// <summary>The record as the next boot would find it.</summary>
    public MeterRegisters? Stored => _disk.Read()?.Registers;

    private TimeSpan Now
    {
        get
        {
            var now = _isOn && _board.KnowsTime
                ? _board.RigTime(_machine.Clock)
                : _darkFrom + Stopwatch.GetElapsedTime(_darkSince);
            return _now = now > _now ? now : _now;
        }
    }

    /// <summary>
    /// Switches the power on and returns when the root shell answers. The service starts when systemd starts it.
    /// </summary>
    public void PowerOn()
    {
        if (_machine.Boots > 0) _machine.PowerOn();
        _machine.AwaitBoot();
        _board.PowerOn(Now);
        _isOn = true;
        _machine.Tell("pins");
    }

    /// <summary>Cuts the power.</summary>
    public void Cut()
    {
        _machine.Cut();
        Pump();
        _darkFrom = Now;
        _darkSince = Stopwatch.GetTimestamp();
        _board.PowerOff();
        _keys.Forget();
        _isOn = false;
    }

    /// <summary>Runs a shell command as root in the home folder of user pi.</summary>
    public Said Do(string command)
    {
        while (_machine.Said.Reader.TryRead(out _))
        {
        }

        _machine.Tell(command);
        var lines = new List<string>();
        using var patience = new CancellationTokenSource(CommandPatience);
        try
        {
            while (true)
            {
                var line = _machine.Said.Reader.ReadAsync(patience.Token).AsTask().GetAwaiter().GetResult();
                if (line.StartsWith("exit ", StringComparison.Ordinal)) return new Said(int.Parse(line[5..]), lines);
                lines.Add(line.StartsWith("| ", StringComparison.Ordinal) ? line[2..] : line);
            }
        }
        catch (OperationCanceledException)
        {
            throw new RigFaultException(
                $"\"{command}\" did not end within {CommandPatience.TotalSeconds} s in the machine");
        }
    }

    /// <summary>Waits until everything that has happened to the pins is known here; once for each boot.</summary>
    public void CatchUp()
    {
        var begin = Stopwatch.GetTimestamp();
        _machine.Contact('c', VmBoard.Mark.First, VmBoard.Mark.Second);
        while (!_board.IsMarked)
        {
            if (Stopwatch.GetElapsedTime(begin) > CommandPatience)
                throw new RigFaultException("the pin log of the machine does not go on");
            Wait(Blink);
        }

        _machine.Contact('o', VmBoard.Mark.First, VmBoard.Mark.Second);
    }

    /// <summary>Types on the pad.</summary>
    /// <exception cref="StimulusNotDeliveredException">The glass did not show that the meter saw the key.</exception>
    public void Type(string keys)
    {
        foreach (var key in keys) _keypad.Press(key, TimeSpan.Zero, BetweenKeys);
    }

    /// <summary>When the glass last changed.</summary>
    public TimeSpan ChangedAt
    {
        get
        {
            Pump();
            return _board.ChangedAt;
        }
    }

    /// <summary>
    /// Waits until the display was written after <paramref name="after"/>, does not change any more, and has this text
    /// on a line.
    /// </summary>
    public bool Shows(string line, TimeSpan after, TimeSpan patience)
    {
        var begin = Stopwatch.GetTimestamp();
        do
        {
            Wait(Blink);
            var isStill = _board.ChangedAt > after && Now - _board.ChangedAt >= Settle;
            if (isStill && Glass.Any(shown => shown == line)) return true;
        }
        while (Stopwatch.GetElapsedTime(begin) < patience);
        return false;
    }

    /// <summary>The lines of the glass without their margins.</summary>
    public IReadOnlyList<string> Glass => [.. _board.Glass.Select(line => line.Trim())];

    public IReadOnlyList<string> Picture => GlassDrawing.Draw(_board.Glass, _profile.Display.Columns);

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

    public void Dispose() => _machine.Dispose();

    private void Pump()
    {
        if (_pumping || !_isOn) return;
        _pumping = true;
        while (_machine.Records.TryDequeue(out var record))
        {
            if (!_board.KnowsTime) _board.LearnTime(record.At, Now);
            _glass.Look(_board.RigTime(record.At));
            _board.Take(record);
        }

        if (_board.KnowsTime && Stopwatch.GetElapsedTime(_machine.LastHeard) > Quiet) _glass.Look(Now);
        foreach (var picture in _glass.Since(new GlassMark(_looked)))
        {
            _looked++;
            foreach (var key in _keys.Explain(picture))
            {
                // The display shows no release of a key, so the pause between two presses has to be long enough.
                _keypad.OnKeySeen(key, picture.Since);
                _keypad.OnKeyUp(key);
            }
        }

        _pumping = false;
    }
}
