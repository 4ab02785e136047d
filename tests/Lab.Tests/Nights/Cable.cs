using System.Globalization;
using System.Net;
using System.Net.Sockets;
using HilBench.Lab.Tests.Broker;

namespace HilBench.Lab.Tests.Nights;

/// <summary>The cable of one machine to the broker: it can be pulled, and put in again.</summary>
internal sealed class Cable : IAsyncDisposable
{
    private readonly TcpListener _listener;
    private readonly int _broker;
    private readonly CancellationTokenSource _end = new();
    private readonly Lock _lock = new();
    private readonly List<TcpClient> _open = [];
    private readonly Task _accepting;
    private bool _isPulled;

    public Cable(int broker)
    {
        (_broker, Port) = (broker, FreePort.Take());
        _listener = new TcpListener(IPAddress.Loopback, Port);
        _listener.Start();
        _accepting = Accept();
    }

    public int Port { get; }

    public string Url => $"nats://127.0.0.1:{Port.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>Nothing goes through any more, and both ends see it at once.</summary>
    public void Pull()
    {
        lock (_lock)
        {
            _isPulled = true;
            foreach (var one in _open) one.Dispose();
            _open.Clear();
        }
    }

    public void PutIn()
    {
        lock (_lock) _isPulled = false;
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        Pull();
        _listener.Stop();
        await _accepting;
        _end.Dispose();
    }

    private async Task Accept()
    {
        while (!_end.IsCancellationRequested)
        {
            try
            {
                _ = Carry(await _listener.AcceptTcpClientAsync(_end.Token));
            }
            catch (Exception over) when (over is OperationCanceledException or SocketException)
            {
                return;
            }
        }
    }

    private async Task Carry(TcpClient near)
    {
        var far = new TcpClient();
        lock (_lock)
        {
            _open.Add(near);
            _open.Add(far);
            if (_isPulled) near.Dispose();
        }

        try
        {
            await far.ConnectAsync(IPAddress.Loopback, _broker, _end.Token);
            await Task.WhenAny(
                near.GetStream().CopyToAsync(far.GetStream(), _end.Token),
                far.GetStream().CopyToAsync(near.GetStream(), _end.Token));
        }
        catch (Exception over) when (over is IOException or SocketException or ObjectDisposedException
            or InvalidOperationException or OperationCanceledException)
        {
            // Pulled, or one end has gone.
        }
        finally
        {
            near.Dispose();
            far.Dispose();
        }
    }
}
