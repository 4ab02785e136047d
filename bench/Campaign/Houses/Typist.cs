using HilBench.Meter;
using HilBench.Tokens;

namespace HilBench.Campaign.Houses;

/// <summary>
/// The meter of one house, and who types on it. Where single keys make no difference a token is handed in whole.
/// </summary>
internal sealed class Typist
{
    private const int Digits = 10;

    private static readonly TimeSpan KeyTime = TimeSpan.FromMilliseconds(400);
    private static readonly byte[] BlankSlot = new byte[StoredRecord.SlotBytes];

    private readonly Meter.Meter _meter;
    private TimeSpan _now;

    public Typist(MeterProfile profile, StaTables tables, MeterRegisters registers)
    {
        _meter = new Meter.Meter(profile, tables);
        Handle(new MeterInput.PowerUp(StoredRecord.Encode(registers, 0), BlankSlot));
    }

    public MeterRegisters Registers => _meter.State.Registers!;

    /// <summary>Seconds since the plan began; the meter is never called about an earlier moment.</summary>
    public long Now => (long)_now.TotalSeconds;

    /// <summary>When the meter was last called: up to here its register knows what was used.</summary>
    public long CountedUpTo { get; private set; }

    public int Tokens { get; private set; }

    public int Refused { get; private set; }

    public int Keys { get; private set; }

    public void GoTo(long seconds)
    {
        var moment = TimeSpan.FromSeconds(seconds);
        if (moment > _now) _now = moment;
    }

    public void Draws(Watts power) => Handle(new MeterInput.LoadDraws(power));

    /// <summary>Lets the meter count the energy up to now.</summary>
    public void Look() => Handle(new MeterInput.TimePassed());

    /// <summary>Hands in twenty digits; the answer.</summary>
    public ResultCode Types(TokenNumber number)
    {
        Tokens++;
        return Counted(Waited(Handle(new MeterInput.TokenReceived(number.ToString()))));
    }

    /// <summary>The same with one digit wrong, key by key.</summary>
    public ResultCode TypesWrong(TokenNumber number, int position, int off)
    {
        Tokens++;
        var digits = number.ToString().ToCharArray();
        digits[position] = (char)('0' + ((digits[position] - '0' + off) % Digits));
        return Counted(Press(digits));
    }

    /// <summary>All digits of several numbers without a pause; the last answer, if there was one.</summary>
    public ResultCode TypesAtOnce(IEnumerable<TokenNumber> numbers)
    {
        Tokens++;
        return Counted(Press([.. numbers.SelectMany(number => number.ToString())]));
    }

    private ResultCode Press(ReadOnlySpan<char> digits)
    {
        var answer = ResultCode.None;
        foreach (var digit in digits) Key(digit, ref answer);
        if (_meter.Profile.Pad.Enter is { } enter) Key(enter, ref answer);
        return Waited(answer);
    }

    private void Key(char key, ref ResultCode answer)
    {
        Keys++;
        _now += KeyTime;
        if (Handle(new MeterInput.KeyPressed(key)) is var said and not ResultCode.None) answer = said;
    }

    /// <summary>A meter that works on a token has its answer later.</summary>
    private ResultCode Waited(ResultCode answer)
    {
        while (_meter.State.Screen is Screen.Working { Ends: var ends })
        {
            _now = ends.SinceStart;
            answer = Handle(new MeterInput.TimePassed());
        }

        return answer;
    }

    private ResultCode Counted(ResultCode answer)
    {
        if (answer.IsRefusal()) Refused++;
        return answer;
    }

    private ResultCode Handle(MeterInput input)
    {
        CountedUpTo = (long)_now.TotalSeconds;
        var answer = ResultCode.None;
        foreach (var effect in _meter.Handle(input, MeterTime.From(_now)))
        {
            if (effect is Effect.Answer { Result: var result }) answer = result;
        }

        return answer;
    }
}
