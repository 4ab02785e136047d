using System.IO.Ports;
using HilBench.TokenPort.Links;

namespace HilBench.Physical.Ports;

/// <summary>
/// A serial port of this computer (System.IO.Ports). Handshake lines are left alone, because pseudo-terminals and many
/// optical heads have none; every write and read has a bound, because the library's own default is for ever.
/// </summary>
public sealed class SerialLink : IByteLink
{
    private static readonly TimeSpan WritePatience = TimeSpan.FromSeconds(2);

    private readonly PortLock _lock;
    private readonly SerialPort _port;

    public SerialLink(string device, LineForm form, int baud)
    {
        Name = device;
        _lock = PortLock.Take(device);
        SerialPort? port = null;
        try
        {
            var real = File.ResolveLinkTarget(device, returnFinalTarget: true)?.FullName ?? device;
            IsTimed = !real.StartsWith("/dev/pts/", StringComparison.Ordinal);
            // A pseudo-terminal carries eight bits whatever it is told, and glibc refuses to be told otherwise twice.
            var seven = form == LineForm.SevenEven && IsTimed;
            port = new SerialPort(device, baud, seven ? Parity.Even : Parity.None, seven ? 7 : 8, StopBits.One)
            {
                WriteTimeout = (int)WritePatience.TotalMilliseconds,
                ReadTimeout = 1,
                DtrEnable = false,
                RtsEnable = false,
            };
            port.Open();
            if (!IsTimed) _lock.TakeBackMark();
            _port = port;
        }
        catch (Exception wrong)
        {
            port?.Dispose();
            _lock.Dispose();
            if (IsLoss(wrong) || wrong is ArgumentException)
                throw new LinkLostException(device, WhyNotOpen(wrong), wrong);
            throw;
        }
    }

    public string Name { get; }

    /// <summary>A pseudo-terminal has no rate.</summary>
    public bool IsTimed { get; }

    public void SetBaud(int baud)
    {
        try
        {
            if (_port.BaudRate != baud) _port.BaudRate = baud;
        }
        catch (Exception wrong) when (IsLoss(wrong) || wrong is ArgumentException)
        {
            throw new LinkLostException(Name, $"cannot be set to {baud} baud: {wrong.Message}", wrong);
        }
    }

    public void Write(ReadOnlySpan<byte> bytes)
    {
        var copy = bytes.ToArray();
        try
        {
            _port.Write(copy, 0, copy.Length);
        }
        catch (TimeoutException late)
        {
            throw new LinkLostException(
                Name, $"{copy.Length} bytes were not taken within {WritePatience.TotalSeconds:0} s", late);
        }
        catch (Exception wrong) when (IsLoss(wrong))
        {
            throw Gone(wrong);
        }
    }

    public int Read(Span<byte> into, TimeSpan patience)
    {
        try
        {
            if (patience <= TimeSpan.Zero && _port.BytesToRead == 0) return 0;
            _port.ReadTimeout = (int)Math.Clamp(Math.Ceiling(patience.TotalMilliseconds), 1, 60_000);
            var buffer = new byte[into.Length];
            var count = _port.Read(buffer, 0, buffer.Length);
            if (count == 0) throw new IOException("the far end is closed");
            buffer.AsSpan(0, count).CopyTo(into);
            return count;
        }
        catch (TimeoutException)
        {
            // The library may answer a lost device with silence: ask it for something only a device has.
            return File.Exists(Name) ? 0 : throw new LinkLostException(Name, "the port is gone (cable pulled?)");
        }
        catch (Exception wrong) when (IsLoss(wrong))
        {
            throw Gone(wrong);
        }
    }

    public void DiscardInput()
    {
        try
        {
            _port.DiscardInBuffer();
        }
        catch (Exception wrong) when (IsLoss(wrong))
        {
            throw Gone(wrong);
        }
    }

    /// <summary>
    /// The stream goes first: the port itself would flush it, and that waits for ever for a write which a lost device
    /// never took.
    /// </summary>
    public void Dispose()
    {
        try
        {
            if (_port.IsOpen) _port.BaseStream.Dispose();
            _port.Dispose();
        }
        catch (Exception wrong) when (IsLoss(wrong))
        {
            // The device is gone already: there is nothing left to close.
        }

        _lock.Dispose();
    }

    private LinkLostException Gone(Exception wrong) =>
        new(Name, $"the port is gone (cable pulled?): {wrong.Message.TrimEnd('.')}", wrong);

    private static string WhyNotOpen(Exception wrong) => wrong is UnauthorizedAccessException
        ? $"user {Environment.UserName} may not write to it (members of the port's group may, usually dialout), or "
            + "it does not behave as a serial port"
        : $"cannot be opened: {wrong.Message.TrimEnd('.')}";

    private static bool IsLoss(Exception wrong) =>
        wrong is IOException or ObjectDisposedException or InvalidOperationException or UnauthorizedAccessException;
}
