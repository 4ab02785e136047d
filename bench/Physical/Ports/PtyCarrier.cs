using System.Runtime.InteropServices;
using HilBench.TokenPort.Links;

namespace HilBench.Physical.Ports;

/// <summary>
/// Both ends of a pseudo-terminal in one hand, so that a virtual rig's bytes pass through the kernel's terminal driver
/// and not only through memory.
/// </summary>
public sealed class PtyCarrier : IByteCarrier
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly PtyLink _near = new();
    private readonly int _far;

    public PtyCarrier()
    {
        _far = LibC.Open(_near.Device);
        if (_far >= 0 && LibC.MakeRaw(_far)) return;
        var why = Marshal.GetLastPInvokeErrorMessage();
        Dispose();
        throw new LinkLostException(_near.Device, $"cannot be opened ({why})");
    }

    public string Name => _near.Device;

    public byte[] Forth(ReadOnlySpan<byte> bytes)
    {
        var arrived = new byte[bytes.Length];
        for (var sent = 0; sent < bytes.Length;)
        {
            var piece = bytes.Slice(sent, Math.Min(256, bytes.Length - sent));
            _near.Write(piece);
            for (var end = sent + piece.Length; sent < end;) sent += ReadFar(arrived.AsSpan(sent, end - sent));
        }

        return arrived;
    }

    public byte[] Back(ReadOnlySpan<byte> bytes)
    {
        if (LibC.Write(_far, bytes) != bytes.Length) throw NotCarried(bytes.Length);
        var arrived = new byte[bytes.Length];
        for (var got = 0; got < bytes.Length;)
        {
            var count = _near.Read(arrived.AsSpan(got), Patience);
            if (count == 0) throw NotCarried(bytes.Length - got);
            got += count;
        }

        return arrived;
    }

    public void Dispose()
    {
        if (_far >= 0) LibC.Close(_far);
        _near.Dispose();
    }

    private int ReadFar(Span<byte> into)
    {
        if ((LibC.Poll(_far, LibC.PollIn, Patience) & LibC.PollIn) == 0) throw NotCarried(into.Length);
        var count = LibC.Read(_far, into);
        return count > 0 ? count : throw NotCarried(into.Length);
    }

    private LinkLostException NotCarried(int bytes) =>
        new(Name, $"waited {Patience.TotalSeconds:0} s for {bytes} bytes to come out at the other end");
}
