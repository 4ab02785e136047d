namespace HilBench.TokenPort.Links;

/// <summary>A link whose waits end at once when the run is to end, however patient the reader is.</summary>
public sealed class StoppableLink(IByteLink link, CancellationToken stop) : IByteLink
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(100);

    public string Name => link.Name;

    public bool IsTimed => link.IsTimed;

    public bool HasPeer => link.HasPeer;

    public void SetBaud(int baud) => link.SetBaud(baud);

    public void Write(ReadOnlySpan<byte> bytes) => link.Write(bytes);

    /// <exception cref="OperationCanceledException">The run is to end.</exception>
    public int Read(Span<byte> into, TimeSpan patience)
    {
        while (true)
        {
            stop.ThrowIfCancellationRequested();
            var wait = patience < LongestWait ? patience : LongestWait;
            if (link.Read(into, wait) is > 0 and var count) return count;
            patience -= wait;
            if (patience <= TimeSpan.Zero) return 0;
        }
    }

    public bool HangUp() => link.HangUp();

    public void DiscardInput() => link.DiscardInput();

    public void Dispose() => link.Dispose();
}
