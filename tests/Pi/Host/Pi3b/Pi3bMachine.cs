using System.Collections.Concurrent;
using System.Diagnostics;
using HilBench.Board;
using HilBench.Roles;

namespace HilBench.Pi;

/// <summary>
/// QEMU's Raspberry Pi 3B with Debian's kernel, so the pins have the real driver pinctrl-bcm2835. Three connections
/// lead out: the second UART carries the control lines, the trace of the GPIO registers comes on QEMU's standard error,
/// and the test socket takes the levels of the inputs. The model has no reset, so the mains cannot fail.
/// </summary>
internal sealed class Pi3bMachine : IGuest
{
    private static readonly TimeSpan BootPatience = TimeSpan.FromSeconds(300);
    private const int MessagesKept = 5;

    private readonly Pi3bFiles _files;
    private readonly QemuProcess _qemu;
    private readonly ControlPort _control;
    private readonly Stream _test;
    private readonly GuestClock _ahead = new();
    private readonly ConcurrentQueue<string> _messages = new();

    public Pi3bMachine(Pi3bFiles files, KeypadWiring wiring)
    {
        _files = files;
        _qemu = new QemuProcess(files.Run, "qemu-system-aarch64", Arguments(files), hearsErrors: true);
        _test = _qemu.Connect("test");
        Pad = new OutsidePad(wiring, _test);
        new Thread(ReadTrace) { IsBackground = true, Name = "register trace" }.Start();
        new Thread(ReadAnswers) { IsBackground = true, Name = "test socket" }.Start();
        _control = new ControlPort(_qemu.Connect("control"), files.Run.OpenTrace(), Heard);
    }

    public OutsidePad Pad { get; }

    public ConcurrentQueue<PinRecord> Records { get; } = new();

    public ConcurrentQueue<GuestLine> Lines { get; } = new();

    public long LastHeard { get; private set; } = Stopwatch.GetTimestamp();

    /// <summary>The host's clock, because the trace has its times.</summary>
    public TimeSpan Clock => DateTime.UtcNow - DateTime.UnixEpoch;

    public bool IsUp { get; private set; }

    public int Boots { get; private set; }

    public void AwaitBoot()
    {
        if (IsUp) return;
        var said = Expect("ready", BootPatience);
        IsUp = true;
        Boots++;
        Screen.Write($"tests/Pi: the Pi is up: {said}");
    }

    public void Tell(string command) => _control.Tell(command);

    public string Expect(string beginning, TimeSpan patience)
    {
        try
        {
            return _control.Expect(beginning, patience);
        }
        catch (RigFaultException silence) when (!_messages.IsEmpty)
        {
            throw new RigFaultException($"{silence.Message}; QEMU: {string.Join(" | ", _messages)}");
        }
    }

    public void Cut() => throw new StimulusNotDeliveredException("the mains failure", "an emulated Pi 3B has no reset");

    public void PowerOn()
    {
    }

    public void Dispose() => _qemu.Dispose();

    /// <summary>Only two of the four processors are started; more would only compete for the host's.</summary>
    private static string[] Arguments(Pi3bFiles files) =>
    [
        "-M", "raspi3b", "-display", "none", "-monitor", "none",
        "-kernel", files.Kernel, "-dtb", files.DeviceTree, "-initrd", files.Initrd,
        "-append", $"console=ttyS1,115200 quiet panic=-1 rdinit=/init maxcpus=2 hil.gpiod={files.Run.Gpiod}",
        "-serial", "null",
        "-serial", $"unix:{files.Run.Socket("control")},server=on,wait=on",
        "-qtest", $"unix:{files.Run.Socket("test")},server=on,wait=on", "-qtest-log", "none",
        "-trace", "memory_region_ops_read", "-trace", "memory_region_ops_write", "-msg", "timestamp=on",
    ];

    /// <summary>
    /// Traced lines carry the guest's time and the pins the host's. The line that arrived fastest gives the best
    /// estimate of the difference.
    /// </summary>
    private void Heard(string line)
    {
        if (GuestLine.From(line) is not { } traced) return;
        var arrived = Clock;
        _ahead.Heard(traced.At);
        Lines.Enqueue(traced with { At = arrived - (_ahead.Now - traced.At) });
    }

    private void ReadTrace()
    {
        while (_qemu.Errors.ReadLine() is { } line)
        {
            if (RegisterAccess.From(line) is { } access) Take(access);
            else if (!line.Contains(":memory_region_ops_")) Keep(line);
        }
    }

    private void Take(RegisterAccess access)
    {
        foreach (var record in Pad.Take(access))
        {
            Records.Enqueue(record);
            LastHeard = Stopwatch.GetTimestamp();
        }
    }

    private void Keep(string message)
    {
        _messages.Enqueue(message);
        while (_messages.Count > MessagesKept) _messages.TryDequeue(out _);
    }

    /// <summary>The socket answers every write; the answers are not needed.</summary>
    private void ReadAnswers()
    {
        var answers = new byte[4096];
        try
        {
            while (_test.Read(answers) > 0)
            {
            }
        }
        catch (IOException)
        {
            // The machine has ended.
        }
    }
}
