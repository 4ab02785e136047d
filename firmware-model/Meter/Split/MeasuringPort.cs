namespace HilBench.Meter.Split;

/// <summary>What the measuring unit's board does for its end of the line.</summary>
public abstract record PortDeed
{
    private PortDeed()
    {
    }

    public sealed record Send(LineFrame Frame) : PortDeed;

    /// <summary>Hand this to the meter; what the meter then shows is the answer.</summary>
    public sealed record Enter(string Keys) : PortDeed;

    /// <summary>A frame for another meter was on the line.</summary>
    public sealed record HeardStranger(string Meter) : PortDeed;
}

/// <summary>
/// The measuring unit's end of the line. It hands entries to the meter, each of them once: a frame that comes again
/// because its answer was lost is answered again and not entered again. What the meter shows it tells at once, and
/// again until the keypad unit has it.
/// <para><b>Not modelled:</b> a memory of the last entry that outlives the mains.</para>
/// </summary>
public sealed class MeasuringPort(string meter, SplitSettings settings)
{
    private LinePicture _now = new([], default);
    private byte _number;
    private (byte Number, string Keys)? _entry;
    private LinePicture? _answer;
    private LineFrame? _untold;
    private int _triesLeft;
    private MeterTime _nextTry;

    /// <summary>When it wants <see cref="Elapse"/>; null = not before something happens.</summary>
    public MeterTime? Due => _untold is null ? null : _nextTry;

    /// <summary>The keypad unit does not have the newest picture yet, or has heard nothing of its entry.</summary>
    public bool IsBusy => _untold is not null || _entry is not null && _answer is null;

    private bool IsAnswering => _entry is not null && _answer is null or { IsAtWork: true };

    /// <summary>A whole frame has arrived.</summary>
    public IReadOnlyList<PortDeed> Receive(LineFrame frame, MeterTime now)
    {
        if (frame.Meter != meter) return Stranger(frame);
        switch (frame.Kind)
        {
            case FrameKind.Entry:
                return Entered(frame);
            case FrameKind.Ask:
                // A unit that has just started counts anew: what it sent before must not be taken for a repetition.
                if (frame.Body.Length > 0 && frame.Body.Span[0] != 0) (_entry, _answer) = (null, null);
                _untold = null;
                return [new PortDeed.Send(FrameOf(_now with { Answers = frame.Number }))];
            case FrameKind.Heard when _untold?.Number == frame.Number:
                _untold = null;
                return [];
            default:
                return [];
        }
    }

    /// <summary>The meter has done what it had to do: this is what it shows now.</summary>
    /// <param name="picture">Its screen and lamps.</param>
    /// <param name="result">Its answer to a token, if it has given one.</param>
    /// <param name="sound">The sound of that answer.</param>
    /// <param name="isAtWork">It works on an entry, and has no answer yet.</param>
    /// <param name="now">The moment.</param>
    public IReadOnlyList<PortDeed> Tell(
        LinePicture picture, ResultCode result, BeepPattern sound, bool isAtWork, MeterTime now)
    {
        var isNew = !picture.Equals(_now);
        _now = picture;
        if (_entry is { } entry && IsAnswering)
        {
            var answer = picture with { Answers = entry.Number, Result = result, Sound = sound, IsAtWork = isAtWork };
            if (isAtWork && _answer is not null) return [];
            _answer = answer;
            _untold = null;
            return [new PortDeed.Send(FrameOf(answer))];
        }

        if (!isNew) return [];
        _untold = FrameOf(picture);
        _triesLeft = settings.Tries - 1;
        _nextTry = now + settings.AnswerTime;
        return [new PortDeed.Send(_untold)];
    }

    /// <summary>What is due by time alone.</summary>
    public IReadOnlyList<PortDeed> Elapse(MeterTime now)
    {
        if (_untold is not { } untold || now < _nextTry) return [];
        if (_triesLeft-- <= 0)
        {
            // Nobody hears it. When somebody asks, it is there.
            _untold = null;
            return [];
        }

        _nextTry = now + settings.AnswerTime;
        return [new PortDeed.Send(untold)];
    }

    private IReadOnlyList<PortDeed> Entered(LineFrame frame)
    {
        var keys = new string([.. frame.Body.ToArray().Select(value => (char)value)]);
        if (_entry is { } entry && entry == (frame.Number, keys))
            return _answer is { } again ? [new PortDeed.Send(FrameOf(again))] : [];
        (_entry, _answer) = ((frame.Number, keys), null);
        return [new PortDeed.Enter(keys)];
    }

    private IReadOnlyList<PortDeed> Stranger(LineFrame frame)
    {
        var heard = new PortDeed.HeardStranger(frame.Meter);
        if (settings.Strangers == Strangers.Ignored || frame.Kind is not (FrameKind.Entry or FrameKind.Ask))
            return [heard];
        return [heard, new PortDeed.Send(frame with { Kind = FrameKind.NotMine, Body = default })];
    }

    private LineFrame FrameOf(LinePicture picture)
    {
        _number = (byte)(_number == byte.MaxValue ? 1 : _number + 1);
        return new LineFrame(meter, FrameKind.Picture, _number, picture.Encode());
    }
}
