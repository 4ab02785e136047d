using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using HilBench.TokenPort;
using HilBench.TokenPort.Links;

namespace HilBench.Physical.Ports;

/// <summary>
/// A serial port on the network, as serial-to-network boxes offer it: raw bytes over TCP. <see cref="Listen"/> is the
/// box's side, on this computer only and for one caller at a time: a second one is told that the port is busy.
/// <see cref="Connect"/> is the reader's side.
/// </summary>
public sealed class TcpLink : IByteLink
{
    private const int MostWords = 60;

    private static readonly TimeSpan ConnectPatience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan WritePatience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan BeforeTurningAway = TimeSpan.FromMilliseconds(300);

    private readonly TcpListener? _listener;
    private readonly BusyCallers? _busy;
    private readonly List<byte> _words = [];
    private Socket? _socket;
    private long? _anotherSince;

    private TcpLink(string name, Socket socket) => (Name, _socket) = (name, socket);

    private TcpLink(string name, TcpListener listener, BusyCallers busy) =>
        (Name, _listener, _busy) = (name, listener, busy);

    public string Name { get; }

    public bool HasPeer => _socket is not null;

    private static ReadOnlySpan<byte> Busy => "busy: this port serves one caller at a time\r\n"u8;

    /// <param name="port">0 = any that is free.</param>
    /// <param name="softParity">What a second caller is told has parity made in software.</param>
    public static TcpLink Listen(int port, bool softParity = false)
    {
        var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
        }
        catch (SocketException wrong)
        {
            listener.Dispose();
            throw new LinkLostException($"tcp:{port}", $"cannot be listened on: {wrong.Message}", wrong);
        }

        var busy = new BusyCallers(softParity ? SoftParity.Encode(Busy) : Busy.ToArray());
        return new TcpLink($"tcp:{((IPEndPoint)listener.LocalEndpoint).Port}", listener, busy);
    }

    public static TcpLink Connect(string host, int port)
    {
        var name = $"tcp:{host}:{port}";
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        using var giveUp = new CancellationTokenSource(ConnectPatience);
        try
        {
            socket.ConnectAsync(host, port, giveUp.Token).AsTask().GetAwaiter().GetResult();
            socket.SendTimeout = (int)WritePatience.TotalMilliseconds;
            return new TcpLink(name, socket);
        }
        catch (OperationCanceledException late)
        {
            socket.Dispose();
            throw new LinkLostException(name, $"no connection within {ConnectPatience.TotalSeconds:0} s", late);
        }
        catch (Exception wrong) when (wrong is SocketException or ArgumentException)
        {
            socket.Dispose();
            throw new LinkLostException(name, $"no connection: {wrong.Message}", wrong);
        }
    }

    public void SetBaud(int baud)
    {
    }

    public void Write(ReadOnlySpan<byte> bytes)
    {
        if (_socket is null) return;
        try
        {
            while (!bytes.IsEmpty) bytes = bytes[_socket.Send(bytes)..];
        }
        catch (SocketException wrong)
        {
            Lose(wrong.Message);
        }
    }

    public int Read(Span<byte> into, TimeSpan patience)
    {
        var wait = patience > TimeSpan.Zero ? patience : TimeSpan.Zero;
        _busy?.LetGo();
        if (_socket is null) return Accept(wait) ? Read(into, TimeSpan.Zero) : 0;
        try
        {
            TurnAwayAnother();
            if (!_socket.Poll(wait, SelectMode.SelectRead)) return 0;
            var count = _socket.Receive(into);
            Remember(into[..count]);
            if (count > 0) return count;
            Lose("the far end closed the connection");
        }
        catch (SocketException wrong)
        {
            Lose(wrong.Message);
        }

        return 0;
    }

    public bool HangUp()
    {
        if (_listener is null || _socket is null) return false;
        _socket.Dispose();
        _socket = null;
        return true;
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
        _socket?.Dispose();
        _listener?.Dispose();
        _busy?.Dispose();
    }

    /// <summary>
    /// Whoever calls may be the present caller, who has just left and calls again; on a busy computer the news of that
    /// come late. So another caller waits a little before being turned away.
    /// </summary>
    private void TurnAwayAnother()
    {
        if (_listener is null || !_listener.Pending() || _socket!.Poll(TimeSpan.Zero, SelectMode.SelectRead))
        {
            _anotherSince = null;
            return;
        }

        _anotherSince ??= Stopwatch.GetTimestamp();
        if (Stopwatch.GetElapsedTime(_anotherSince.Value) < BeforeTurningAway) return;
        _anotherSince = null;
        if (NextCaller() is { } another) _busy!.TurnAway(another);
    }

    private Socket? NextCaller()
    {
        try
        {
            return _listener!.AcceptSocket();
        }
        catch (SocketException)
        {
            // The caller has left again.
            return null;
        }
    }

    private bool Accept(TimeSpan patience)
    {
        if (_listener is null || !_listener.Server.Poll(patience, SelectMode.SelectRead)) return false;
        if ((_socket = NextCaller()) is null) return false;
        _socket.NoDelay = true;
        _socket.SendTimeout = (int)WritePatience.TotalMilliseconds;
        return true;
    }

    /// <summary>A box waits for the next caller; a reader has lost its port.</summary>
    private void Lose(string why)
    {
        _socket?.Dispose();
        _socket = null;
        if (_listener is not null) return;
        var words = Words();
        throw new LinkLostException(
            Name, $"the connection is gone: {why}{(words.Length > 0 ? $"; its last words were \"{words}\"" : "")}");
    }

    private void Remember(ReadOnlySpan<byte> heard)
    {
        if (_listener is not null) return;
        _words.AddRange(heard);
        if (_words.Count > MostWords) _words.RemoveRange(0, _words.Count - MostWords);
    }

    /// <summary>What the far end said last, with or without parity made in software.</summary>
    private string Words()
    {
        byte[] decoded = [.. _words.Select(SoftParity.Decode)];
        byte[] words = decoded.Any(value => value >= LineBytes.Damage) ? [.. _words] : decoded;
        return LineBytes.Describe(words.AsSpan().TrimEnd("\r\n"u8));
    }
}
