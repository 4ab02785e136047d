using System.Net;
using System.Net.Sockets;

namespace HilBench.Lab.Tests.Broker;

/// <summary>The line with which nats-server greets who connects, before TLS and before any password.</summary>
internal static class Greeting
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Waits until somebody greets here; false when the process ended first, or time is over.</summary>
    public static async Task<bool> Wait(int port, Func<bool> ended, TimeSpan patience)
    {
        using var over = new CancellationTokenSource(patience);
        while (!ended() && !over.IsCancellationRequested)
        {
            if (await Line(port, over.Token) is { } line && line.StartsWith("INFO ", StringComparison.Ordinal))
                return true;
            await Task.Delay(Pause);
        }

        return false;
    }

    /// <summary>What is greeted with on this port; null when nobody is there.</summary>
    public static async Task<string?> Line(int port, CancellationToken cancel)
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, port, cancel);
            using var reader = new StreamReader(client.GetStream());
            return await reader.ReadLineAsync(cancel);
        }
        catch (Exception nobody) when (nobody is SocketException or IOException or OperationCanceledException)
        {
            return null;
        }
    }
}
