using HilBench.Meter;
using HilBench.Simulation.Events;

namespace HilBench.Simulation.Trials;

/// <summary>
/// What a life must come to: credit, key and answers, worked out from what was bought, typed and drawn. It is written
/// from docs/sts.md and docs/meters.md and shares no rule and no arithmetic with the meter; docs/simulation.md says
/// what they do share.
/// </summary>
internal sealed class Ledger
{
    private const int MostCodes = 4;

    /// <summary>A key's expiry is held against what is left of a minute without these bits (docs/sts.md).</summary>
    private const int TidLowBits = 16;

    private const int KeyTypeAt = 32;
    private const ulong KeyTypeBits = 3;
    private const ulong CommonKey = 3;

    private static readonly ResultCode[] Taken =
        [ResultCode.FirstKct, ResultCode.SecondKct, ResultCode.ThirdKct, ResultCode.FourthKct];

    private readonly MeterProfile _profile;
    private readonly KeyChain _chain;
    private readonly SortedDictionary<int, int> _tids = [];

    /// <summary>The codes taken, and whether each is of the set that no meter may take.</summary>
    private readonly SortedDictionary<int, bool> _codes = [];

    private LedgerSwitch _switch;
    private int _tidCapacity;
    private int _oldBelow;
    private TimeSpan _codesSince;
    private TimeSpan? _lockedUntil;
    private int _wrong;
    private TimeSpan _at;

    public Ledger(MeterProfile profile, KeyChain chain, Int128 units, int manufactured)
    {
        (_profile, _chain, Units) = (profile, chain, new LedgerUnits(profile));
        _switch = new LedgerSwitch(profile.Overload);
        Raw = units * Units.PerUnit;
        _tidCapacity = profile.TidStoreSize;
        _tids[manufactured] = _tidCapacity;
        _oldBelow = manufactured;
    }

    private Ledger(Ledger other)
    {
        (_profile, _chain, Units, _switch) = (other._profile, other._chain, other.Units, other._switch);
        _tids = new SortedDictionary<int, int>(other._tids);
        _codes = new SortedDictionary<int, bool>(other._codes);
        (_tidCapacity, _oldBelow, _codesSince) = (other._tidCapacity, other._oldBelow, other._codesSince);
        (_lockedUntil, _wrong, _at) = (other._lockedUntil, other._wrong, other._at);
        (Raw, Used, KeyIndex, IsTampered, Limit, Drawing) =
            (other.Raw, other.Used, other.KeyIndex, other.IsTampered, other.Limit, other.Drawing);
    }

    public LedgerUnits Units { get; }

    /// <summary>What is paid for and not used, in the finest steps.</summary>
    public Int128 Raw { get; private set; }

    /// <summary>All that was ever used, in the finest steps.</summary>
    public Int128 Used { get; private set; }

    public int KeyIndex { get; private set; }

    public MeterKey Key => _chain.Keys[KeyIndex];

    public bool IsTampered { get; private set; }

    public bool IsTripped => _switch.IsTripped;

    /// <summary>
    /// What keeps the switch open whatever credit there is. Lives stay below any meter's own over-current, and at its
    /// nominal voltage.
    /// </summary>
    private bool IsShut => IsTripped || (IsTampered && _profile.TamperOpensSwitch);

    public int? Limit { get; private set; }

    public int Drawing { get; private set; }

    public Ledger Copy() => new(this);

    /// <summary>Time goes on, and the house uses what it draws for as long as there is credit.</summary>
    /// <param name="now">Up to here.</param>
    /// <param name="isDone">
    /// False = what time brought about in this moment was not stored: a code whose time was up is still there, a trip
    /// is not.
    /// </param>
    public void GoTo(TimeSpan now, bool isDone = true)
    {
        while (_switch.Due is { } due && due <= now)
        {
            Uses(due);
            if (_switch.Due != due) continue;
            _switch.Change(due);
            Watch();
        }

        Uses(now);
        if (!isDone) _switch.Undo(now - _profile.Entry.WorkTime);
        else if (_codes.Count > 0 && _codesSince + _profile.KeyChangeWindow <= now) _codes.Clear();
    }

    public void Draws(int watts)
    {
        Drawing = watts;
        Watch();
    }

    public void OpensCover()
    {
        IsTampered = true;
        Watch();
    }

