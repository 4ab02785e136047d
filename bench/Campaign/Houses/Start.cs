using HilBench.Campaign.Plans;
using HilBench.Campaign.Tally;

namespace HilBench.Campaign.Houses;

/// <summary>What is settled about a house before the first day.</summary>
/// <param name="Profile">Index of its meter's profile.</param>
/// <param name="Household">Index of who lives there.</param>
/// <param name="IsEmpty">Nobody is in.</param>
/// <param name="CreditPart">How much of a usual purchase is left.</param>
/// <param name="ReadyDay">When its codes are ready; null = never.</param>
/// <param name="Record">What will be wrong in the records.</param>
/// <param name="ComesForward">The day on which somebody who never bought begins to; null = never.</param>
internal readonly record struct Start(
    int Profile, int Household, bool IsEmpty, double CreditPart, int? ReadyDay, Cause Record, int? ComesForward)
{
    public static Start Of(CampaignPlan plan, Chance chance)
    {
        var home = chance.Home;
        var profile = Pick(Chance.Next(home), plan.Profiles, one => one.Share);
        var household = Pick(Chance.Next(home), plan.Households, one => one.Share);
        var isEmpty = Chance.Happens(home, plan.Empty.Share);
        var credit = Chance.Next(home);
        var ready = ReadyOn(plan, Chance.Next(home));
        var record = Wrong(plan.Database, Chance.Next(home));
        var (forward, when) = (Chance.Next(home), Chance.Next(home));
        var who = plan.Households[household];
        int? comes = who.DaysBetweenPurchases is null && forward < who.ComesForward
            ? plan.DayOf(who.ComesForwardFrom)
                + (int)(when * (who.ComesForwardTo.DayNumber - who.ComesForwardFrom.DayNumber + 1))
            : null;
        return new Start(profile, household, isEmpty, credit, ready, record, comes);
    }

    private static int Pick<T>(double drawn, IReadOnlyList<T> all, Func<T, double> share)
    {
        for (var i = 0; i < all.Count - 1; i++)
        {
            drawn -= share(all[i]);
            if (drawn < 0) return i;
        }

        return all.Count - 1;
    }

    /// <summary>The day on which the schedule reaches this part of the meters.</summary>
    private static int? ReadyOn(CampaignPlan plan, double part)
    {
        var points = plan.Schedule;
        if (part < points[0].Share) return plan.DayOf(points[0].Date);
        for (var i = 1; i < points.Count; i++)
        {
            if (part >= points[i].Share) continue;
            var (from, to) = (points[i - 1], points[i]);
            var days = to.Date.DayNumber - from.Date.DayNumber;
            return plan.DayOf(from.Date) + (int)((part - from.Share) / (to.Share - from.Share) * days);
        }

        return null;
    }

    private static Cause Wrong(DatabasePlan database, double drawn)
    {
        ReadOnlySpan<(double Share, Cause Wrong)> all =
        [
            (database.MeterNumber, Cause.MeterNumber), (database.SupplyGroup, Cause.SupplyGroup),
            (database.TariffIndex, Cause.TariffIndex), (database.KeyRevision, Cause.KeyRevision),
            (database.ExpiredKey, Cause.ExpiredKey), (database.BaseDate, Cause.BaseDate),
        ];
        foreach (var (share, wrong) in all)
        {
            drawn -= share;
            if (drawn < 0) return wrong;
        }

        return Cause.None;
    }
}
