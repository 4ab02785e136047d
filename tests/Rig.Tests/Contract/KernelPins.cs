using System.Collections.Concurrent;
using HilBench.Pi;

namespace HilBench.Rig.Tests.Contract;

/// <summary>
/// The pins of a kernel with the module of tests/Pi in it. The contract tests run inside that machine when
/// HILBENCH_KERNEL_PINS names the module's device (<c>tests/Pi/run --contract</c>). Our drivers then use the GPIO
/// character device through libgpiod; this class is the other side of the pins, with contacts and chips.
/// </summary>
internal sealed class KernelPins
{
    /// <summary>The kinds of the contract tests that use these pins.</summary>
    public const string Kind = "kernel";

    private const string Variable = "HILBENCH_KERNEL_PINS";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly Lazy<KernelPins> Opened = new(() => new KernelPins());

    /// <summary>Two wires to which nothing is connected.</summary>
    private static readonly (int First, int Second) Mark = (52, 53);

    private readonly FileStream _commands;
    private readonly ConcurrentQueue<PinRecord> _records = [];
    private readonly SemaphoreSlim _marks = new(0);

    private KernelPins()
    {
        var device = Environment.GetEnvironmentVariable(Variable)!;
        _commands = new FileStream(device, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        new Thread(() => Read(device)) { IsBackground = true, Name = "pin log" }.Start();
    }

    /// <summary>In the machine with these pins only the tests about them run; all others run elsewhere.</summary>
    public static bool AreHere => Environment.GetEnvironmentVariable(Variable) is not null;

    /// <summary>One object for the process, because a log has one reader.</summary>
    public static KernelPins Here => Opened.Value;

    public void Close(int first, int second) => Command('c', first, second);

    public void Open(int first, int second) => Command('o', first, second);

    /// <summary>Everything that has happened to the pins since the last call.</summary>
    public IReadOnlyList<PinRecord> News()
    {
        Close(Mark.First, Mark.Second);
        Assert.True(_marks.Wait(Patience), "the pin log does not go on");
        Open(Mark.First, Mark.Second);
        var news = new List<PinRecord>();
        while (_records.TryDequeue(out var record)) news.Add(record);
        return news;
    }

    private void Command(char what, int first, int second) =>
        _commands.Write([(byte)what, (byte)first, (byte)second, (byte)'\n']);

    private void Read(string device)
    {
        using var log = new FileStream(device, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
        var bytes = new byte[PinRecord.Bytes * 256];
        while (log.Read(bytes) is var got and > 0)
        {
            for (var at = 0; at < got; at += PinRecord.Bytes)
            {
                var record = PinRecord.From(bytes.AsSpan(at, PinRecord.Bytes));
                if (record.Event == PinEvent.ContactClosed && record.Pin == Mark.First) _marks.Release();
                else _records.Enqueue(record);
            }
        }
    }
}
