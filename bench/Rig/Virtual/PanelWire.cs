using HilBench.Chips;
using HilBench.Roles;
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
    private readonly IRigProbe? _probe;
    private readonly int _line;
    private readonly Queue<byte> _arrived = new();

    /// <param name="time">The time that bytes cost.</param>
    /// <param name="panel">At the far end.</param>
    /// <param name="carrier">What real thing carries the bytes.</param>
    /// <param name="probe">Who looks on; null when nobody does.</param>
    public PanelWire(VirtualTime time, MatrixOrbitalPanel panel, IByteCarrier carrier, IRigProbe? probe = null)
    {
        (_time, _panel, _carrier, _probe) = (time, panel, carrier, probe);
        _line = probe?.Line("PANEL") ?? 0;
        panel.Sent += OnSent;
    }

    /// <summary>Something has arrived at the board.</summary>
    public event Action? Arrived;

    public string Name => _carrier.Name;

    /// <summary>What may happen to the bytes on their way.</summary>
    public SerialCable Cable { get; } = new();

    public void SetBaud(int baud)
    {
    }

    public void Write(ReadOnlySpan<byte> bytes)
    {
        foreach (var value in _carrier.Forth(bytes))
        {
            _time.Wait(PerByte);
            var carried = Cable.Carry(value, out _);
            if (Cable.HasDisturbed) _panel.Disturb();
            if (carried is not { } arrives) continue;
            _probe?.Bytes(_line, new LineTraffic(ToMeter: false), [arrives], _time.Now);
            _panel.Receive(arrives);
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
                if (Cable.Carry(carried, out _) is not { } arrives) return;
                _arrived.Enqueue(arrives);
                _probe?.Bytes(_line, new LineTraffic(ToMeter: true), [arrives], _time.Now);
                Arrived?.Invoke();
            });
        }
    }
}
