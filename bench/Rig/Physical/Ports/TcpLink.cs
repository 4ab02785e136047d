using System.Net;
using System.Net.Sockets;
using HilBench.Rig.Links;

namespace HilBench.Rig.Physical.Ports;

/// <summary>
/// A serial port on the network, as serial-to-network boxes offer it: raw bytes over TCP. <see cref="Listen"/> is the
/// box's side, on this computer only and for one caller at a time; <see cref="Connect"/> is the reader's.
/// </summary>
public sealed class TcpLink : IByteLink
{
    private static readonly TimeSpan ConnectPatience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan WritePatience = TimeSpan.FromSeconds(2);

    private readonly TcpListener? _listener;
    private Socket? _socket;

    private TcpLink(string name, TcpListener? listener, Socket? socket) =>
        (Name, _listener, _socket) = (name, listener, socket);

    public string Name { get; }

    public bool HasPeer => _socket is not null;

    public static TcpLink Listen(int port)
    {
        var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start(backlog: 1);
        }
        catch (SocketException wrong)
        {
            throw new LinkLostException($"tcp:{port}", $"cannot be listened on: {wrong.Message}", wrong);
        }

        return new TcpLink($"tcp:{((IPEndPoint)listener.LocalEndpoint).Port}", listener, null);
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
            return new TcpLink(name, null, socket);
        }
        catch (OperationCanceledException late)
        {
            socket.Dispose();
            throw new LinkLostException(name, $"no connection within {ConnectPatience.TotalSeconds:0} s", late);
        }
        catch (SocketException wrong)
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
            HangUp(wrong.Message);
        }
    }

    public int Read(Span<byte> into, TimeSpan patience)
    {
        if (_socket is null) return Accept(patience) && _socket is not null ? Read(into, TimeSpan.Zero) : 0;
        try
        {
            if (!_socket.Poll(patience > TimeSpan.Zero ? patience : TimeSpan.Zero, SelectMode.SelectRead)) return 0;
            var count = _socket.Receive(into);
            if (count > 0) return count;
            HangUp("the far end closed the connection");
        }
        catch (SocketException wrong)
        {
            HangUp(wrong.Message);
        }

        return 0;
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
        _listener?.Stop();
    }

    private bool Accept(TimeSpan patience)
    {
        if (!_listener!.Server.Poll(patience > TimeSpan.Zero ? patience : TimeSpan.Zero, SelectMode.SelectRead))
            return false;
        _socket = _listener.AcceptSocket();
        _socket.NoDelay = true;
        _socket.SendTimeout = (int)WritePatience.TotalMilliseconds;
        return true;
    }

    /// <summary>A box waits for the next caller; a reader has lost its port.</summary>
    private void HangUp(string why)
    {
        _socket?.Dispose();
        _socket = null;
        if (_listener is null) throw new LinkLostException(Name, $"the connection is gone: {why}");
    }
}
