using HilBench.Input;
using HilBench.RigFiles;
using HilBench.Tokens;

namespace HilBench.Campaign.Plans;

/// <summary>
/// From the settings of a plan file, already judged one by one, to the plan: here is judged what goes together.
/// </summary>
internal static class PlanReader
{
    /// <summary>A campaign of three years is long.</summary>
    private const int MostDays = 1_100;

    private const double Tolerance = 1e-6;
    private static readonly DateOnly Earliest = new(1994, 1, 1);
    private static readonly DateOnly Latest = new(2065, 12, 31);

    public static CampaignPlan Read(Setting file, string name, PlanProfiles profiles)
    {
        Demand(file, "meters", "begins", "ends", "profiles", "households", "schedule");
        var begins = DateOf(file, "begins", Earliest);
        var ends = DateOf(file, "ends", Latest);
        if (ends <= begins) throw file.Find("ends")!.Wrong($"ends is {ends:yyyy-MM-dd}; it must be after begins");
        if (ends.DayNumber - begins.DayNumber > MostDays)
        {
            throw file.Find("ends")!.Wrong(
                $"from begins to ends are more than {MostDays} days, the most that are lived");
        }

        var span = new Span(begins, ends);
        var keys = KeysOf(file.Group("keys"), begins);
        return new CampaignPlan
        {
            Name = name,
            Description = file.Text("description", ""),
            Meters = file.Whole("meters", 0),
            Begins = begins,
            Ends = ends,
            Made = MadeOf(file, begins, keys.FromBase),
            Keys = keys,
            Profiles = ProfilesOf(file, profiles),
            Households = HouseholdsOf(file, span),
            Empty = EmptyOf(file.Group("emptyHouses")),
            Schedule = ScheduleOf(file, span),
            Messages = MessagesOf(file.Group("messages"), span),
            People = PeopleOf(file.Group("people")),
            Mistakes = MistakesOf(file.Group("mistakes")),
            Database = DatabaseOf(file.Group("database")),
            Desk = DeskOf(file.Group("helpDesk")),
            Visits = VisitsOf(file.Group("visits"), span),
            Deadline = DeadlineOf(file.Group("deadline"), span),
        };
    }

    public static IReadOnlyList<PublishedFigure> Published(Setting file, CampaignPlan plan) =>
    [
        .. file.Groups("published").Select(one =>
        {
            Demand(one, "date", "figure");
            var figure = one.Whole("figure", 0);
            if (figure > plan.Meters)
                throw one.Find("figure")!.Wrong($"figure is {figure}, more than the {plan.Meters} meters of the plan");
            var what = one.Text("what", "updated") == "updated" ? PublishedWhat.Updated : PublishedWhat.NeverBought;
            var date = DateIn(one, "date", new Span(plan.Begins, plan.Ends));
            return new PublishedFigure(date, what, figure, one.Text("use", "predict") == "fit");
        }),
    ];

    public static IReadOnlyList<FitSetting> Fit(
        Setting file, CampaignPlan plan, IReadOnlyList<PublishedFigure> published) =>
    [
        .. file.Groups("fit").Select(one =>
        {
            Demand(one, "setting", "least", "most", "date");
            var (least, most) = (Number(one, "least", 0), Number(one, "most", 0));
            if (least >= most) throw one.Wrong("least must be less than most");
            var path = one.Text("setting", "");
            if (!PlanChanges.Has(file, path))
                throw one.Find("setting")!.Wrong($"there is no number at \"{OneLine.Beginning(path)}\" of this plan");
            var date = DateIn(one, "date", new Span(plan.Begins, plan.Ends));
            var thatDay = published.Where(figure => figure.Date == date && figure.What == PublishedWhat.Updated);
            return thatDay.Any(figure => figure.IsFitted)
                ? new FitSetting(path, least, most, date)
                : throw one.Find("date")!.Wrong("no published figure of that day has what \"updated\" and use \"fit\"");
        }),
    ];

