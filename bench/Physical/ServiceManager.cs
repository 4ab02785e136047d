using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace HilBench.Physical;

/// <summary>
/// What the service manager that started this process wants to hear: that the meter is ready, that it is still alive,
/// that it is stopping. systemd's protocol, sd_notify(3): a datagram for each on the socket it names. Where nobody
/// named one, nothing is said.
/// </summary>
public sealed class ServiceManager : IDisposable
{
    public const string Ready = "READY=1";
    public const string Alive = "WATCHDOG=1";
    public const string Stopping = "STOPPING=1";

    private readonly Socket? _socket;
    private readonly TimeSpan? _patience;

    /// <param name="socket">NOTIFY_SOCKET: a path, or @ and a name that is no file. Null or empty: nobody.</param>
    /// <param name="watchdogMicroseconds">WATCHDOG_USEC: how long it waits for a sign of life. Null: for ever.</param>
    public ServiceManager(string? socket, string? watchdogMicroseconds = null)
    {
        if (string.IsNullOrEmpty(socket)) return;
        _socket = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
        try
        {
            _socket.Connect(new UnixDomainSocketEndPoint(socket[0] == '@' ? '\0' + socket[1..] : socket));
        }
        catch (SocketException)
        {
            // The variable was inherited from a service that is gone.
            _socket.Dispose();
            _socket = null;
        }

        if (long.TryParse(watchdogMicroseconds, CultureInfo.InvariantCulture, out var microseconds) && microseconds > 0)
            _patience = TimeSpan.FromMicroseconds(microseconds);
    }

    /// <summary>The one that started this process, if one did.</summary>
    public static ServiceManager OfThisProcess() => new(
        Environment.GetEnvironmentVariable("NOTIFY_SOCKET"), Environment.GetEnvironmentVariable("WATCHDOG_USEC"));

    /// <summary>Says one thing. A manager that does not listen any more is none.</summary>
    public void Tell(string state)
    {
        try
        {
            _socket?.Send(Encoding.ASCII.GetBytes(state));
        }
        catch (SocketException)
        {
            // The meter goes on without it.
        }
    }

    /// <summary>
    /// Says that the meter is ready once its first picture is on the glass, and from then on that it is alive, as often
    /// as is asked for. Both are said by the meter's own loop, so a loop that stands still is silent. Call it before
    /// <see cref="MeterOnPins.Run"/>; disposing ends it.
    /// </summary>
    public IDisposable Watch(MeterOnPins meter)
    {
        if (_socket is null) return new Beats(timer: null);
        meter.Do(() => Tell(Ready));
        return new Beats(_patience is { } patience
            ? new Timer(_ => meter.Do(() => Tell(Alive)), state: null, patience / 2, patience / 2)
            : null);
    }

    public void Dispose() => _socket?.Dispose();

    /// <summary>Ends for good: no beat comes after it.</summary>
    private sealed class Beats(Timer? timer) : IDisposable
    {
        public void Dispose() => timer?.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }
}
