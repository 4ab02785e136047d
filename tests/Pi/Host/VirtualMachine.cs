using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using System.Threading.Channels;
using HilBench.Roles;

namespace HilBench.Pi;

/// <summary>
/// An x86-64 PC with its four connections: the module's pin log, the control port, the machine protocol and the disk.
/// One machine serves a whole run; a power cut is a reset, which loses everything in its memory.
/// </summary>
internal sealed class VirtualMachine : IGuest
{
    private static readonly TimeSpan BootPatience = TimeSpan.FromSeconds(240);
    private const int Chunk = 65_536;

    private readonly VmFiles _files;
    private readonly QemuProcess _qemu;
    private readonly Stream _pins;
    private readonly ControlPort _control;
    private readonly Stream _machine;
    private readonly StreamReader _machineAnswers;
    private readonly GuestClock _clock = new();

    public VirtualMachine(VmFiles files)
    {
        _files = files;
        _qemu = new QemuProcess(files, "qemu-system-x86_64", Arguments(files));
        _machine = _qemu.Connect("qmp");
        _machineAnswers = new StreamReader(_machine);
        _machineAnswers.ReadLine();
        Machine("qmp_capabilities");
        _pins = _qemu.Connect("pins");
        _control = new ControlPort(_qemu.Connect("control"), files.OpenTrace(), Heard);
        new Thread(ReadPins) { IsBackground = true, Name = "pin log" }.Start();
    }

    public ConcurrentQueue<PinRecord> Records { get; } = new();

    public ConcurrentQueue<GuestLine> Lines { get; } = new();

    /// <summary>Every line from the guest.</summary>
    public Channel<string> Said => _control.Said;

    public long LastHeard { get; private set; } = Stopwatch.GetTimestamp();

    /// <summary>The guest's monotonic clock.</summary>
    public TimeSpan Clock => _clock.Now;

    public bool IsUp { get; private set; }

    public int Boots { get; private set; }

    public void AwaitBoot()
    {
        if (IsUp) return;
        var said = Expect("ready", BootPatience);
        _clock.Restart();
        IsUp = true;
        Boots++;
        if (Boots == 1) Screen.Write($"tests/Pi: the guest is up: {said}");
    }

    public void Tell(string command) => _control.Tell(command);

    /// <summary>Drops what was said so far.</summary>
    public void Forget() => _control.Forget();

    /// <summary>Closes ('c') or opens ('o') a contact between two wires.</summary>
    public void Contact(char what, int first, int second)
    {
        _pins.Write([(byte)what, (byte)first, (byte)second, (byte)'\n']);
        _pins.Flush();
    }

    public void Cut()
    {
        Machine("stop");
        Machine("system_reset");
        IsUp = false;
    }

    public void PowerOn()
    {
        Records.Clear();
        Lines.Clear();
        _control.Forget();
        Machine("cont");
    }

    public string Expect(string beginning, TimeSpan patience)
    {
        try
        {
            return _control.Expect(beginning, patience);
        }
        catch (RigFaultException silence)
        {
            var console = File.Exists(_files.Socket("console")) ? File.ReadAllText(_files.Socket("console")) : "";
            throw new RigFaultException(
                $"{silence.Message}; its console ends: "
                + console[Math.Max(0, console.Length - 300)..].ReplaceLineEndings(" | "));
        }
    }

    public void Dispose() => _qemu.Dispose();

    private static string[] Arguments(VmFiles files) =>
    [
        "-accel", "tcg", "-cpu", "max", "-smp", $"{files.Processors}", "-m", "512",
        "-display", "none", "-monitor", "none",
        "-serial", $"file:{files.Socket("console")}",
        "-kernel", files.Kernel, "-initrd", files.Initrd,
        "-append", $"console=ttyS0 quiet panic=-1 no_timer_check nokaslr hil.gpiod={files.Gpiod}",
        "-device", "virtio-serial-pci",
        "-chardev", $"socket,id=pins,path={files.Socket("pins")},server=on,wait=off",
        "-device", "virtserialport,chardev=pins,name=pins",
        "-chardev", $"socket,id=control,path={files.Socket("control")},server=on,wait=off",
        "-device", "virtserialport,chardev=control,name=control",
        "-drive", $"file={files.Disk},format=raw,if=virtio,cache=writethrough",
        "-drive", $"file={files.App},format=raw,if=virtio,readonly=on",
        "-qmp", $"unix:{files.Socket("qmp")},server=on,wait=off",
    ];

    private void Machine(string command)
    {
        _machine.Write(Encoding.ASCII.GetBytes($"{{\"execute\":\"{command}\"}}\n"));
        while (_machineAnswers.ReadLine() is { } answer)
        {
            if (answer.Contains("\"return\"")) return;
            if (answer.Contains("\"error\"")) throw new RigFaultException($"QEMU: {command}: {answer}");
        }

        throw new RigFaultException($"QEMU: {command}: no answer");
    }

    /// <summary>The meter's lines have the same clock as the pins.</summary>
    private void Heard(string line)
    {
        if (GuestLine.From(line) is not { } traced) return;
        _clock.Heard(traced.At);
        Lines.Enqueue(traced);
    }

    /// <summary>A reset may cut a record in two, so whatever is incomplete at a boot is dropped.</summary>
    private void ReadPins()
    {
        var buffer = new byte[Chunk];
        var held = 0;
        while (Read(_pins, buffer, held) is var got and > 0)
        {
            held += got;
            var at = 0;
            for (; at + PinRecord.Bytes <= held; at += PinRecord.Bytes)
            {
                var record = PinRecord.From(buffer.AsSpan(at, PinRecord.Bytes));
                _clock.Heard(record.At);
                Records.Enqueue(record);
            }

            LastHeard = Stopwatch.GetTimestamp();
            buffer.AsSpan(at, held - at).CopyTo(buffer);
            held -= at;
        }
    }

    private static int Read(Stream from, byte[] buffer, int held)
    {
        try
        {
            return from.Read(buffer, held, buffer.Length - held);
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
