using HilBench.Meter;
using HilBench.Simulation.Events;

namespace HilBench.Simulation.Trials;

/// <summary>
/// What a life must come to: credit, key and answers, worked out from what was bought, typed and drawn. It is written
/// from docs/sts.md and docs/meters.md and shares no rule with the meter; only the token language is the same code.
/// </summary>
internal sealed class Ledger
{
    private readonly MeterProfile _profile;
    private readonly SortedDictionary<int, int> _tids = [];
    private readonly HashSet<int> _codes = [];
    private int _tidCapacity;
    private int _oldBelow;
    private TimeSpan _codesSince;
    private TimeSpan? _lockedUntil;
    private int _wrong;
    private TimeSpan _at;

    public Ledger(MeterProfile profile, Int128 units, int manufactured)
    {
        _profile = profile;
        Raw = units * profile.Accounting.Scale.RawPerUnit;
        _tidCapacity = profile.TidStoreSize;
        _tids[manufactured] = _tidCapacity;
        _oldBelow = manufactured;
    }

    private Ledger(Ledger other)
    {
        _profile = other._profile;
        _tids = new SortedDictionary<int, int>(other._tids);
        _codes = [.. other._codes];
        (_tidCapacity, _oldBelow, _codesSince) = (other._tidCapacity, other._oldBelow, other._codesSince);
        (_lockedUntil, _wrong, _at) = (other._lockedUntil, other._wrong, other._at);
        (Raw, KeyIndex, IsTampered, Limit, Drawing) =
            (other.Raw, other.KeyIndex, other.IsTampered, other.Limit, other.Drawing);
        Used = other.Used;
    }

    /// <summary>What is paid for and not used, in the finest steps.</summary>
    public Int128 Raw { get; private set; }

    /// <summary>All that was ever used, in the finest steps.</summary>
    public Int128 Used { get; private set; }

    public int KeyIndex { get; private set; }

    public MeterKey Key => TrialKeys.Own[KeyIndex];

    public bool IsTampered { get; private set; }

    public int? Limit { get; private set; }

    public int Drawing { get; private set; }

    public Ledger Copy() => new(this);

    /// <summary>Time goes on, and the house uses what it draws for as long as there is credit.</summary>
    /// <param name="now">Up to here.</param>
    /// <param name="expires">
    /// False = a code whose time was up is still there, as after a cut in the write that forgets it.
    /// </param>
    public void GoTo(TimeSpan now, bool expires = true)
    {
        var used = (Int128)Drawing * (now - _at).Ticks / TimeSpan.TicksPerMillisecond
            * _profile.Accounting.Scale.RawPerMillijoule;
        used = Int128.Min(used, Raw);
        Raw -= used;
        Used += used;
        _at = now;
        if (expires && _codes.Count > 0 && _codesSince + _profile.KeyChangeWindow <= now) _codes.Clear();
    }

    public void Draws(int watts) => Drawing = watts;

    public void OpensCover() => IsTampered = true;

    /// <summary>The power is back; what only working memory held is gone.</summary>
    public void PowerReturns(TimeSpan now)
    {
        (Drawing, _wrong, _lockedUntil, _at, _codesSince) = (0, 0, null, now, now);
        if (_profile.PendingAtPowerCut == PendingHalf.Forgotten) _codes.Clear();
    }

    /// <summary>After a cut that nobody announced only the meter knows what it saved.</summary>
    public void Adopt(Int128 raw) => Raw = raw;

