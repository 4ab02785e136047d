using HilBench.Meter;
using HilBench.Tokens;

namespace HilBench.Rig.Outside;

/// <summary>
/// The firmware model beside somebody else's meter: it is fed the same tokens at the same times and says what the meter
/// should answer. It keeps the history, so that a divergence can be replayed on it alone.
/// </summary>
public sealed class ModelOracle
{
    private static readonly TimeSpan LongestThought = TimeSpan.FromSeconds(15);

    private readonly MeterProfile _profile;
    private readonly StaTables _tables;
    private readonly ReadOnlyMemory<byte>[] _slots = new ReadOnlyMemory<byte>[2];
    private Meter.Meter _meter;
    private readonly List<OracleStep> _history = [];
    private TimeSpan _now;

    public ModelOracle(MeterProfile profile, StaTables tables, MeterRegisters begins, TimeSpan now)
    {
        (_profile, _tables) = (profile, tables);
        _meter = new Meter.Meter(profile, tables);
        (Begins, BeganAt) = (begins, now);
        _slots[0] = StoredRecord.Encode(begins, 0);
        Handle(new MeterInput.PowerUp(_slots[0], _slots[1]), now);
    }

    /// <summary>The registers the history begins with.</summary>
    public MeterRegisters Begins { get; }

    public TimeSpan BeganAt { get; }

    public IReadOnlyList<OracleStep> History => _history;

    public MeterRegisters Registers => _meter.State.Registers
        ?? throw new InvalidOperationException("the oracle's record is not readable");

    /// <summary>What the model answers to this token.</summary>
    public ResultCode Enter(string digits, TimeSpan now)
    {
        if (now < _now) now = _now;
        var answer = Handle(new MeterInput.TokenReceived(digits), now);
        // Some meters take their time: the model is let run until it has made up its mind.
        while (answer == ResultCode.None && _meter.Due?.SinceStart is { } due && due <= now + LongestThought)
            answer = Handle(new MeterInput.TimePassed(), due);

        _history.Add(new OracleStep(now, digits, answer, null));
        return answer;
    }

    /// <summary>The model's mains goes with the meter's; what it has not stored is gone.</summary>
    public void Mains(bool isOn, TimeSpan now)
    {
        if (now < _now) now = _now;
        _now = now;
        _history.Add(new OracleStep(now, "", ResultCode.None, null, isOn));
        if (!isOn) return;
        _meter = new Meter.Meter(_profile, _tables);
        Handle(new MeterInput.PowerUp(_slots[0], _slots[1]), now);
    }

    private ResultCode Handle(MeterInput input, TimeSpan now)
    {
        _now = now;
        var answer = ResultCode.None;
        foreach (var effect in _meter.Handle(input, MeterTime.From(now)))
        {
            if (effect is Effect.Answer given) answer = given.Result;
            if (effect is Effect.Save save) _slots[save.Slot] = save.Image;
        }

        return answer;
    }

    /// <summary>What the meter answered to the newest token.</summary>
    public void Note(ResultCode meter) => _history[^1] = _history[^1] with { Meter = meter };
}

/// <summary>
/// One step in the history of a lockstep: a token, when, which, and both answers; or the mains, which went or came.
/// </summary>
public readonly record struct OracleStep(
    TimeSpan At, string Digits, ResultCode Model, ResultCode? Meter, bool? Mains = null);
