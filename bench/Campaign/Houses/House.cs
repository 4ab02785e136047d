using HilBench.Campaign.Plans;
using HilBench.Campaign.Tally;
using HilBench.Meter;
using HilBench.Tokens;

namespace HilBench.Campaign.Houses;

/// <summary>
/// One meter and those who live behind it, from the first day of a plan to the last. Chance says what people and
/// records do; what the meter makes of it is the meter's answer. Here is what happens when; what people do with what
/// they have is in <see cref="Customer"/>.
/// </summary>
internal sealed class House
{
    private const long Day = Calendar.SecondsPerDay;

    /// <summary>The days until the next purchase are a half to one and a half of the usual ones.</summary>
    private const double LeastPart = 0.5;

    private const double LeastMargin = 0.9;
    private const double MostMargin = 1.3;
    private const int UnitsPerKwh = 10;
    private const int HoursPerDay = 24;
    private const int WattsPerKilowatt = 1000;

    private readonly CampaignPlan _plan;
    private readonly DaySums _sums;
    private readonly Chance _chance;
    private readonly Diary _diary = new();
    private readonly VendingRecord _record;
    private readonly Typist _typist;
    private readonly Customer _customer;
    private readonly Household _household;
    private readonly Start _start;
    private readonly long _end;
    private readonly int? _readyDay;
    private readonly Cause _fault;
    private double? _daysBetween;
    private bool _isReady;
    private int _purchasesWithCodes;
    private bool _hasBought;
    private long? _darkSince;
    private long _darkSeconds;

    public House(CampaignPlan plan, KeyBook keys, StaTables tables, DaySums sums, ulong seed, long meter)
    {
        (_plan, _sums) = (plan, sums);
        _chance = new Chance(seed, meter);
        _start = Start.Of(plan, _chance);
        _household = plan.Households[_start.Household];
        _daysBetween = _household.DaysBetweenPurchases * plan.People.Pace;
        _readyDay = _start.ReadyDay;
        _fault = _start.Record;
        _end = plan.Days * Day;
        _record = new VendingRecord(plan, keys, tables, meter);
        var profile = plan.Profiles[_start.Profile].Profile;
        _typist = new Typist(profile, tables, AsMade(profile));
        _customer = new Customer(plan, sums, _chance, _diary, _record, _typist, keys, tables, meter)
        {
            IsAway = _start.IsEmpty,
        };
        Meter = meter;
    }

    private long Meter { get; }

    /// <summary>Lives all days of the plan.</summary>
    public MeterRow Live()
    {
        Begin();
        while (_diary.TakeNext(_end, out var next))
        {
            _typist.GoTo(next.At);
            Happens(next);
        }

        _typist.GoTo(_end);
        _typist.Look();
        if (_darkSince is { } since) _darkSeconds += _end - since;
        _customer.EndOfPlan(_plan.Days - 1);
        return Row();
    }

    private void Begin()
    {
        if (_readyDay is { } ready) _diary.Add(ready * Day, Happening.Ready);
        for (var i = 0; i < _plan.Messages.Sms.Count; i++)
        {
            var sms = _plan.Messages.Sms[i];
            if (Chance.Happens(_chance.Message, sms.Share))
                _diary.Add(Calendar.InDay(_plan.DayOf(sms.Date), Chance.Next(_chance.Message)), Happening.Sms, i);
        }

        if (_plan.Visits.PerDay > 0)
        {
            var days = Chance.Span(_chance.Message, 1 / _plan.Visits.PerDay);
            _diary.Add(Calendar.InDays(_plan.DayOf(_plan.Visits.From) + days), Happening.Visited);
        }

        if (_start.IsEmpty)
            _diary.Add(Calendar.InDays(Chance.Span(_chance.Home, _plan.Empty.ReturnAfterDays)), Happening.Returns);
        else
            MoveIn(0, Chance.Next(_chance.Home));
    }

    private void Happens(Diary.Entry next)
    {
        switch (next.What)
        {
            case Happening.Ready:
                _isReady = true;
                _record.GoWrong(_fault);
                break;
            case Happening.Buys:
                Buys(next.At);
                break;
            case Happening.Sms:
                GetsSms(next.At, _plan.Messages.Sms[next.Detail]);
                break;
            case Happening.Types:
                _customer.Types();
                break;
            case Happening.Answered:
                _customer.IsAnswered((Cause)next.Detail, canHaveCodes: _isReady || IsPastDeadline(next.At));
                break;
            case Happening.Visited:
                if (!_customer.IsAway && (_isReady || IsPastDeadline(next.At))) _customer.IsVisited();
                break;
            case Happening.Dark:
                GoesDark(next.At);
                break;
            case Happening.Returns:
                _customer.IsAway = false;
                MoveIn(next.At, 0);
                break;
            default:
                _daysBetween = Calendar.DaysOfAMonth * _plan.People.Pace;
                _diary.Add(next.At, Happening.Buys);
                break;
        }

        WatchCredit();
    }

