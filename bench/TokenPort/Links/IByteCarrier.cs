namespace HilBench.TokenPort.Links;

/// <summary>
/// Something real that the bytes between two emulated ends pass through. What goes in at one end comes out at the
/// other, all of it, before the call returns: time stands still meanwhile.
/// </summary>
public interface IByteCarrier : IDisposable
{
    string Name { get; }

    byte[] Forth(ReadOnlySpan<byte> bytes);

    byte[] Back(ReadOnlySpan<byte> bytes);
}

/// <summary>Nothing in between.</summary>
public sealed class MemoryCarrier : IByteCarrier
{
    public string Name => "memory";

    public byte[] Forth(ReadOnlySpan<byte> bytes) => bytes.ToArray();

    public byte[] Back(ReadOnlySpan<byte> bytes) => bytes.ToArray();

    public void Dispose()
    {
    }
}
