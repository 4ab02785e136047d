using System.Globalization;
using HilBench.TokenPort.Links;

namespace HilBench.Physical.Ports;

/// <summary>
/// Opens what a person calls a port: a device file, <c>pty</c>, <c>tcp:PORT</c>, <c>tcp:HOST:PORT</c>.
/// </summary>
public static class Ports
{
    public const string Pty = "pty";
    private const string Tcp = "tcp:";

    /// <summary>The meter's side: <c>pty</c> opens one, <c>tcp:PORT</c> listens on this computer.</summary>
    /// <exception cref="LinkLostException">It cannot be opened; the message is one line.</exception>
    public static IByteLink Offer(string port, LineForm form, int baud)
    {
        if (port == Pty) return Carried(new PtyLink(), form);
        return TcpOf(port) is { } tcp
            ? Carried(TcpLink.Listen(tcp.Port, softParity: form == LineForm.SevenEvenInEight), form)
            : Serial(port, form, baud);
    }

    /// <summary>The bench's side: <c>tcp:PORT</c> is on this computer.</summary>
    /// <exception cref="LinkLostException">It cannot be opened; the message is one line.</exception>
    public static IByteLink Call(string port, LineForm form, int baud) => TcpOf(port) is { } tcp
        ? Carried(TcpLink.Connect(tcp.Host, tcp.Port), form)
        : Serial(port, form, baud);

    /// <summary>What is wrong with the name of a port to call, or null.</summary>
    public static string? Problem(string port) => Problem(port, $"{Tcp}PORT or {Tcp}HOST:PORT");

    /// <summary>What is wrong with the name of a port to be called on, or null; it is on this computer.</summary>
    public static string? ProblemToOffer(string port) =>
        Problem(port, $"{Tcp}PORT") ?? (port.Count(c => c == ':') > 1
            ? $"\"{port}\" is on another computer; allowed: {Tcp}PORT, for callers on this computer"
            : null);

    private static string? Problem(string port, string allowed) =>
        port == Pty || port.StartsWith('/') ? null
        : !port.StartsWith(Tcp, StringComparison.Ordinal)
            ? $"\"{port}\" is not a port; allowed: a device such as /dev/ttyUSB0, {Pty}, {allowed}"
        : TcpOf(port) is null ? $"\"{port}\" is not an address; allowed: {allowed}, PORT up to {ushort.MaxValue}"
        : null;

    private static IByteLink Serial(string device, LineForm form, int baud)
    {
        if (!OperatingSystem.IsLinux()) throw new LinkLostException(device, "serial ports are for Linux");
        return form == LineForm.SevenEvenInEight
            ? new SoftParityLink(new SerialLink(device, LineForm.EightNone, baud))
            : new SerialLink(device, form, baud);
    }

    private static IByteLink Carried(IByteLink link, LineForm form) =>
        form == LineForm.SevenEvenInEight ? new SoftParityLink(link) : link;

    private static (string Host, int Port)? TcpOf(string port)
    {
        if (!port.StartsWith(Tcp, StringComparison.Ordinal)) return null;
        var parts = port[Tcp.Length..].Split(':');
        return parts.Length is 1 or 2
            && parts[0].Length > 0
            && int.TryParse(parts[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number <= ushort.MaxValue
                ? (parts.Length == 2 ? parts[0] : "localhost", number)
                : null;
    }
}