    /// <summary>Somebody is in: power is drawn, and the next purchase is due after a part of the usual time.</summary>
    private void MoveIn(long now, double part)
    {
        var watts = (int)Math.Round(_household.KwhPerDay * WattsPerKilowatt / HoursPerDay);
        if (watts > 0) _typist.Draws(new Watts(watts));
        if (_daysBetween is { } days) _diary.Add(now + Calendar.InDays(days * part), Happening.Buys);
        if (_start.ComesForward is { } day)
            _diary.Add(Math.Max(now, Calendar.InDay(day, part)), Happening.ComesForward);
        WatchCredit();
    }

    private void Buys(long now)
    {
        if (_customer.IsAway || _daysBetween is not { } usual) return;
        var days = usual * (LeastPart + Chance.Next(_chance.Buying));
        _diary.Add(now + Calendar.InDays(days), Happening.Buys);
        var day = Calendar.DayOf(now);
        var isLate = IsPastDeadline(now);
        if (isLate && !_isReady && _plan.Deadline.Then == AfterDeadline.NoSale)
        {
            _sums.Add(Measure.SalesRefused, day, 1);
            _customer.Fails(Cause.NoCodes);
            return;
        }

        if (!_hasBought) _sums.Add(Measure.FirstPurchases, day, 1);
        _hasBought = true;
        var isNew = _isReady || (isLate && _plan.Deadline.Then == AfterDeadline.NoOldTokens);
        // What is used until the next purchase, and on average some more for worse days.
        var margin = LeastMargin + ((MostMargin - LeastMargin) * Chance.Next(_chance.Buying));
        var kwh = Math.Max(1, _household.KwhPerDay * days * margin);
        var paper = _record.Sell((int)(kwh * UnitsPerKwh), now, isNew);
        var codes = isNew && !_record.IsTakenForUpdated && _purchasesWithCodes < _plan.Messages.WithPurchases
            ? _record.Codes()
            : null;
        if (codes is not null) _purchasesWithCodes++;
        _customer.Has(paper, codes);
    }

    private void GetsSms(long now, SmsPlan sms)
    {
        var canHave = _isReady || (IsPastDeadline(now) && _plan.Deadline.Then == AfterDeadline.NoOldTokens);
        if (!canHave || _record.IsTakenForUpdated || (_customer.GivenDay is not null && !sms.ToAll)) return;
        _customer.GetsSms(_record.Codes());
    }

    private bool IsPastDeadline(long now) => Calendar.DayOf(now) > _plan.DayOf(_plan.Deadline.Date);

    /// <summary>
    /// Writes down when the credit will have run out, as the register and the load of the meter say at this moment.
    /// </summary>
    private void WatchCredit()
    {
        _diary.Cancel(Happening.Dark);
        var watts = _household.KwhPerDay * WattsPerKilowatt / HoursPerDay;
        if (watts < 1 || _customer.IsAway) return;
        var credit = _typist.Registers.Credit;
        var day = Calendar.DayOf(_typist.Now);
        if (!credit.IsEmpty)
        {
            if (_darkSince is { } since)
            {
                _darkSeconds += _typist.Now - since;
                _sums.Add(Measure.LitAgain, day, 1);
                _darkSince = null;
            }

            var seconds = (long)(credit.Millijoules / (Math.Round(watts) * WattsPerKilowatt)) + 1;
            _diary.Add(_typist.CountedUpTo + seconds, Happening.Dark);
            return;
        }

        if (_darkSince is not null) return;
        _darkSince = _typist.Now;
        _sums.Add(Measure.WentDark, day, 1);
    }

    private void GoesDark(long now)
    {
        _typist.Look();
        if (!_typist.Registers.Credit.IsEmpty) return;
        if (_customer.HasSomethingToType) _customer.WillType(now + Calendar.SecondsPerHour);
        else if (_daysBetween is not null) BuysSooner(now + (3 * Calendar.SecondsPerHour));
    }

    private void BuysSooner(long at)
    {
        _diary.Cancel(Happening.Buys);
        _diary.Add(at, Happening.Buys);
    }

    private MeterRegisters AsMade(MeterProfile profile)
    {
        var made = TokenIdentifier.From(_plan.Made.ToDateTime(default, DateTimeKind.Utc), _plan.Keys.FromBase);
        var key = _record.TrueOld;
        var meterKey = new MeterKey(
            _record.OldKey(), key.Krn, key.KeyType, key.Ti, key.Sgc, KeyExpiry.Never);
        // Some credit is left from before: a part of what lasts from one purchase to the next.
        var days = (_daysBetween ?? Calendar.DaysOfAMonth) * _start.CreditPart;
        var credit = new EnergyAmount((long)Math.Ceiling(_household.KwhPerDay * days * UnitsPerKwh));
        return MeterRegisters.AsMade(key.Pan, meterKey, TidStore.AsMade(profile.TidStoreSize, made), credit);
    }

    private MeterRow Row() => _customer.Row(new MeterRow
    {
        Meter = Meter,
        Profile = _start.Profile,
        Household = _start.Household,
        IsEmpty = _start.IsEmpty,
        Record = _fault,
        ReadyDay = _readyDay < _plan.Days ? _readyDay : null,
        DarkDays = (int)(_darkSeconds / Day),
    });
}