    /// <summary>What the meter must answer, and what it does to the ledger.</summary>
    public ResultCode Take(TrialToken token)
    {
        if (_lockedUntil > _at) return ResultCode.Lockout;
        var answer = Judge(token);
        if (answer is ResultCode.Accept or ResultCode.FirstKct or ResultCode.SecondKct)
        {
            (_wrong, _lockedUntil) = (0, null);
            return answer;
        }

        if (answer != ResultCode.CrcError && _profile.Lockout?.Counts != LockoutCounts.AllRefusals) return answer;
        _wrong++;
        if (_profile.Lockout is not { } rule || _wrong < rule.After) return answer;
        var seconds = rule.First.TotalSeconds * Math.Pow(2, _wrong - rule.After);
        _lockedUntil = _at + TimeSpan.FromSeconds(Math.Min(seconds, rule.Longest.TotalSeconds));
        return answer;
    }

    /// <summary>Why these registers are not what the ledger says; null = they are, but for the credit.</summary>
    public string? Differs(MeterRegisters registers)
    {
        if (registers.Key != Key) return $"key revision {registers.Key.Revision}, not {Key.Revision}";
        if (registers.TamperLatched != IsTampered)
            return IsTampered ? "the tamper is forgotten" : "a tamper is latched";
        if (registers.MaximumPower?.Value != Limit) return "another power limit";
        for (var code = 1; code <= 2; code++)
        {
            if (registers.Pending[(KeyChangeSection)code] is not null != _codes.Contains(code))
                return _codes.Contains(code) ? $"code {code} is forgotten" : $"code {code} is pending";
        }

        var tids = _tids.SelectMany(pair => Enumerable.Repeat(pair.Key, pair.Value));
        return registers.Tids.Entries.ToArray().SequenceEqual(tids) ? null : "other tokens remembered";
    }

    private ResultCode Judge(TrialToken token)
    {
        if (token.Key != Key || (token.Code == 0 && token.Kind is null)) return ResultCode.CrcError;
        return token.Code > 0 ? TakeCode(token.Code) : TakeDated(token);
    }

    private ResultCode TakeCode(int code)
    {
        if (_profile.CodeOrder == CodeOrder.FirstCodeFirst && code == 2 && !_codes.Contains(1))
            return ResultCode.FunctionError;
        if (_codes.Add(code)) _codesSince = _at;
        if (_codes.Count < 2) return code == 1 ? ResultCode.FirstKct : ResultCode.SecondKct;
        _codes.Clear();
        _tids.Clear();
        (_tidCapacity, _oldBelow) = (_profile.TidStoreSize, 0);
        KeyIndex++;
        return ResultCode.Accept;
    }

    private ResultCode TakeDated(TrialToken token)
    {
        var remembered = _tids.Values.Sum();
        var isFull = remembered >= _tidCapacity;
        if (token.Tid < (isFull ? _tids.First().Key : _oldBelow)) return ResultCode.OldError;
        if (_tids.ContainsKey(token.Tid)) return ResultCode.UsedError;
        var done = Do(token);
        if (done != ResultCode.Accept) return done;
        if (isFull) ForgetOldest();
        _tids[token.Tid] = 1;
        if (isFull) _oldBelow = _tids.First().Key;
        if (_profile.PendingAtOtherToken == PendingHalf.Forgotten) _codes.Clear();
        return ResultCode.Accept;
    }

    private ResultCode Do(TrialToken token)
    {
        var unit = _profile.Accounting.Scale.RawPerUnit;
        switch (token.Kind)
        {
            case TokenKind.Credit:
                if (IsTampered && _profile.TamperRefusesCredit) return ResultCode.FunctionError;
                if (Raw + token.Value * unit > _profile.MostUnits * unit) return ResultCode.OverflowError;
                Raw += token.Value * unit;
                return ResultCode.Accept;
            case TokenKind.ClearCredit:
                Raw = 0;
                return ResultCode.Accept;
            case TokenKind.ClearTamper:
                IsTampered = false;
                return ResultCode.Accept;
            default:
                Limit = (int)token.Value;
                return ResultCode.Accept;
        }
    }

    private void ForgetOldest()
    {
        var (oldest, times) = _tids.First();
        if (times == 1) _tids.Remove(oldest);
        else _tids[oldest] = times - 1;
    }
}
