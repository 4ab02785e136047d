using HilBench.Meter;


namespace HilBench.RigFiles;

/// <summary>Every setting of a meter profile, what it means and what it may be.</summary>
internal static class ProfileRules
{
    private const int LongestSeconds = 86_400;

    public static SettingRule Root { get; } = SettingRule.Group(
        "",
        "What differs between makers' meters, as data.",
        [SettingRule.Text("$schema", "For editors: where the schema of this file is."),
        SettingRule.Text("description", "Which meter this is, and where its facts come from."),
        SettingRule.Group(
            "display",
            "The panel the texts are laid out for: 8x1, 16x2, 20x2 or 20x4.",
            SettingRule.Whole("columns", "Characters per line.", 8, 20),
            SettingRule.Whole("lines", "Lines.", 1, 4),
            SettingRule.Choice("idle", "What stands there when nobody uses the meter.", "credit", "credit-bar"),
            SettingRule.Number("fullBarKwh", "A full credit bar stands for this much.", 0.1m, 1_000_000),
            SettingRule.Flag("sevenSegments", "Words are only allowed what seven segments can show.")),
        Words,
        Pad,
        ProfileFront.Buzzer,
        ProfileFront.Leds,
        Entry,
        SettingRule.Number("entryTimeoutSeconds", "Longest pause between two digits.", 1, LongestSeconds),
        SettingRule.Number("resultSeconds", "How long an answer is shown.", 0.1m, LongestSeconds),
        SettingRule.Number("creditSeconds", "How long the credit is shown after an answer.", 0.1m, LongestSeconds),
        SettingRule.Group(
            "refusalBlink",
            "How a refusal blinks; left out = it is shown like any other answer.",
            SettingRule.Number("seconds", "How long it blinks.", 0.1m, 3_600),
            SettingRule.Number("hertz", "How often in a second.", 0.1m, 10),
            SettingRule.Number("blankSeconds", "How long the glass is blank after it.", 0, 3_600)),
        SettingRule.Choice("halfShown", "Which code a half-done key change names.", "awaited", "taken"),
        SettingRule.Choice("codeOrder", "In which order key change codes are taken.", "any", "first-code-first"),
        SettingRule.Number(
            "keyChangeWindowSeconds", "How long a taken code waits for the next; null = for ever.", 1, LongestSeconds)
            with { MayBeNull = true },
        SettingRule.Choice("pendingAtPowerCut", "What becomes of a taken code at a power cut.", "forgotten", "kept"),
        SettingRule.Choice("pendingAtOtherToken", "… when another token comes between.", "forgotten", "kept"),
        Lockout,
        ShortCodes,
        SettingRule.Flag("tamperRefusesCredit", "Whether a latched tamper refuses credit until it is cleared."),
        SettingRule.Choice("keyRevisionWording", "Test 4 shows 1, or 1.2.", "revision", "revision-and-type"),
        SettingRule.Whole("tidStoreSize", "How many tokens the meter remembers.", 1, StoredRecord.MostTids),
        SettingRule.Number("maxCreditKwh", "The most a register of energy can hold.", 0.1m, 99_999_999.9m),
        Currency,
        SettingRule.Whole("saveEveryWattHours", "Credit is saved each time so much has been used.", 1, 100_000),
        SettingRule.Whole(
            "holdUpMilliseconds", "How long the meter can save once it is told that the mains has failed; 0 = never.",
            0, 1_000),
        SettingRule.Group(
            "supply",
            "The mains that the meter is made for.",
            SettingRule.Whole("nominalVolts", "What it is usually connected to.", 1, 1_000),
            SettingRule.Whole("lowestVolts", "The least its own supply works from.", 1, 1_000)),
        SettingRule.Whole("phases", "Phases the meter measures.", 1, 3),
        SettingRule.Number("tripAfterSeconds", "How long a power limit may be exceeded.", 0.1m, LongestSeconds),
        SettingRule.Number("reconnectAfterSeconds", "How long the load switch then stays open.", 1, LongestSeconds),
        .. ProfileService.Rules]);

