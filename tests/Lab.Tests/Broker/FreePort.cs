using System.Net;
using System.Net.Sockets;

namespace HilBench.Lab.Tests.Broker;

/// <summary>
/// A TCP port for a server that goes and comes back. It is below the range from which Linux takes ports for outgoing
/// connections: while the server is away its port stays free, and a client that tries again and again cannot meet
/// itself there, which TCP allows within one machine.
/// </summary>
internal static class FreePort
{
    private const int First = 20_000;
    private const int AfterTheLast = 32_000;

    private static int _next = Random.Shared.Next(First, AfterTheLast);

    public static int Take()
    {
        for (var tries = First; tries < AfterTheLast; tries++)
        {
            var port = First + Interlocked.Increment(ref _next) % (AfterTheLast - First);
            if (IsFree(port)) return port;
        }

        throw new InvalidOperationException($"No port from {First} to {AfterTheLast - 1} is free.");
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