    private static KeyPlan KeysOf(Setting keys, DateOnly begins)
    {
        var from = keys.Whole("fromRevision", 1);
        var to = keys.Whole("toRevision", 2);
        if (from == to) throw keys.Wrong($"keys.toRevision is {to}, the same as fromRevision");
        var fromBase = (BaseDate)int.Parse(keys.Text("fromBase", "1993"));
        var toBase = (BaseDate)int.Parse(keys.Text("toBase", "2014"));
        if (toBase < fromBase) throw keys.Wrong("keys.toBase is before fromBase");
        if (begins.Year < (int)toBase) throw keys.Wrong("the plan begins before keys.toBase");
        var derivation = keys.Text("derivation", "dkga02") == "dkga02" ? KeyDerivation.Dkga02 : KeyDerivation.Dkga04;
        return new KeyPlan(
            new KeyRevision(from), fromBase, new KeyRevision(to), toBase, derivation, keys.Flag("threeCodes", false));
    }

    private static DateOnly MadeOf(Setting file, DateOnly begins, BaseDate fromBase)
    {
        var made = DateOf(file, "made", new DateOnly((int)fromBase + 1, 1, 1));
        if (made >= begins) throw file.Find("made")!.Wrong($"made is {made:yyyy-MM-dd}; it must be before begins");
        return made.Year >= (int)fromBase ? made : throw file.Find("made")!.Wrong("made is before keys.fromBase");
    }

    private static IReadOnlyList<ProfileShare> ProfilesOf(Setting file, PlanProfiles known)
    {
        var profiles = file.Groups("profiles").Select(one =>
        {
            Demand(one, "profile", "share");
            var said = one.Text("profile", "");
            var profile = Named(one.Find("profile")!, () => known.Of(said));
            return profile.Accounting.IsCurrency
                ? throw one.Find("profile")!.Wrong($"profile \"{profile.Name}\" counts money; a campaign sells energy")
                : new ProfileShare(profile, Share(one, "share"));
        }).ToArray();
        DemandWhole(file.Find("profiles")!, "profiles", profiles.Sum(one => one.Share));
        return profiles;
    }

    private static IReadOnlyList<Household> HouseholdsOf(Setting file, Span span)
    {
        var households = file.Groups("households").Select(one =>
        {
            Demand(one, "name", "share");
            double? days = one.Find("daysBetweenPurchases") is null ? null : Number(one, "daysBetweenPurchases", 0);
            if (days is not null && Share(one, "comesForward") > 0)
            {
                throw one.Find("comesForward")!.Wrong(
                    "comesForward is for those who never buy: daysBetweenPurchases null");
            }

            var first = one.Has("comesForwardFrom") ? DateIn(one, "comesForwardFrom", span) : span.Begins;
            var last = one.Has("comesForwardTo") ? DateIn(one, "comesForwardTo", span) : span.Ends;
            if (last < first) throw one.Find("comesForwardTo")!.Wrong("comesForwardTo is before comesForwardFrom");
            return new Household(
                one.Text("name", ""), Share(one, "share"), days, Number(one, "kwhPerDay", 0),
                Share(one, "comesForward"), first, last);
        }).ToArray();
        DemandWhole(file.Find("households")!, "households", households.Sum(one => one.Share));
        return households;
    }

    private static IReadOnlyList<SchedulePoint> ScheduleOf(Setting file, Span span)
    {
        var points = new List<SchedulePoint>();
        foreach (var one in file.Groups("schedule"))
        {
            Demand(one, "date", "share");
            var point = new SchedulePoint(DateIn(one, "date", span), Share(one, "share"));
            if (points.Count > 0 && point.Date <= points[^1].Date)
                throw one.Find("date")!.Wrong($"schedule: {point.Date:yyyy-MM-dd} is not after the day before it");
            if (points.Count > 0 && point.Share < points[^1].Share)
            {
                throw one.Find("share")!.Wrong(
                    "schedule: a share is less than the one before it; codes are not taken back");
            }

            points.Add(point);
        }

        return points.Count > 0 ? points : throw file.Find("schedule")!.Wrong("schedule is an empty list");
    }

    private static EmptyHouses EmptyOf(Setting empty) =>
        new(Share(empty, "share"), Number(empty, "returnAfterDays", 60));

    private static MessagePlan MessagesOf(Setting messages, Span span) => new(
        messages.Whole("withPurchases", 1),
        [
            .. messages.Groups("sms").Select(sms =>
            {
                Demand(sms, "date", "share");
                var toAll = sms.Text("to", "without-codes") == "all";
                return new SmsPlan(DateIn(sms, "date", span), Share(sms, "share"), toAll);
            }),
        ]);

