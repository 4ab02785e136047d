using HilBench.RigFiles;

namespace HilBench.Campaign.Plans;

/// <summary>Every setting of a plan, what it means and what it may be.</summary>
internal static class PlanRules
{
    /// <summary>The meter numbers have eight digits of their own.</summary>
    public const int MostMeters = 100_000_000;

    private const int MostDays = 1_000;

    /// <summary>What a what-if may change: all but the size, the days and what was published.</summary>
    private static readonly SettingRule[] Changeable =
    [
        SettingRule.Text("made", "The date the meters were made on, such as \"2016-01-01\"."),
        SettingRule.Group(
            "keys",
            "From which key to which.",
            SettingRule.Whole("fromRevision", "Key revision of the meters.", 1, 9),
            SettingRule.Choice("fromBase", "Base date of the old vending key.", "1993", "2014"),
            SettingRule.Whole("toRevision", "Key revision to move to.", 1, 9),
            SettingRule.Choice("toBase", "Base date of the new vending key.", "2014", "2035"),
            SettingRule.Choice("derivation", "How decoder keys are derived.", "dkga02", "dkga04"),
            SettingRule.Flag("threeCodes", "A third code carries the supply group.")),
        Groups(
            "profiles",
            "Which meters there are; the shares add up to 1.",
            SettingRule.Text("profile", "Meter profile: a name of `profiles/`, or a file beside this one."),
            Share("share", "Their part of all meters.")),
        Groups(
            "households",
            "Who lives behind the meters; the shares add up to 1.",
            SettingRule.Text("name", "A word for them."),
            Share("share", "Their part of all meters."),
            Days("daysBetweenPurchases", "Days between two purchases on average; null = they never buy.", 0.1m)
                with { MayBeNull = true },
            SettingRule.Number("kwhPerDay", "What they use through the meter.", 0, 1_000),
            Share("comesForward", "Of those who never buy: the part that begins to."),
            SettingRule.Text("comesForwardFrom", "First day on which one of them may begin."),
            SettingRule.Text("comesForwardTo", "Last day on which one of them may begin.")),
        SettingRule.Group(
            "emptyHouses",
            "Houses in which nobody is on the first day.",
            Share("share", "Their part of all meters."),
            Days("returnAfterDays", "Days until somebody is there, on average.", 0.1m)),
        Groups(
            "schedule",
            "By which day how many meters have their codes ready; straight lines between.",
            SettingRule.Text("date", "The day, such as \"2024-06-12\"."),
            Share("share", "The part of all meters by then.")),
        SettingRule.Group(
            "messages",
            "Who is given the codes when.",
            SettingRule.Whole("withPurchases", "How many purchases of a meter come with its codes.", 0, 10_000),
            Groups(
                "sms",
                "Codes sent without a purchase.",
                SettingRule.Text("date", "The day."),
                Share("share", "The part of those whose codes are ready."),
                SettingRule.Choice("to", "To those who were given no codes yet, or to all.", "without-codes", "all"))),
        SettingRule.Group(
            "people",
            "What people do.",
            SettingRule.Number("pace", "Multiplies all days between purchases.", 0.01m, 100),
            Share("actsAtOnce", "Who types codes on the day of the purchase they came with."),
            Share("actsOnSms", "Who types codes that came by SMS at all."),
            Days("daysUntilTyped", "Days until the others type, on average.", 0),
            SettingRule.Number("minutesBetweenTokens", "Minutes between two tokens, on average.", 0, 1_440),
            Share("triesAgain", "Who types again after a refusal."),
            Days("daysUntilTriedAgain", "Days until who gave up tries again, on average.", 0)),
        SettingRule.Group(
            "mistakes",
            "How often people slip.",
            Share("wrongOrder", "Who begins with another number than code 1."),
            Share("allDigitsInOneGo", "Who types all numbers without a pause."),
            Share("digitWrong", "How many tokens are typed with one digit wrong."),
            Share("neighboursCodes", "Who types the codes of the neighbour."),
            Share("unusedToken", "How many tokens bought are put away, to be typed when the credit has run out.")),
        SettingRule.Group(
            "database",
            "In which part of the vending records this is wrong once the codes are ready; 1 in sum at most.",
            Share("meterNumber", "The number is the neighbour's."),
            Share("supplyGroup", "Another supply group."),
            Share("tariffIndex", "Another tariff index."),
            Share("keyRevision", "The meter is taken for updated: no codes, tokens of the new key."),
            Share("expiredKey", "The codes carry a key expiry that is past."),
            Share("baseDate", "Tokens of the new key count from the old base date.")),
        SettingRule.Group(
            "helpDesk",
            "Who calls, and what comes of it.",
            Share("calls", "Who calls after a refusal."),
            Share("callsInTheDark", "Who calls after a refusal when the credit has run out."),
            Days("daysUntilAnswered", "Days until there is help, on average.", 0),
            Share("explains", "Calls after which the customer types without a slip."),
            Share("correctsRecord", "Calls about a wrong record after which it is right."),
            Share("replacesTokens", "Calls about a worthless token that end with a new one.")),
        SettingRule.Group(
            "visits",
            "Technicians who read the meter, correct the record and type the codes.",
            SettingRule.Text("from", "The first day."),
            Share("perDay", "The part of the meters still to be updated that is visited each day.")),
        SettingRule.Group(
            "deadline",
            "What the utility does after a day.",
            SettingRule.Text("date", "The last day before it."),
            SettingRule.Choice(
                "then", "no-old-tokens = whoever buys gets codes and a token of the new key; no-sale = whoever has no "
                + "codes yet gets nothing.", "nothing", "no-old-tokens", "no-sale")),
    ];

    public static SettingRule Root { get; } = SettingRule.Group(
        "",
        "A campaign that moves meters to new keys.",
        [
            SettingRule.Text("$schema", "For editors: where the schema of this file is."),
            SettingRule.Text("description", "One line about the plan."),
            SettingRule.Whole("meters", "How many meters the utility has.", 1, MostMeters),
            SettingRule.Text("begins", "The first day, such as \"2024-06-12\"."),
            SettingRule.Text("ends", "The last day that is lived."),
            .. Changeable,
            Groups(
                "published",
                "What was published, to compare with.",
                SettingRule.Text("date", "The day it speaks of."),
                SettingRule.Choice("what", "Meters updated, or meters that never bought.", "updated", "never-bought"),
                SettingRule.Whole("figure", "How many meters.", 0, MostMeters),
                SettingRule.Choice("use", "Whether the plan was fitted on it.", "fit", "predict")),
            Groups(
                "fit",
                "What `--fit` may change, each for one published figure.",
                SettingRule.Text("setting", "Its path, such as \"people.pace\" or \"schedule[1].share\"."),
                SettingRule.Number("least", "The least it may be.", 0, 10_000),
                SettingRule.Number("most", "The most it may be.", 0, 10_000),
                SettingRule.Text("date", "The day of the published figure.")),
            Groups(
                "whatIfs",
                "The same plan with something changed, lived beside it with the same seeds.",
                SettingRule.Text("name", "A word for it."),
                SettingRule.Text("description", "One line about it."),
                SettingRule.Group("changes", "Settings that are different.", Changeable)),
        ]);

    private static SettingRule Groups(string name, string meaning, params SettingRule[] inside) =>
        new(name, SettingType.Groups, meaning) { Inside = inside };

    private static SettingRule Share(string name, string meaning) => SettingRule.Number(name, meaning, 0, 1);

    private static SettingRule Days(string name, string meaning, decimal least) =>
        SettingRule.Number(name, meaning, least, MostDays);
}