    private static SettingRule Words => SettingRule.Group(
        "words",
        "What the meter says; each at most a line long.",
        SettingRule.Text("accept", "The token was taken."),
        SettingRule.Text("used", "The token was taken before."),
        SettingRule.Text("old", "The token is older than all the meter remembers."),
        SettingRule.Text("reject", "Every other refusal; {0} is the number of wrong entries in a row."),
        SettingRule.Text("authentication", "A token that does not decipher; left out = reject."),
        SettingRule.Text("locked", "No tokens for a while, after too many wrong ones."),
        SettingRule.Text("incomplete", "Not twenty digits."),
        SettingRule.Text("half", "A key change is half done; {0} is the number of a code."),
        new SettingRule("halves", SettingType.Texts, "Instead of half: a word for each of the four codes."),
        SettingRule.Text("credit", "Stands over the credit after an answer."),
        SettingRule.Text("memoryFault", "The store cannot be trusted."),
        SettingRule.Text("keypadFault", "A key is stuck."),
        SettingRule.Text("overload", "The load switch is open because too much was drawn."),
        SettingRule.Text("overVoltage", "The load switch is open because the mains is too high."),
        SettingRule.Text("underVoltage", "… because it is too low."),
        SettingRule.Text("switchFault", "Current flows through a load switch that was ordered open."),
        SettingRule.Text("tamper", "The load switch is open because of a tamper."),
        SettingRule.Text("notCommissioned", "The meter is not in service yet."),
        SettingRule.Text("emergency", "The credit is lent."),
        SettingRule.Text("noConnection", "A split meter's keypad unit: its measuring unit does not answer."),
        SettingRule.Text("notPaired", "A split meter's keypad unit: it is paired with no meter."),
        SettingRule.Text("otherMeter", "A split meter's keypad unit: it is paired with another meter."),
        SettingRule.Text("paired", "A split meter's keypad unit: it was paired by its keys."));

    private static SettingRule Pad => SettingRule.Group(
        "pad",
        "The keypad.",
        new SettingRule("legend", SettingType.Texts, "What is printed on the keys, one text for each row."),
        SettingRule.Text("enter", "The key that hands a token in; null = there is none.") with { MayBeNull = true },
        SettingRule.Text("backspace", "The key that takes a digit away."));

    private static SettingRule Entry => SettingRule.Group(
        "entry",
        "How digits are typed and shown.",
        SettingRule.Choice("submit", "What hands a token in.", "enter", "twentieth-digit"),
        SettingRule.Number("workSeconds", "How long the meter works on a token, its keypad locked.", 0, 60),
        SettingRule.Choice("layout", "How digits stand on the glass.", "groups", "scroll"),
        SettingRule.Text("separator", "One character between groups of four digits."),
        SettingRule.Flag("counts", "The number of digits stands at the left; with scroll."),
        SettingRule.Number("clearAllWithinSeconds", "A second backspace within it clears all; null = never.", 0.1m, 10)
            with { MayBeNull = true },
        SettingRule.Choice("timeoutShows", "What an entry that timed out is followed by.", "incomplete", "credit"));

    private static SettingRule Lockout => SettingRule.Group(
        "lockout",
        "After so many wrong tokens in a row no more are taken for a while; left out = never.",
        SettingRule.Whole("after", "Wrong tokens in a row; 3 unless given.", 1, 100),
        SettingRule.Number("firstSeconds", "The first lockout, else 10; then doubled each time.", 1, LongestSeconds),
        SettingRule.Number("longestSeconds", "Where the doubling ends; 1280 unless given.", 1, LongestSeconds),
        SettingRule.Choice("counts", "Which refusals count as wrong.", "rejects", "all-refusals"));

    private static SettingRule ShortCodes => new(
        "shortCodes", SettingType.Groups, "Keys that ask the meter something, such as 804 and Enter.")
    {
        Inside =
        [
            SettingRule.Text("keys", "All keys of it, the closing one included: 804#, #078#, i057."),
            SettingRule.Choice("shows", "What the glass answers.", [.. ReadingNames.All.Keys]),
            SettingRule.Choice("does", "What it does instead of showing something.", [.. CodeActionNames.All.Keys]),
            SettingRule.Text("title", "Stands over the answer, where there is room."),
        ],
    };

    private static SettingRule Currency => SettingRule.Group(
        "currency",
        "The register counts money; left out = energy.",
        SettingRule.Text("code", "Stands behind amounts, such as KES."),
        SettingRule.Number("pricePerKwh", "What a kilowatt-hour costs.", 0.00001m, 1_000_000),
        SettingRule.Number("maxCredit", "The most the register can hold.", 0.01m, 1_000_000_000));
}
