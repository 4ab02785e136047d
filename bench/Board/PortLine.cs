using HilBench.Meter;
using HilBench.Roles;
using HilBench.TokenPort;
using HilBench.TokenPort.Links;

namespace HilBench.Board;

/// <summary>The token port of a board: its server, and the line that carries its characters.</summary>
public sealed class PortLine(TokenPortServer server, IByteLink line, IBenchClock clock)
{
    private readonly byte[] _arrived = new byte[256];
    private bool _hadPeer;
    private TimeSpan _activeAt;

    public TokenPortServer Server => server;

    public IByteLink Line => line;

    public TimeSpan? Due => server.Due;

    /// <summary>For a person who watches: sessions that ended, passwords that were wrong.</summary>
    public event Action<string>? Noted;

    /// <summary>Takes what has arrived, waiting for it as long as the patience and the server allow.</summary>
    public void Step(TimeSpan patience, Func<MeterRegisters?> meter, Action<string> enterToken)
    {
        Perform(server.Elapse(meter(), clock.Now), enterToken);
        if (server.Due - clock.Now is { } wait && wait < patience) patience = wait;
        var count = line.Read(_arrived, patience);
        for (var i = 0; i < count; i++)
            Perform(server.Receive(_arrived[i], meter(), clock.Now), enterToken);
        Perform(server.Elapse(meter(), clock.Now), enterToken);
        WatchCaller();
    }

    /// <summary>
    /// A caller who leaves ends the session; one who stays and asks nothing that is answered is sent away, so that
    /// others get their turn.
    /// </summary>
    private void WatchCaller()
    {
        var isThere = line.HasPeer;
        if (_hadPeer && !isThere) server.HangUp();
        if (!_hadPeer && isThere) _activeAt = clock.Now;
        _hadPeer = isThere;
        if (!isThere || clock.Now - _activeAt < server.IdleDrop || !line.HangUp()) return;
        server.HangUp();
        _hadPeer = false;
        Noted?.Invoke($"the caller asked nothing for {server.IdleDrop.TotalSeconds:0} s and was disconnected");
    }

    private void Perform(IReadOnlyList<PortEffect> effects, Action<string> enterToken)
    {
        foreach (var effect in effects)
        {
            switch (effect)
            {
                case PortEffect.Send send:
                    line.Write(send.Bytes.Span);
                    _activeAt = clock.Now;
                    break;
                case PortEffect.ChangeBaud change:
                    line.SetBaud(change.Baud);
                    break;
                case PortEffect.EnterToken token:
                    enterToken(token.Digits);
                    break;
                case PortEffect.Note note:
                    Noted?.Invoke(note.Text);
                    break;
            }
        }
    }
}