    private static PeoplePlan PeopleOf(Setting people) => new(
        Number(people, "pace", 1), Number(people, "actsAtOnce", 1), Number(people, "actsOnSms", 1),
        Number(people, "daysUntilTyped", 1), Number(people, "minutesBetweenTokens", 1),
        Number(people, "triesAgain", 1), Number(people, "daysUntilTriedAgain", 1));

    private static MistakePlan MistakesOf(Setting mistakes) => new(
        Share(mistakes, "wrongOrder"), Share(mistakes, "allDigitsInOneGo"), Share(mistakes, "digitWrong"),
        Share(mistakes, "neighboursCodes"), Share(mistakes, "unusedToken"));

    private static DatabasePlan DatabaseOf(Setting database)
    {
        var plan = new DatabasePlan(
            Share(database, "meterNumber"), Share(database, "supplyGroup"), Share(database, "tariffIndex"),
            Share(database, "keyRevision"), Share(database, "expiredKey"), Share(database, "baseDate"));
        var sum = plan.MeterNumber + plan.SupplyGroup + plan.TariffIndex + plan.KeyRevision + plan.ExpiredKey
            + plan.BaseDate;
        return sum <= 1 + Tolerance
            ? plan
            : throw database.Wrong(FormattableString.Invariant(
                $"the shares of database add up to {sum:0.######}; allowed: 1 at most"));
    }

    private static DeskPlan DeskOf(Setting desk) => new(
        Share(desk, "calls"), Share(desk, "callsInTheDark"), Number(desk, "daysUntilAnswered", 1),
        Number(desk, "explains", 1), Number(desk, "correctsRecord", 1), Share(desk, "replacesTokens"));

    private static VisitPlan VisitsOf(Setting visits, Span span) =>
        new(visits.Has("from") ? DateIn(visits, "from", span) : span.Begins, Share(visits, "perDay"));

    private static Deadline DeadlineOf(Setting deadline, Span span) => new(
        deadline.Has("date") ? DateIn(deadline, "date", span) : span.Ends,
        deadline.Text("then", "nothing") switch
        {
            "no-old-tokens" => AfterDeadline.NoOldTokens,
            "no-sale" => AfterDeadline.NoSale,
            _ => AfterDeadline.Nothing,
        });

    private static void Demand(Setting group, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (group.Find(name) is null) throw group.Wrong($"{name} is missing here");
        }
    }

    private static void DemandWhole(Setting list, string name, double sum)
    {
        if (Math.Abs(sum - 1) > Tolerance)
        {
            throw list.Wrong(FormattableString.Invariant(
                $"the shares of {name} add up to {sum:0.######}; they must add up to 1"));
        }
    }

    private static DateOnly DateIn(Setting group, string name, Span span)
    {
        var date = DateOf(group, name, span.Begins);
        return date >= span.Begins && date <= span.Ends
            ? date
            : throw group.Find(name)!.Wrong(
                $"{name} is {date:yyyy-MM-dd}; allowed: {span.Begins:yyyy-MM-dd} to {span.Ends:yyyy-MM-dd}, the days "
                + "of the plan");
    }

    private static DateOnly DateOf(Setting group, string name, DateOnly otherwise)
    {
        if (group.Find(name) is not { Value: string text } setting) return otherwise;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", out var date))
        {
            return date >= Earliest && date <= Latest
                ? date
                : throw setting.Wrong($"{name} is {text}; allowed: {Earliest:yyyy-MM-dd} to {Latest:yyyy-MM-dd}");
        }

        var why = CalendarSlip.Of(text) is { } slip ? $"; {slip}" : "";
        throw setting.Wrong($"{name} is {setting.Shown}{why}; allowed: a date such as \"2024-06-12\"");
    }

    private static double Share(Setting group, string name) => Number(group, name, 0);

    private static double Number(Setting group, string name, double otherwise) =>
        group.Find(name) is null ? otherwise : (double)group.Number(name, 0);

    /// <summary>What a plan names and cannot be read is a mistake on that line of the plan.</summary>
    private static T Named<T>(Setting setting, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (SettingsException wrong)
        {
            throw setting.Wrong(wrong.Message);
        }
    }

    private readonly record struct Span(DateOnly Begins, DateOnly Ends);
}
