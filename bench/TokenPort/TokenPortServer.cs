using HilBench.Meter;

namespace HilBench.TokenPort;

/// <summary>
/// <b>The meter's side of IEC 62056-21 mode C</b>: sign-on with or without address, option select with change of rate,
/// data read-out and programming mode (P0, P1, R1, W1, B0), checks, repeats and time-outs. It does no I/O and knows no
/// clock: characters and moments come in, effects go out in order, like <c>Meter.Handle</c>.
/// <para>
/// It is half duplex: what arrives while an answer is due is noise. <b>Not modelled</b>: modes A, B, D and E, partial
/// blocks (R3, EOT), the cipher of P2, execution commands (E2), writing anything but tokens.
/// </para>
/// </summary>
public sealed partial class TokenPortServer
{
    private const int LongestMessage = 160;

    private readonly TokenPortSettings _settings;
    private readonly MessageCollector _collector = new(LongestMessage);
    private Answer? _answer;
    private byte[] _lastSent = [];
    private int _repeats;
    private TimeSpan? _deadline;
    private TimeSpan _newestCharacter;
    private int _wrongPasswords;
    private TimeSpan? _lockedUntil;
    private bool _mayWrite;
    private bool _awaitsAnswer;
    private ResultCode _result;
    private string _detail = "";

    public TokenPortServer(TokenPortSettings settings)
    {
        if (settings.Problem() is { } problem) throw new ArgumentException($"token port: {problem}", nameof(settings));
        _settings = settings;
    }

    public PortPhase Phase { get; private set; }

    /// <summary>The rate of the line, both ways.</summary>
    public int Baud { get; private set; } = BaudCharacters.First;

    /// <summary>How long a caller may say nothing that the port answers.</summary>
    public TimeSpan IdleDrop => _settings.IdleDrop;

    /// <summary>When <see cref="Elapse"/> has something to do; null = not before something arrives.</summary>
    public TimeSpan? Due
    {
        get
        {
            if (_answer is { } answer) return answer.At;
            var gap = _collector.IsOpen ? _newestCharacter + _settings.CharacterGap : (TimeSpan?)null;
            return gap is { } first && !(_deadline < first) ? first : _deadline;
        }
    }

    /// <summary>One character from the line; its eighth bit says that it arrived damaged.</summary>
    public IReadOnlyList<PortEffect> Receive(byte value, MeterRegisters? meter, TimeSpan now)
    {
        var effects = Elapse(meter, now);
        if (_answer is not null) return effects;
        var collected = _collector.Take(value, loneAck: Phase == PortPhase.ReadOut);
        _newestCharacter = now;
        if (collected == Collected.Nothing) return effects;
        var answered = Take(collected, meter, now);
        _collector.Clear();
        return effects.Count == 0 ? answered : [.. effects, .. answered];
    }

    /// <summary>Time has passed: sends what is due, ends what took too long.</summary>
    public IReadOnlyList<PortEffect> Elapse(MeterRegisters? meter, TimeSpan now)
    {
        if (!(Due <= now)) return [];
        if (_answer is { } answer) return Release(answer, now);
        if (_deadline <= now) return TooLate(meter, now);
        _collector.Clear();
        return [];
    }

    /// <summary>The meter's answer to the newest <see cref="PortEffect.EnterToken"/>.</summary>
    public void Answered(ResultCode result, string detail)
    {
        _awaitsAnswer = false;
        (_result, _detail) = (result, detail);
    }

    /// <summary>
    /// The other side hung up (a TCP connection, a pseudo-terminal): the next sign-on begins afresh. What is known of
    /// wrong passwords stays.
    /// </summary>
    public void HangUp() => Listen();

    /// <summary>The meter has lost its power: even the lockout is forgotten.</summary>
    public void PowerDown()
    {
        Listen();
        (_wrongPasswords, _lockedUntil) = (0, null);
        Answered(ResultCode.None, "");
    }

    private MeterView View(MeterRegisters? meter) =>
        new(meter, _awaitsAnswer ? ResultCode.NotReady : _result, _awaitsAnswer ? "" : _detail, _settings);

    private IReadOnlyList<PortEffect> Take(Collected collected, MeterRegisters? meter, TimeSpan now)
    {
        switch (Phase)
        {
            case PortPhase.Listening or PortPhase.Identified when collected == Collected.Line:
                return TakeLine(_collector.Message, meter, now);
            // Most readers do not acknowledge a read-out but call again. On a wire they are at 300 baud by then and are
            // not understood; where nothing has a rate they are.
            case PortPhase.ReadOut or PortPhase.Programming when collected == Collected.Line:
                return TakeLine(_collector.Message, meter, now);
            case PortPhase.ReadOut when collected == Collected.Ack:
                return End("read-out acknowledged");
            case PortPhase.ReadOut or PortPhase.Programming when collected == Collected.Nak:
                return Repeat(now);
            case PortPhase.Programming when collected == Collected.Block:
                return TakeBlock(_collector.Message, meter, now);
            default:
                return [];
        }
    }

    private IReadOnlyList<PortEffect> TooLate(MeterRegisters? meter, TimeSpan now)
    {
        _deadline = null;
        _collector.Clear();
        return Phase switch
        {
            // A reader of modes A and B never selects an option: it wants the read-out as it stands.
            PortPhase.Identified => StartReadOut(BaudCharacters.First, meter, now),
            PortPhase.ReadOut => End("read-out not acknowledged"),
            PortPhase.Programming => End($"no command for {_settings.IdleDrop.TotalSeconds:0} s: session dropped"),
            _ => [],
        };
    }

    private IReadOnlyList<PortEffect> Repeat(TimeSpan now)
    {
        if (_lastSent.Length == 0) return [];
        if (++_repeats > _settings.MostRepeats) return End("asked for too many repeats: session dropped");
        return Reply(_lastSent, now);
    }

    private IReadOnlyList<PortEffect> End(string why)
    {
        var changed = Baud != BaudCharacters.First;
        Listen();
        return changed
            ? [new PortEffect.ChangeBaud(BaudCharacters.First), new PortEffect.Note(why)]
            : [new PortEffect.Note(why)];
    }

    private void Listen()
    {
        Phase = PortPhase.Listening;
        Baud = BaudCharacters.First;
        _collector.Clear();
        (_answer, _deadline, _mayWrite, _lastSent, _repeats) = (null, null, false, [], 0);
    }

    /// <summary>Sends after the reaction time, at the rate of then.</summary>
    private IReadOnlyList<PortEffect> Reply(byte[] bytes, TimeSpan now, int? baud = null)
    {
        var rate = baud ?? Baud;
        _answer = new Answer(
            bytes, now + _settings.Reaction + (rate == Baud ? TimeSpan.Zero : _settings.ChangeOver), rate);
        _deadline = null;
        return [];
    }

    private IReadOnlyList<PortEffect> Release(Answer answer, TimeSpan now)
    {
        var changes = answer.Baud != Baud;
        (_answer, Baud, _lastSent) = (null, answer.Baud, answer.Bytes);
        var wait = Phase switch
        {
            PortPhase.Programming => _settings.IdleDrop,
            PortPhase.Listening => (TimeSpan?)null,
            _ => _settings.ReplyWait,
        };
        _deadline = now + LineBytes.TimeOnLine(answer.Bytes.Length, Baud) + wait;
        var send = new PortEffect.Send(answer.Bytes);
        return changes ? [new PortEffect.ChangeBaud(Baud), send] : [send];
    }

    private readonly record struct Answer(byte[] Bytes, TimeSpan At, int Baud);
}
