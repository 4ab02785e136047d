namespace HilBench.TokenPort.Links;

/// <summary>A link of eight bits on which seven and even parity travel (<see cref="SoftParity"/>).</summary>
public sealed class SoftParityLink(IByteLink eightBits) : IByteLink
{
    public string Name => eightBits.Name;

    public bool IsTimed => eightBits.IsTimed;

    public bool HasPeer => eightBits.HasPeer;

    public void SetBaud(int baud) => eightBits.SetBaud(baud);

    public void Write(ReadOnlySpan<byte> bytes) => eightBits.Write(SoftParity.Encode(bytes));

    public int Read(Span<byte> into, TimeSpan patience)
    {
        var count = eightBits.Read(into, patience);
        foreach (ref var value in into[..count]) value = SoftParity.Decode(value);
        return count;
    }

    public bool HangUp() => eightBits.HangUp();

    public void DiscardInput() => eightBits.DiscardInput();

    public void Dispose() => eightBits.Dispose();
}
