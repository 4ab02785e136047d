using System.Collections.Concurrent;
using System.Text;
using System.Threading.Channels;
using HilBench.Roles;

namespace HilBench.Pi;

/// <summary>
/// The lines to and from a guest. A thread of its own reads them. Each line goes first to a listener, which runs on
/// that thread, and then into a file.
/// </summary>
internal sealed class ControlPort
{
    private readonly Stream _port;
    private readonly TextWriter _trace;
    private readonly Action<string> _listener;
    private readonly BlockingCollection<string> _traced = [];

    public ControlPort(Stream port, TextWriter trace, Action<string> listener)
    {
        _port = port;
        _trace = trace;
        _listener = listener;
        new Thread(Read) { IsBackground = true, Name = "control" }.Start();
        new Thread(Trace) { IsBackground = true, Name = "trace" }.Start();
    }

    /// <summary>Every line from the guest.</summary>
    public Channel<string> Said { get; } = Channel.CreateUnbounded<string>();

    public void Tell(string command)
    {
        _port.Write(Encoding.ASCII.GetBytes(command + "\n"));
        _port.Flush();
    }

    public void Forget()
    {
        while (Said.Reader.TryRead(out _))
        {
        }
    }

    /// <summary>Waits for a line that begins with this text; lines before it are dropped.</summary>
    /// <exception cref="RigFaultException">It was never said, or a rig fault was.</exception>
    public string Expect(string beginning, TimeSpan patience)
    {
        using var end = new CancellationTokenSource(patience);
        var last = "nothing";
        try
        {
            while (true)
            {
                var line = Said.Reader.ReadAsync(end.Token).AsTask().GetAwaiter().GetResult();
                if (line.StartsWith(beginning, StringComparison.Ordinal)) return line;
                if (line.StartsWith("rig fault", StringComparison.Ordinal)) throw new RigFaultException(line);
                last = line;
            }
        }
        catch (Exception silence) when (silence is OperationCanceledException or ChannelClosedException)
        {
            throw new RigFaultException(
                $"the guest never said \"{beginning}\" within {patience.TotalSeconds} s; the last it said: {last}");
        }
    }

    private void Read()
    {
        using var reader = new StreamReader(_port);
        try
        {
            while (reader.ReadLine() is { } line)
            {
                _listener(line);
                Said.Writer.TryWrite(line);
                _traced.Add(line);
            }
        }
        catch (IOException)
        {
            // The machine has ended; whoever waits for it reports that.
        }

        Said.Writer.TryComplete();
        _traced.CompleteAdding();
    }

    /// <summary>Writes on a thread of its own, because a slow disk must not delay a key press.</summary>
    private void Trace()
    {
        using var trace = _trace;
        foreach (var line in _traced.GetConsumingEnumerable()) trace.WriteLine(line);
    }
}
