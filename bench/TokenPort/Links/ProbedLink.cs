using HilBench.Roles;

namespace HilBench.TokenPort.Links;

/// <summary>A link somebody looks on at, from the bench's end.</summary>
public sealed class ProbedLink : IByteLink
{
    /// <summary>What the line of a token port is called in a recording.</summary>
    public const string TokenPort = "PORT";

    private readonly IByteLink _link;
    private readonly IRigProbe _probe;
    private readonly IBenchClock _clock;
    private readonly bool _isMeters;
    private readonly int _line;

    private ProbedLink(IByteLink link, IRigProbe probe, IBenchClock clock, string name, bool isMeters)
    {
        (_link, _probe, _clock, _isMeters) = (link, probe, clock, isMeters);
        _line = probe.Line(name);
    }

    /// <summary>The same link where nobody looks on.</summary>
    /// <param name="link">The link; it belongs to the answer from here on.</param>
    /// <param name="probe">Who looks on; null when nobody does.</param>
    /// <param name="clock">The time bytes are noted at.</param>
    /// <param name="name">What the line is called.</param>
    /// <param name="isMeters">This end is the meter's; else it is the reader's.</param>
    public static IByteLink Of(
        IByteLink link, IRigProbe? probe, IBenchClock clock, string name, bool isMeters = false) =>
        probe is null ? link : new ProbedLink(link, probe, clock, name, isMeters);

    public string Name => _link.Name;

    public bool IsTimed => _link.IsTimed;

    public bool HasPeer => _link.HasPeer;

    public void SetBaud(int baud) => _link.SetBaud(baud);

    public void Write(ReadOnlySpan<byte> bytes)
    {
        _probe.Bytes(_line, new LineTraffic(ToMeter: !_isMeters), bytes, _clock.Now);
        _link.Write(bytes);
    }

    public int Read(Span<byte> into, TimeSpan patience)
    {
        var count = _link.Read(into, patience);
        if (count > 0) _probe.Bytes(_line, new LineTraffic(ToMeter: _isMeters), into[..count], _clock.Now);
        return count;
    }

    public bool HangUp() => _link.HangUp();

    public void DiscardInput() => _link.DiscardInput();

    public void Dispose() => _link.Dispose();
}
