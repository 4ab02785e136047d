using System.Diagnostics;
using System.Net.Sockets;

namespace HilBench.Physical.Ports;

/// <summary>
/// Callers who were told that the port is busy. Their connection is closed once they have read that: closing it while
/// something they sent is unread would take the words away from them again.
/// </summary>
internal sealed class BusyCallers(byte[] words) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly Queue<(Socket Socket, long Since)> _told = new();

    /// <summary>Tells a caller, and closes the connection later.</summary>
    public void TurnAway(Socket caller)
    {
        _told.Enqueue((caller, Stopwatch.GetTimestamp()));
        try
        {
            caller.Blocking = false;
            caller.Send(words);
            caller.Shutdown(SocketShutdown.Send);
        }
        catch (SocketException)
        {
            // The caller has left again.
        }
    }

    /// <summary>Closes the connections of those who have read it, or have had the time to.</summary>
    public void LetGo()
    {
        while (_told.TryPeek(out var oldest) && IsDone(oldest.Socket, oldest.Since)) _told.Dequeue().Socket.Dispose();
    }

    public void Dispose()
    {
        foreach (var (socket, _) in _told) socket.Dispose();
        _told.Clear();
    }

    private static bool IsDone(Socket caller, long since)
    {
        if (Stopwatch.GetElapsedTime(since) > Patience) return true;
        Span<byte> unread = stackalloc byte[256];
        try
        {
            return caller.Poll(TimeSpan.Zero, SelectMode.SelectRead) && caller.Receive(unread) == 0;
        }
        catch (SocketException)
        {
            return true;
        }
    }
}