    /// <summary>The power is back; what only working memory held is gone.</summary>
    public void PowerReturns(TimeSpan now)
    {
        (Drawing, _wrong, _lockedUntil, _at, _codesSince) = (0, 0, null, now, now);
        _switch.PowerReturns(now);
        if (_profile.PendingAtPowerCut == PendingHalf.Forgotten) _codes.Clear();
    }

    /// <summary>After a cut that nobody announced only the meter knows what it saved.</summary>
    public void Adopt(Int128 raw) => Raw = raw;

    /// <summary>What the meter must answer, and what it does to the ledger.</summary>
    public ResultCode Take(TrialToken token)
    {
        if (_lockedUntil > _at) return ResultCode.Lockout;
        var answer = Judge(token);
        Watch();
        if (!answer.IsRefusal())
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
        if (registers.Trip != TripCause.None != IsTripped) return IsTripped ? "a trip is forgotten" : "it has tripped";
        var isClosed = !IsShut && !registers.Credit.IsEmpty;
        if (registers.LoadSwitch == LoadSwitchPosition.Closed != isClosed)
            return isClosed ? "the load switch is open" : "the load switch is closed";
        for (var code = 1; code <= MostCodes; code++)
        {
            var pending = registers.Pending[(KeyChangeSection)code];
            var isTaken = _codes.TryGetValue(code, out var isOfRefusedSet);
            if (pending is not null != isTaken)
                return isTaken ? $"code {code} is forgotten" : $"code {code} is pending";
            // Code 1 says which type of key the set leads to (docs/sts.md).
            if (code == 1 && isTaken && ((pending >> KeyTypeAt) & KeyTypeBits) == CommonKey != isOfRefusedSet)
                return "code 1 of another set is pending";
        }

        var tids = _tids.SelectMany(pair => Enumerable.Repeat(pair.Key, pair.Value));
        return registers.Tids.Entries.ToArray().SequenceEqual(tids) ? null : "other tokens remembered";
    }

    private void Uses(TimeSpan until)
    {
        if (!IsShut)
        {
            var used = Int128.Min(Units.Cost(Drawing, until - _at), Raw);
            Raw -= used;
            Used += used;
        }

        _at = until;
        Watch();
    }

    private void Watch() => _switch.Watch(!IsShut && Raw > 0 && Drawing > Limit, _at);

    private ResultCode Judge(TrialToken token)
    {
        if (token.Key != Key || token.IsMistyped) return ResultCode.CrcError;
        return token.Code > 0 ? TakeCode(token.Code, token.IsOfRefusedSet) : TakeDated(token);
    }

    private ResultCode TakeCode(int code, bool isOfRefusedSet)
    {
        if (_profile.CodeOrder == CodeOrder.FirstCodeFirst && code != 1 && !_codes.ContainsKey(1))
            return ResultCode.FunctionError;
        var isHeld = _codes.TryGetValue(code, out var held);
        if (isHeld && held != isOfRefusedSet) _codes.Clear();
        if (!isHeld || held != isOfRefusedSet) _codesSince = _at;
        _codes[code] = isOfRefusedSet;
        return _codes.Count < _chain.CodesFrom(KeyIndex).Count ? Taken[code - 1] : TakeSet();
    }

    /// <summary>The set is whole: all of it counts, or nothing.</summary>
    private ResultCode TakeSet()
    {
        var isRefused = _codes[1];
        _codes.Clear();
        if (isRefused) return ResultCode.KeyTypeError;
        if (KeyChain.IsRollover(KeyIndex))
        {
            _tids.Clear();
            (_tidCapacity, _oldBelow) = (_profile.TidStoreSize, 0);
        }

        KeyIndex++;
        return ResultCode.Accept;
    }

    private ResultCode TakeDated(TrialToken token)
    {
        if (token.Tid >> TidLowBits > Key.Expiry.Value) return ResultCode.KeyExpiredError;
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
        switch (token.Kind)
        {
            case TokenKind.Debit when !_profile.Accounting.IsCurrency:
                return ResultCode.FunctionError;
            case TokenKind.Credit or TokenKind.Debit:
                if (IsTampered && _profile.TamperRefusesCredit) return ResultCode.FunctionError;
                var sum = Raw + token.Value * Units.PerUnit;
                if (sum < 0) return ResultCode.RangeError;
                if (sum > Units.Most) return ResultCode.OverflowError;
                Raw = sum;
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
