using HilBench.Meter;
using HilBench.Tokens;

namespace HilBench.Campaign.Plans;

/// <summary>
/// A campaign as it is meant to go: who has which meter, who buys when, who is told what, what goes wrong. Shares are
/// 0 to 1; dates are days in UTC.
/// </summary>
internal sealed record CampaignPlan
{
    public required string Name { get; init; }

    public string Description { get; init; } = "";

    /// <summary>How many meters the utility has.</summary>
    public required long Meters { get; init; }

    public required DateOnly Begins { get; init; }

    /// <summary>The last day that is lived.</summary>
    public required DateOnly Ends { get; init; }

    /// <summary>The date the meters were made on, which fills their token stores.</summary>
    public required DateOnly Made { get; init; }

    public required KeyPlan Keys { get; init; }

    public required IReadOnlyList<ProfileShare> Profiles { get; init; }

    public required IReadOnlyList<Household> Households { get; init; }

    public required EmptyHouses Empty { get; init; }

    /// <summary>How large a part of the meters has its codes ready by which day; straight lines between.</summary>
    public required IReadOnlyList<SchedulePoint> Schedule { get; init; }

    public required MessagePlan Messages { get; init; }

    public required PeoplePlan People { get; init; }

    public required MistakePlan Mistakes { get; init; }

    public required DatabasePlan Database { get; init; }

    public required DeskPlan Desk { get; init; }

    public required VisitPlan Visits { get; init; }

    public required Deadline Deadline { get; init; }

    /// <summary>How many days are lived.</summary>
    public int Days => Ends.DayNumber - Begins.DayNumber + 1;

    public int DayOf(DateOnly date) => date.DayNumber - Begins.DayNumber;
}

/// <summary>From which key to which. Two codes, or three when the supply group goes along.</summary>
internal sealed record KeyPlan(
    KeyRevision From, BaseDate FromBase, KeyRevision To, BaseDate ToBase, KeyDerivation Derivation, bool ThreeCodes);

internal sealed record ProfileShare(MeterProfile Profile, double Share);

/// <summary>
/// Those who live alike. <paramref name="DaysBetweenPurchases"/> null = they never buy, and of these
/// <paramref name="ComesForward"/> begin to on a day from the first to the second date.
/// </summary>
internal sealed record Household(
    string Name, double Share, double? DaysBetweenPurchases, double KwhPerDay, double ComesForward,
    DateOnly ComesForwardFrom, DateOnly ComesForwardTo);

/// <summary>Houses in which nobody is, and how many days it takes on average until somebody is.</summary>
internal sealed record EmptyHouses(double Share, double ReturnAfterDays);

internal sealed record SchedulePoint(DateOnly Date, double Share);

/// <summary>How many purchases of a meter come with its codes, and who is sent them without buying.</summary>
internal sealed record MessagePlan(int WithPurchases, IReadOnlyList<SmsPlan> Sms);

/// <summary>Codes by SMS to a share of those whose codes are ready; to all of them, or to who has none yet.</summary>
internal sealed record SmsPlan(DateOnly Date, double Share, bool ToAll);

/// <summary>What people do. <paramref name="Pace"/> multiplies all days between purchases.</summary>
internal sealed record PeoplePlan(
    double Pace, double ActsAtOnce, double ActsOnSms, double DaysUntilTyped, double MinutesBetweenTokens,
    double TriesAgain, double DaysUntilTriedAgain);

/// <summary>How often people slip: per message with codes, per token, or per purchase.</summary>
internal sealed record MistakePlan(
    double WrongOrder, double AllDigitsInOneGo, double DigitWrong, double NeighboursCodes, double UnusedToken);

/// <summary>In which part of the records each thing is wrong once the codes are ready.</summary>
internal sealed record DatabasePlan(
    double MeterNumber, double SupplyGroup, double TariffIndex, double KeyRevision, double ExpiredKey,
    double BaseDate);

internal sealed record DeskPlan(
    double Calls, double CallsInTheDark, double DaysUntilAnswered, double Explains, double CorrectsRecord,
    double ReplacesTokens);

/// <summary>From a date on, this share of the meters that are not updated is visited each day.</summary>
internal sealed record VisitPlan(DateOnly From, double PerDay);

internal sealed record Deadline(DateOnly Date, AfterDeadline Then);

internal enum AfterDeadline
{
    /// <summary>Tokens of the old key are sold as before.</summary>
    Nothing,

    /// <summary>Whoever buys is given codes and a token of the new key.</summary>
    NoOldTokens,

    /// <summary>Whoever has no codes yet is sold nothing.</summary>
    NoSale,
}
