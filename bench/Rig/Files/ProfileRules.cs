using HilBench.Meter.Storage;

namespace HilBench.Rig.Files;

/// <summary>Every setting of a meter profile, what it means and what it may be.</summary>
internal static class ProfileRules
{
    private const int LongestSeconds = 86_400;

    public static SettingRule Root { get; } = SettingRule.Group(
        "",
        "What differs between makers' meters, as data.",
        SettingRule.Text("$schema", "For editors: where the schema of this file is."),
        SettingRule.Text("description", "Which meter this is, and where its facts come from."),
        SettingRule.Group(
            "display",
            "The panel the texts are laid out for.",
            SettingRule.Whole("columns", "Characters per line.", 16, 20),
            SettingRule.Whole("lines", "Lines.", 2, 4)),
        SettingRule.Group(
            "words",
            "What the meter says; each at most a line long.",
            SettingRule.Text("accept", "The token was taken."),
            SettingRule.Text("used", "The token was taken before."),
            SettingRule.Text("old", "The token is older than all the meter remembers."),
            SettingRule.Text("reject", "Every other refusal."),
            SettingRule.Text("incomplete", "Not twenty digits."),
            SettingRule.Text("half", "A key change is half done; {0} is the number of a code."),
            SettingRule.Text("credit", "Stands over the credit after an answer."),
            SettingRule.Text("memoryFault", "The store cannot be trusted."),
            SettingRule.Text("keypadFault", "A key is stuck.")),
        SettingRule.Number("entryTimeoutSeconds", "Longest pause between two digits.", 1, LongestSeconds),
        SettingRule.Number("resultSeconds", "How long an answer is shown.", 0.1m, LongestSeconds),
        SettingRule.Number("creditSeconds", "How long the credit is shown after an answer.", 0.1m, LongestSeconds),
        SettingRule.Choice("halfShown", "Which code a half-done key change names.", "awaited", "taken"),
        SettingRule.Choice("codeOrder", "In which order key change codes are taken.", "any", "first-code-first"),
        SettingRule.Number(
            "keyChangeWindowSeconds", "How long a taken code waits for the next; null = for ever.", 1, LongestSeconds)
            with { MayBeNull = true },
        SettingRule.Choice("pendingAtPowerCut", "What becomes of a taken code at a power cut.", "forgotten", "kept"),
        SettingRule.Choice("pendingAtOtherToken", "… when another token comes between.", "forgotten", "kept"),
        SettingRule.Flag("tamperRefusesCredit", "Whether a latched tamper refuses credit until it is cleared."),
        SettingRule.Choice("keyRevisionWording", "Test 4 shows 1, or 1.2.", "revision", "revision-and-type"),
        SettingRule.Whole("tidStoreSize", "How many tokens the meter remembers.", 1, StoredRecord.MostTids),
        SettingRule.Number("maxCreditKwh", "The most the credit register can hold.", 0.1m, 99_999_999.9m),
        SettingRule.Whole("saveEveryWattHours", "Credit is saved each time so much has been used.", 1, 100_000));
}
