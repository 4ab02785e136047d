namespace HilBench.TokenPort.Links;

/// <summary>
/// Bytes there and back: a serial port, a pseudo-terminal, a TCP connection, or two ends in memory. Every wait has a
/// bound. What cannot be opened, and a link that is lost, is a <see cref="LinkLostException"/>.
/// </summary>
public interface IByteLink : IDisposable
{
    /// <summary>What a person calls it, such as <c>/dev/ttyUSB0</c>.</summary>
    string Name { get; }

    /// <summary>The rate from the next byte on; links without a line take it and do nothing.</summary>
    void SetBaud(int baud);

    /// <summary>Returns when the link has taken all bytes.</summary>
    void Write(ReadOnlySpan<byte> bytes);

    /// <summary>
    /// Returns as soon as at least one byte is there; 0 when none came within <paramref name="patience"/>.
    /// </summary>
    int Read(Span<byte> into, TimeSpan patience);

    /// <summary>True when bytes take their time after <see cref="Write"/> has returned: a line with a rate.</summary>
    bool IsTimed => false;

    /// <summary>False while nobody is at the far end, where a link can know that.</summary>
    bool HasPeer => true;

    /// <summary>
    /// Sends whoever is at the far end away, so that the next one can come; false where a link cannot, or nobody is
    /// there.
    /// </summary>
    bool HangUp() => false;

    /// <summary>Throws away what has arrived and not been read.</summary>
    void DiscardInput();
}
