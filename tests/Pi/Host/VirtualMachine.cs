using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using System.Threading.Channels;
using HilBench.Rig.Roles;

namespace HilBench.Pi;

/// <summary>
/// QEMU with its four wires: the module's pin log, the control port, the machine protocol and the disk. One machine
/// serves a whole run; a power cut is a reset of it, with everything in its memory lost.
/// </summary>
internal sealed class VirtualMachine : IDisposable
{
    private static readonly TimeSpan BootPatience = TimeSpan.FromSeconds(120);
    private const int Chunk = 65_536;

    private readonly VmFiles _files;
    private readonly Process _qemu;
    private readonly Stream _pins;
    private readonly Stream _control;
    private readonly Stream _machine;
    private readonly StreamReader _machineAnswers;

    public VirtualMachine(VmFiles files)
    {
        _files = files;
        _qemu = Process.Start(new ProcessStartInfo("qemu-system-x86_64", Arguments(files)))
            ?? throw new RigFaultException("qemu-system-x86_64 does not start");
        _machine = Connect("qmp");
        _machineAnswers = new StreamReader(_machine);
        _machineAnswers.ReadLine();
        Machine("qmp_capabilities");
        _pins = Connect("pins");
        _control = Connect("control");
        new Thread(ReadPins) { IsBackground = true, Name = "pin log" }.Start();
        new Thread(ReadControl) { IsBackground = true, Name = "control" }.Start();
    }

    /// <summary>Records of the pin log, in order.</summary>
    public ConcurrentQueue<PinRecord> Records { get; } = new();

    /// <summary>Lines the meter traced, in order.</summary>
    public ConcurrentQueue<string> Lines { get; } = new();

    /// <summary>Every other line from the guest.</summary>
    public Channel<string> Said { get; } = Channel.CreateUnbounded<string>();

    /// <summary>When something last came from the guest, by the host's clock.</summary>
    public long LastHeard { get; private set; } = Stopwatch.GetTimestamp();

    public bool IsUp { get; private set; }

    public int Boots { get; private set; }

    /// <summary>Waits until the guest takes commands; its pins are there then.</summary>
    public void AwaitBoot()
    {
        if (IsUp) return;
        var said = Expect("ready", BootPatience);
        IsUp = true;
        Boots++;
        if (Boots == 1) Console.WriteLine($"tests/Pi: the guest is up: {said}");
    }

    public void Tell(string command) => Send(_control, Encoding.ASCII.GetBytes(command + "\n"));

    public void Contact(char what, int first, int second) =>
        Send(_pins, [(byte)what, (byte)first, (byte)second, (byte)'\n']);

    /// <summary>Pulls the plug: the machine stands still in the middle of whatever it did, and forgets it.</summary>
    public void Cut()
    {
        Machine("stop");
        Machine("system_reset");
        IsUp = false;
    }

    /// <summary>Power comes back; what the dead machine had still said is thrown away.</summary>
    public void PowerOn()
    {
        Records.Clear();
        Lines.Clear();
        while (Said.Reader.TryRead(out _))
        {
        }

        Machine("cont");
    }

    public string Expect(string beginning, TimeSpan patience)
    {
        using var end = new CancellationTokenSource(patience);
        try
        {
            while (true)
            {
                var line = Said.Reader.ReadAsync(end.Token).AsTask().GetAwaiter().GetResult();
                if (line.StartsWith(beginning, StringComparison.Ordinal)) return line;
                if (line.StartsWith("rig fault", StringComparison.Ordinal)) throw new RigFaultException(line);
            }
        }
        catch (OperationCanceledException)
        {
            var console = File.Exists(_files.Socket("console")) ? File.ReadAllText(_files.Socket("console")) : "";
            throw new RigFaultException(
                $"the guest never said \"{beginning}\" within {patience.TotalSeconds} s; its console ends: "
                + console[Math.Max(0, console.Length - 300)..].ReplaceLineEndings(" | "));
        }
    }

    public void Dispose()
    {
        if (!_qemu.HasExited) _qemu.Kill();
        _qemu.WaitForExit();
        _qemu.Dispose();
        Directory.Delete(_files.Work, recursive: true);
    }

    private static string[] Arguments(VmFiles files) =>
    [
        "-accel", "tcg", "-cpu", "max", "-smp", "2", "-m", "512", "-display", "none", "-monitor", "none",
        "-serial", $"file:{files.Socket("console")}",
        "-kernel", files.Kernel, "-initrd", files.Initrd,
        "-append", $"console=ttyS0 quiet panic=-1 no_timer_check hil.gpiod={files.Gpiod}",
        "-device", "virtio-serial-pci",
        "-chardev", $"socket,id=pins,path={files.Socket("pins")},server=on,wait=off",
        "-device", "virtserialport,chardev=pins,name=pins",
        "-chardev", $"socket,id=control,path={files.Socket("control")},server=on,wait=off",
        "-device", "virtserialport,chardev=control,name=control",
        "-drive", $"file={files.Disk},format=raw,if=virtio,cache=writethrough",
        "-drive", $"file={files.App},format=raw,if=virtio,readonly=on",
        "-qmp", $"unix:{files.Socket("qmp")},server=on,wait=off",
    ];

    private NetworkStream Connect(string name)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                socket.Connect(new UnixDomainSocketEndPoint(_files.Socket(name)));
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (SocketException) when (attempt < 100 && !_qemu.HasExited)
            {
                Thread.Sleep(100);
            }
        }
    }

    private void Machine(string command)
    {
        Send(_machine, Encoding.ASCII.GetBytes($"{{\"execute\":\"{command}\"}}\n"));
        while (_machineAnswers.ReadLine() is { } answer)
        {
            if (answer.Contains("\"return\"")) return;
            if (answer.Contains("\"error\"")) throw new RigFaultException($"QEMU: {command}: {answer}");
        }

        throw new RigFaultException($"QEMU: {command}: no answer");
    }

    private static void Send(Stream to, byte[] bytes)
    {
        to.Write(bytes);
        to.Flush();
    }

    /// <summary>A reset may cut a record in two, so whatever does not fit together at a boot is thrown away.</summary>
    private void ReadPins()
    {
        var buffer = new byte[Chunk];
        var held = 0;
        while (Read(_pins, buffer, held) is var got and > 0)
        {
            LastHeard = Stopwatch.GetTimestamp();
            held += got;
            var at = 0;
            for (; at + PinRecord.Bytes <= held; at += PinRecord.Bytes)
                Records.Enqueue(PinRecord.From(buffer.AsSpan(at, PinRecord.Bytes)));
            buffer.AsSpan(at, held - at).CopyTo(buffer);
            held -= at;
        }
    }

    private void ReadControl()
    {
        using var reader = new StreamReader(_control);
        using var trace = new StreamWriter(_files.Trace) { AutoFlush = true };
        try
        {
            while (reader.ReadLine() is { } line)
            {
                LastHeard = Stopwatch.GetTimestamp();
                trace.WriteLine(line);
                if (line.Length > 0 && char.IsAsciiDigit(line[0])) Lines.Enqueue(line);
                Said.Writer.TryWrite(line);
            }
        }
        catch (IOException)
        {
            // The machine is gone; whoever waits for it says so.
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
