using HilBench.Chips;
using HilBench.TokenPort;
using HilBench.TokenPort.Links;

namespace HilBench.Rig.Virtual;

/// <summary>
/// The cable between the meter's board and a virtual panel: each byte costs its time at 19,200 baud, and passes through
/// whatever real thing carries it.
/// </summary>
internal sealed class PanelWire : IByteLink
{
    private static readonly TimeSpan PerByte = LineBytes.TimeOnLine(1, MatrixOrbitalPanel.Baud);
    private static readonly TimeSpan Blink = TimeSpan.FromMilliseconds(1);

    private readonly VirtualTime _time;
    private readonly MatrixOrbitalPanel _panel;
    private readonly IByteCarrier _carrier;
    private readonly Queue<byte> _arrived = new();

    public PanelWire(VirtualTime time, MatrixOrbitalPanel panel, IByteCarrier carrier)
    {
        (_time, _panel, _carrier) = (time, panel, carrier);
        panel.Sent += OnSent;
    }

    /// <summary>Something has arrived at the board.</summary>
    public event Action? Arrived;

    public string Name => _carrier.Name;

    public void SetBaud(int baud)
    {
    }

    public void Write(ReadOnlySpan<byte> bytes)
    {
        foreach (var value in _carrier.Forth(bytes))
        {
            _time.Wait(PerByte);
            _panel.Receive(value);
        }
    }

    public int Read(Span<byte> into, TimeSpan patience)
    {
        for (var giveUp = _time.Now + patience; _arrived.Count == 0 && _time.Now < giveUp;) _time.Wait(Blink);
        var count = 0;
        while (count < into.Length && _arrived.TryDequeue(out var value)) into[count++] = value;
        return count;
    }

    public void DiscardInput() => _arrived.Clear();

    public void Dispose() => _carrier.Dispose();

    private void OnSent(byte value)
    {
        foreach (var carried in _carrier.Back([value]))
        {
            _time.After(PerByte, () =>
            {
                _arrived.Enqueue(carried);
                Arrived?.Invoke();
            });
        }
    }
}
