using HilBench.Rig.Virtual;
using HilBench.TokenPort.Links;

namespace HilBench.Physical.Ports;

/// <summary>
/// The line of a split meter on a real port: one part is ours and emulated, the other is whatever is on the port. The
/// emulated part lives in real time, because the other one does.
/// </summary>
/// <param name="link">The port; its own from here on.</param>
/// <param name="stop">Ends every wait.</param>
/// <param name="ended">Told, when the line is given up, how long it was used; null when nobody wants to know.</param>
public sealed class SplitPort(IByteLink link, CancellationToken stop, Action<TimeSpan>? ended = null) : IOutsideLine
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(20);

    private readonly WallClock _clock = new();
    private readonly byte[] _buffer = new byte[256];
    private int _count;

    public string Name => link.Name;

    public Action<byte[]> Arrived { get; set; } = static _ => { };

    public void Write(ReadOnlySpan<byte> bytes) => link.Write(bytes);

    /// <exception cref="OperationCanceledException">The run is to end.</exception>
    public TimeSpan Await(TimeSpan moment)
    {
        while (true)
        {
            stop.ThrowIfCancellationRequested();
            var rest = moment - _clock.Now;
            var patience = rest < LongestWait ? rest : LongestWait;
            _count = link.Read(_buffer, patience > TimeSpan.Zero ? patience : TimeSpan.Zero);
            if (rest <= TimeSpan.Zero) return moment;
            if (_count > 0) return _clock.Now < moment ? _clock.Now : moment;
        }
    }

    public void HandOver()
    {
        if (_count == 0) return;
        var arrived = _buffer.AsSpan(0, _count).ToArray();
        _count = 0;
        Arrived(arrived);
    }

    public void Dispose()
    {
        link.Dispose();
        ended?.Invoke(_clock.Now);
    }
}
