using HilBench.Physical.Ports;
using HilBench.TokenPort.Links;

namespace HilBench.Benchmarks;

/// <summary>
/// A pseudo-terminal whose near end is a file stream or a serial port, and whose far end is the same for both: a thread
/// on the master that sends everything back, or waits for the end of a block.
/// </summary>
internal sealed class PtyPair : IDisposable
{
    /// <summary>The last byte of a block.</summary>
    public const byte End = 0xFF;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly PtyLink _master = new();
    private readonly SemaphoreSlim _arrived = new(0);
    private readonly byte[] _sink = new byte[4096];
    private readonly FileStream? _file;
    private readonly SerialLink? _port;
    private readonly Thread _far;
    private volatile bool _stop;

    private PtyPair(bool asFile, bool echoes)
    {
        if (!asFile) _port = new SerialLink(_master.Device, LineForm.EightNone, 19_200);
        else _file = new FileStream(
            _master.Device, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0);
        _far = new Thread(() => Answer(echoes)) { IsBackground = true, Name = "far end" };
        _far.Start();
    }

    public static PtyPair WithFile(bool echoes) => new(asFile: true, echoes);

    public static PtyPair WithPort(bool echoes) => new(asFile: false, echoes);

    public void ThereAndBack(byte[] one)
    {
        Write(one);
        var count = _file?.Read(_sink, 0, 1) ?? _port!.Read(_sink.AsSpan(0, 1), Patience);
        if (count != 1) throw new InvalidOperationException("the byte did not come back");
    }

    public void OneWay(byte[] block)
    {
        Write(block);
        if (!_arrived.Wait(Patience)) throw new InvalidOperationException("the block did not arrive");
    }

    public void Dispose()
    {
        _stop = true;
        _far.Join();
        _file?.Dispose();
        _port?.Dispose();
        _master.Dispose();
        _arrived.Dispose();
    }

    private void Write(byte[] bytes)
    {
        if (_file is not null) _file.Write(bytes);
        else _port!.Write(bytes);
    }

    private void Answer(bool echoes)
    {
        var buffer = new byte[4096];
        while (!_stop)
        {
            var count = _master.Read(buffer, TimeSpan.FromMilliseconds(50));
            if (count == 0) continue;
            if (echoes) _master.Write(buffer.AsSpan(0, count));
            else if (buffer[count - 1] == End) _arrived.Release();
        }
    }
}
