using System.Runtime.InteropServices;
using HilBench.TokenPort.Links;

namespace HilBench.Physical.Ports;

/// <summary>
/// Our end of a pseudo-terminal that we open; the other end is a device file somebody else's program can open as if it
/// were a serial port. It knows neither baud nor parity. While nobody has the device open it hears nothing.
/// </summary>
public sealed class PtyLink : IByteLink
{
    private static readonly TimeSpan WritePatience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Nap = TimeSpan.FromMilliseconds(5);

    private readonly int _master;
    private bool _isClosed;

    public PtyLink()
    {
        if (!OperatingSystem.IsLinux()) throw new LinkLostException("pty", "pseudo-terminals are opened on Linux only");
        _master = LibC.OpenMaster();
        if (_master < 0 || LibC.Unlock(_master) != 0 || LibC.NameOf(_master) is not { } device)
        {
            var why = Marshal.GetLastPInvokeErrorMessage();
            if (_master >= 0) LibC.Close(_master);
            throw new LinkLostException("pty", $"no pseudo-terminal can be opened ({why})");
        }

        Device = device;
        LibC.MakeRaw(_master);
    }

    /// <summary>The far end, such as <c>/dev/pts/7</c>.</summary>
    public string Device { get; }

    public string Name => Device;

    public bool HasPeer => (LibC.Poll(_master, LibC.PollIn, TimeSpan.Zero) & LibC.PollHangUp) == 0;

    public void SetBaud(int baud)
    {
    }

    /// <summary>What is sent while nobody listens is lost, as on a wire.</summary>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            if (_isClosed || !HasPeer) return;
            if ((LibC.Poll(_master, LibC.PollOut, WritePatience) & LibC.PollOut) == 0)
            {
                throw new LinkLostException(
                    Name, $"{bytes.Length} bytes were not taken within {WritePatience.TotalSeconds:0} s");
            }

            var written = LibC.Write(_master, bytes[..Math.Min(bytes.Length, 512)]);
            if (written < 0) throw Lost("cannot be written to");
            bytes = bytes[written..];
        }
    }

    public int Read(Span<byte> into, TimeSpan patience)
    {
        var got = LibC.Poll(_master, LibC.PollIn, patience);
        if ((got & LibC.PollIn) == 0)
        {
            // Poll returns at once while nobody is there: sleep instead of spinning.
            if (got != 0 && patience > TimeSpan.Zero) Thread.Sleep(patience < Nap ? patience : Nap);
            return 0;
        }

        var count = LibC.Read(_master, into);
        if (count >= 0) return count;
        if (Marshal.GetLastPInvokeError() is LibC.InputOutputError or LibC.NotReady) return 0;
        throw Lost("cannot be read");
    }

    public void DiscardInput()
    {
        Span<byte> rest = stackalloc byte[256];
        while (Read(rest, TimeSpan.Zero) > 0)
        {
        }
    }

    public void Dispose()
    {
        if (_isClosed) return;
        _isClosed = true;
        LibC.Close(_master);
    }

    private LinkLostException Lost(string what) => new(Name, $"{what} ({Marshal.GetLastPInvokeErrorMessage()})");
}
