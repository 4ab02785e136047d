using HilBench.Meter;
using HilBench.Tokens;

namespace HilBench.Rig.Files;

/// <summary>Reads a profile file. What the file leaves out is as in <see cref="MeterProfile.Generic"/>.</summary>
internal static class ProfileFile
{
    public static MeterProfile Read(string name, string path)
    {
        var file = SettingsFile.Read(path);
        ProfileRules.Root.Judge(file, "");
        var like = MeterProfile.Generic;
        var display = file.Group("display");
        var size = new DisplaySize(
            display.Whole("columns", like.Display.Columns), display.Whole("lines", like.Display.Lines));
        if ((size.Columns, size.Lines) is not ((16, 2) or (20, 2) or (20, 4)))
            throw display.Wrong($"display is {size.Columns}x{size.Lines}; allowed: 16x2, 20x2, 20x4");
        return like with
        {
            Name = name,
            Display = size,
            Words = WordsOf(file.Group("words"), size),
            EntryTimeout = file.Seconds("entryTimeoutSeconds", like.EntryTimeout),
            ResultTime = file.Seconds("resultSeconds", like.ResultTime),
            CreditTime = file.Seconds("creditSeconds", like.CreditTime),
            HalfShown = file.Text("halfShown", "awaited") == "taken" ? HalfShown.Taken : HalfShown.Awaited,
            CodeOrder = file.Text("codeOrder", "any") == "any" ? CodeOrder.Any : CodeOrder.FirstCodeFirst,
            KeyChangeWindow = WindowOf(file, like),
            PendingAtPowerCut = PendingOf(file, "pendingAtPowerCut", like.PendingAtPowerCut),
            PendingAtOtherToken = PendingOf(file, "pendingAtOtherToken", like.PendingAtOtherToken),
            TamperRefusesCredit = file.Flag("tamperRefusesCredit", like.TamperRefusesCredit),
            KeyRevisionWording = file.Text("keyRevisionWording", "revision") == "revision"
                ? KeyRevisionWording.RevisionAlone
                : KeyRevisionWording.RevisionAndType,
            TidStoreSize = file.Whole("tidStoreSize", like.TidStoreSize),
            MaxCredit = EnergyAmount.FromKwh(file.Number("maxCreditKwh", like.MaxCredit.Kwh)),
            SaveEveryWattHours = file.Whole("saveEveryWattHours", like.SaveEveryWattHours),
        };
    }

    private static TimeSpan? WindowOf(Setting file, MeterProfile like)
    {
        const string name = "keyChangeWindowSeconds";
        if (!file.Has(name)) return like.KeyChangeWindow;
        return file.Find(name) is null ? null : file.Seconds(name, TimeSpan.Zero);
    }

    private static PendingHalf PendingOf(Setting file, string name, PendingHalf otherwise) =>
        file.Find(name) is null ? otherwise
        : file.Text(name, "") == "kept" ? PendingHalf.Kept
        : PendingHalf.Forgotten;

    private static ResultWords WordsOf(Setting words, DisplaySize size)
    {
        var like = new ResultWords();
        string Word(string name, string otherwise)
        {
            var word = words.Text(name, otherwise);
            var isTemplate = name == "half";
            if (isTemplate && !word.Contains("{0}", StringComparison.Ordinal))
                throw (words.Find(name) ?? words).Wrong("words.half must hold {0}, the number of the code");
            var shown = isTemplate ? word.Replace("{0}", "1", StringComparison.Ordinal) : word;
            if (isTemplate && (shown.Contains('{') || shown.Contains('}')))
                throw (words.Find(name) ?? words).Wrong("words.half may hold {0} and no other braces");
            return shown.Length <= size.Columns
                ? word
                : throw (words.Find(name) ?? words).Wrong(
                    $"words.{name} is {shown.Length} characters long; allowed: up to {size.Columns}, a line");
        }

        return new ResultWords
        {
            Accept = Word("accept", like.Accept),
            Used = Word("used", like.Used),
            Old = Word("old", like.Old),
            Reject = Word("reject", like.Reject),
            Incomplete = Word("incomplete", like.Incomplete),
            Half = Word("half", like.Half),
            Credit = Word("credit", like.Credit),
            MemoryFault = Word("memoryFault", like.MemoryFault),
            KeypadFault = Word("keypadFault", like.KeypadFault),
        };
    }
}
