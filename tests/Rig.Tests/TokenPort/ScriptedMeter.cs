using System.Text;
using HilBench.Roles;
using HilBench.TokenPort;
using HilBench.TokenPort.Links;

namespace HilBench.Rig.Tests.TokenPort;

/// <summary>
/// A meter of somebody else's make, word for word: what it answers to each message is written down by the test. Time
/// passes at once.
/// </summary>
internal sealed class ScriptedMeter : IByteLink, IBenchClock
{
    private readonly List<byte> _asked = [];
    private readonly Queue<byte> _answer = new();

    /// <summary>The answer to a sign-on.</summary>
    public string Identification { get; init; } = "/ABC5\\METER 1\r\n";

    /// <summary>The answer to an option select that asks for programming mode, as a block.</summary>
    public byte[] Operand { get; init; } = new PortMessage("P0", "(1)").ToBytes();

    /// <summary>What it answers to a command, such as <c>R1 C.60.1()</c>; null = nothing.</summary>
    public Func<string, byte[]?> Answer { get; init; } = _ => null;

    /// <summary>The commands it heard, oldest first.</summary>
    public List<string> Heard { get; } = [];

    public string Name => "/dev/ttyS7";

    public TimeSpan Now { get; private set; }

    /// <summary>A meter that answers every reading with this text between STX and ETX, and all else with ACK.</summary>
    public static ScriptedMeter ThatReads(string text) => new()
    {
        Answer = command => command.StartsWith("R1", StringComparison.Ordinal) ? PortMessage.Answer(text) : [6],
    };

    public TokenPortClient Reader(PortCallSettings? settings = null)
    {
        var reader = new TokenPortClient(this, this, settings ?? new PortCallSettings());
        reader.Open();
        return reader;
    }

    public void Wait(TimeSpan duration) => Now += duration;

    public void SetBaud(int baud)
    {
    }

    public void Write(ReadOnlySpan<byte> bytes)
    {
        _asked.AddRange(bytes);
        var text = Encoding.Latin1.GetString([.. _asked]);
        byte[]? answer = null;
        if (text.StartsWith("/?", StringComparison.Ordinal)) answer = Encoding.Latin1.GetBytes(Identification);
        else if (text.StartsWith('\u0006') && text.Length > 3) answer = text[3] == '1' ? Operand : Answer("read-out");
        else if (PortMessage.TryParse(bytes) is { } message)
        {
            Heard.Add($"{message.Command} {message.Data}");
            answer = Answer(Heard[^1]);
        }

        _asked.Clear();
        foreach (var value in answer ?? []) _answer.Enqueue(value);
    }

    public int Read(Span<byte> into, TimeSpan patience)
    {
        var count = 0;
        while (count < into.Length && _answer.TryDequeue(out var value)) into[count++] = value;
        if (count == 0) Now += patience;
        return count;
    }

    public void DiscardInput() => _answer.Clear();

    public void Dispose()
    {
    }
}
