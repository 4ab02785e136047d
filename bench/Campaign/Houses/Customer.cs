using HilBench.Campaign.Plans;
using HilBench.Campaign.Tally;
using HilBench.Meter;
using HilBench.Tokens;

namespace HilBench.Campaign.Houses;

/// <summary>
/// Who lives behind a meter: what they have in hand, when they type it, how they slip, and what they do when the meter
/// refuses it.
/// </summary>
internal sealed class Customer(
    CampaignPlan plan, DaySums sums, Chance chance, Diary diary, VendingRecord record, Typist typist, KeyBook keys,
    StaTables tables, long meter)
{
    /// <summary>After so many sessions without success somebody waits for the next purchase.</summary>
    private const int MostAttempts = 8;

    private const long HalfAnHour = Calendar.SecondsPerHour / 2;
    private const int SecondsPerMinute = 60;

    private readonly List<Paper> _papers = [];
    private IReadOnlyList<TokenNumber>? _codes;
    private bool _codesAreDone;
    private bool _isExplained;
    private int _attempts;
    private Cause _failure;
    private int _lostUnits;
    private (int Tokens, int Refused, int Keys) _counted;
    private int _calls;
    private long _bought;
    private long _loaded;
    private long _lost;
    private long _replaced;
    private int _tokensLost;

    /// <summary>Nobody is in.</summary>
    public bool IsAway { get; set; }

    public int? GivenDay { get; private set; }

    public int? UpdatedDay { get; private set; }

    public bool HasSomethingToType => _papers.Count > 0 || HasCodesToType;

    private bool HasCodesToType => _codes is not null && !_codesAreDone;

    private int Today => Calendar.DayOf(typist.Now);

    /// <summary>The house wakes the meter when its credit must have run out, so the register knows.</summary>
    private bool IsDark => typist.Registers.Credit.IsEmpty;

    /// <summary>A purchase, and with it the codes, where they came with it.</summary>
    public void Has(Paper paper, IReadOnlyList<TokenNumber>? codes)
    {
        _attempts = 0;
        _papers.Add(paper);
        _bought += paper.Units;
        sums.Add(Measure.Bought, Today, paper.Units);
        if (codes is not null) Given(codes);
        var now = typist.Now;
        if (HasCodesToType)
        {
            var atOnce = Chance.Happens(chance.Message, plan.People.ActsAtOnce);
            WillType(now + (atOnce ? HalfAnHour : Later(plan.People.DaysUntilTyped)));
            return;
        }

        paper.IsPutAway = !paper.IsNew && !IsDark && Chance.Happens(chance.Buying, plan.Mistakes.UnusedToken);
        if (!paper.IsPutAway) WillType(now + HalfAnHour);
    }

    public void GetsSms(IReadOnlyList<TokenNumber> codes)
    {
        Given(codes);
        if (IsAway || !HasCodesToType || !Chance.Happens(chance.Message, plan.People.ActsOnSms)) return;
        WillType(typist.Now + Later(plan.People.DaysUntilTyped));
    }

    /// <summary>Writes down a session, unless an earlier one is written down.</summary>
    public void WillType(long at) => diary.Bring(at, Happening.Types);

    /// <summary>A session at the meter: the codes, when there are any, and then the tokens.</summary>
    public void Types()
    {
        if (IsAway) return;
        var wasDark = IsDark;
        var failure = HasCodesToType ? TypesCodes() : Cause.None;
        if (failure == Cause.None) failure = TypesCredit(wasDark);
        Count();
        if (failure != Cause.None) Fails(failure);
    }

    /// <summary>The help desk answers.</summary>
    public void IsAnswered(Cause about, bool canHaveCodes)
    {
        if (record.Wrong != Cause.None)
        {
            if (Chance.Happens(chance.Desk, plan.Desk.CorrectsRecord)) Corrected();
        }
        else if (Chance.Happens(chance.Desk, plan.Desk.Explains))
        {
            _isExplained = true;
        }

        if (about == Cause.OldToken && _lostUnits > 0 && Chance.Happens(chance.Desk, plan.Desk.ReplacesTokens))
        {
            _papers.Add(record.Sell(_lostUnits, typist.Now, isNew: UpdatedDay is not null));
            _replaced += _lostUnits;
            sums.Add(Measure.Replaced, Today, _lostUnits);
            _lostUnits = 0;
        }

        if (canHaveCodes && _codes is null && !record.IsTakenForUpdated) Given(record.Codes());
        if (HasSomethingToType) WillType(typist.Now + Calendar.SecondsPerHour);
    }

    /// <summary>A technician reads the meter, puts the record right and types the codes.</summary>
    public void IsVisited()
    {
        if (UpdatedDay is not null) return;
        sums.Add(Measure.Visits, Today, 1);
        if (record.Wrong != Cause.None) Corrected();
        if (_codes is null) Given(record.Codes());
        _isExplained = true;
        Types();
    }

    /// <summary>Nothing came of it: somebody calls, tries again, or leaves it.</summary>
    public void Fails(Cause cause)
    {
        _failure = cause;
        var calls = IsDark ? plan.Desk.CallsInTheDark : plan.Desk.Calls;
        if (Chance.Happens(chance.Desk, calls) && !diary.Has(Happening.Answered))
        {
            sums.AddCall(cause, Today);
            _calls++;
            diary.Add(typist.Now + Later(plan.Desk.DaysUntilAnswered), Happening.Answered, (int)cause);
            return;
        }

        if (_attempts++ < MostAttempts && Chance.Happens(chance.Typing, plan.People.TriesAgain) && HasSomethingToType)
            WillType(typist.Now + Later(plan.People.DaysUntilTriedAgain));
    }

    /// <summary>What of the papers left is worth nothing is the meter's answer.</summary>
    public void EndOfPlan(int lastDay)
    {
        foreach (var paper in _papers.Where(paper => !paper.IsNew && UpdatedDay is not null).ToArray())
        {
            if (typist.Types(paper.Number).IsRefusal()) Lose(paper, lastDay);
        }
    }

    /// <summary>What became of it, added to what the house knows.</summary>
    public MeterRow Row(MeterRow house) => house with
    {
        GivenDay = GivenDay,
        UpdatedDay = UpdatedDay,
        WhyNot = WhyNot(house),
        Tokens = typist.Tokens,
        Refused = typist.Refused,
        Calls = _calls,
        Bought = _bought,
        Loaded = _loaded,
        Lost = _lost,
        InHand = _bought + _replaced - _loaded - _lost,
        TokensLost = _tokensLost,
    };

    private Cause WhyNot(MeterRow house)
    {
        if (UpdatedDay is not null) return Cause.None;
        if (IsAway) return Cause.EmptyHouse;
        if (_failure != Cause.None) return _failure;
        if (GivenDay is not null) return Cause.NotTyped;
        if (record.IsTakenForUpdated) return Cause.KeyRevision;
        return house.ReadyDay is null ? Cause.NoCodes : Cause.NotReached;
    }

    private void Given(IReadOnlyList<TokenNumber> codes)
    {
        _codes = codes;
        GivenDay ??= Today;
    }

    /// <summary>The record is right: new codes, and tokens of the wrong key are exchanged.</summary>
    private void Corrected()
    {
        var isUpdated = UpdatedDay is not null;
        record.Correct();
        // Under the new key already: its expiry alone is set anew.
        Given(record.Codes(isUpdated ? record.NewKey() : null));
        _codesAreDone = false;
        for (var i = 0; i < _papers.Count; i++)
        {
            if (_papers[i].IsNew) _papers[i] = record.Sell(_papers[i].Units, typist.Now, isNew: true);
        }
    }

    private Cause TypesCodes()
    {
        var slip = _isExplained ? Cause.None : Slip();
        if (slip is Cause.AllDigitsInOneGo or Cause.NeighboursCodes)
        {
            TypesFoolishly(slip);
            NoteUpdate();
            if (UpdatedDay is null && !TriesAgain()) return slip;
        }

        var codes = _codes!;
        if (slip == Cause.WrongOrder)
        {
            // Half of them begin with the token that the codes came with, the others with the last code.
            if (chance.Typing.NextBool()) codes = [.. codes.Reverse()];
            else if (_papers.Count > 0) Takes(_papers[^1], typist.Types(_papers[^1].Number));
        }

        if (CodesTyped(codes) is not Cause.None and var failure) return Blamed(failure, slip);
        if (_codesAreDone) return Cause.None;
        // The first code was forgotten before the last one came.
        if (!TriesAgain()) return Cause.HalfDone;
        if (CodesTyped(_codes!) is not Cause.None and var again) return Blamed(again, slip);
        return _codesAreDone ? Cause.None : Cause.HalfDone;
    }

    private Cause CodesTyped(IReadOnlyList<TokenNumber> codes)
    {
        foreach (var code in codes)
        {
            var answer = TypesOne(code, out var digitWrong);
            _codesAreDone |= answer == ResultCode.Accept;
            NoteUpdate();
            // One of the set may have been in the meter already.
            if (_codesAreDone) return Cause.None;
            if (digitWrong) return Cause.DigitWrong;
            if (answer == ResultCode.Lockout) return Cause.LockedOut;
            // A meter that wants code 1 first has forgotten it.
            if (answer == ResultCode.FunctionError) return Cause.HalfDone;
            if (answer.IsRefusal()) return Cause.Other;
        }

        return Cause.None;
    }

    /// <summary>What is wrong in the records explains more than what somebody did.</summary>
    private Cause Blamed(Cause failure, Cause slip) =>
        failure == Cause.HalfDone && slip == Cause.WrongOrder ? slip
        : failure != Cause.Other ? failure
        : record.Wrong != Cause.None ? record.Wrong
        : slip != Cause.None ? slip
        : Cause.Other;

    private Cause TypesCredit(bool wasDark)
    {
        var failure = Cause.None;
        foreach (var paper in _papers.Where(paper => !paper.IsPutAway || wasDark).ToArray())
        {
            var answer = TypesOne(paper.Number, out var digitWrong);
            if (digitWrong)
            {
                failure = Cause.DigitWrong;
                continue;
            }

            if (Takes(paper, answer)) continue;
            failure = Why(paper, answer);
            if (failure == Cause.OldToken) Lose(paper, Today);
        }

        return failure;
    }

    private Cause Why(Paper paper, ResultCode answer)
    {
        if (answer == ResultCode.Lockout) return Cause.LockedOut;
        if (!paper.IsNew && UpdatedDay is not null) return Cause.OldToken;
        if (record.Wrong != Cause.None) return record.Wrong;
        return UpdatedDay is null && _codes is null ? Cause.NoCodes : Cause.Other;
    }

    /// <summary>"Used" is as good as taken: the credit is in the meter, and the paper is thrown away.</summary>
    private bool Takes(Paper paper, ResultCode answer)
    {
        if (answer.IsRefusal() && answer != ResultCode.UsedError) return false;
        _papers.Remove(paper);
        _loaded += paper.Units;
        sums.Add(Measure.Loaded, Today, paper.Units);
        return true;
    }

    private void Lose(Paper paper, int day)
    {
        _papers.Remove(paper);
        _lost += paper.Units;
        _lostUnits += paper.Units;
        _tokensLost++;
        sums.Add(Measure.Lost, day, paper.Units);
        sums.Add(Measure.TokensLost, day, 1);
    }

    /// <summary>One token, now and then with a digit wrong first; true when it was left at that.</summary>
    private ResultCode TypesOne(TokenNumber number, out bool digitWrong)
    {
        digitWrong = false;
        Pause();
        if (!_isExplained && Chance.Happens(chance.Typing, plan.Mistakes.DigitWrong))
        {
            var position = (int)chance.Typing.NextBelow(TokenNumber.DigitCount);
            var said = typist.TypesWrong(number, position, 1 + (int)chance.Typing.NextBelow(9));
            if (!TriesAgain())
            {
                digitWrong = true;
                return said;
            }

            Pause();
        }

        return typist.Types(number);
    }

    private void TypesFoolishly(Cause slip)
    {
        if (slip == Cause.AllDigitsInOneGo)
        {
            typist.TypesAtOnce(_codes!.Concat(_papers.TakeLast(1).Select(paper => paper.Number)));
            return;
        }

        var next = new VendingRecord(plan, keys, tables, VendingRecord.NeighbourOf(meter));
        foreach (var code in next.Codes())
        {
            Pause();
            typist.Types(code);
        }
    }

    private Cause Slip()
    {
        var mistakes = plan.Mistakes;
        var drawn = Chance.Next(chance.Typing);
        if ((drawn -= mistakes.AllDigitsInOneGo) < 0) return Cause.AllDigitsInOneGo;
        if ((drawn -= mistakes.WrongOrder) < 0) return Cause.WrongOrder;
        return drawn < mistakes.NeighboursCodes ? Cause.NeighboursCodes : Cause.None;
    }

    private bool TriesAgain() => Chance.Happens(chance.Typing, plan.People.TriesAgain);

    private void Pause()
    {
        var mean = plan.People.MinutesBetweenTokens * SecondsPerMinute;
        typist.GoTo(typist.Now + (_isExplained ? 1 : (long)Chance.Span(chance.Typing, mean)));
    }

    private long Later(double days) => Calendar.InDays(Chance.Span(chance.Message, days));

    private void NoteUpdate()
    {
        if (UpdatedDay is not null || typist.Registers.Key.Revision != plan.Keys.To) return;
        _codesAreDone = true;
        UpdatedDay = Today;
        sums.Add(Measure.Updated, Today, 1);
    }

    private void Count()
    {
        sums.Add(Measure.Tokens, Today, typist.Tokens - _counted.Tokens);
        sums.Add(Measure.Refused, Today, typist.Refused - _counted.Refused);
        sums.Add(Measure.Keys, Today, typist.Keys - _counted.Keys);
        _counted = (typist.Tokens, typist.Refused, typist.Keys);
    }
}
