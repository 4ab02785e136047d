using HilBench.Meter;
using HilBench.Tokens;

namespace HilBench.RigFiles;

/// <summary>Reads a profile file. What the file leaves out is as in <see cref="MeterProfile.Generic"/>.</summary>
internal static class ProfileFile
{
    private const int CurrencyUnits = 100_000;
    private const int BarLines = 4;

    public static MeterProfile Read(string name, Setting file)
    {
        ProfileRules.Root.Judge(file, "");
        var like = MeterProfile.Generic;
        var display = file.Group("display");
        var size = SizeOf(display, like.Display);
        var pad = ProfilePad.Read(file.Group("pad"));
        var accounting = AccountingOf(file, display);
        return ProfileService.Read(file, like with
        {
            Name = name,
            Display = size,
            Idle = IdleOf(display, size),
            FullBar = EnergyAmount.FromKwh(display.Number("fullBarKwh", like.FullBar.Kwh)),
            Words = new ProfileWords(file.Group("words"), size, display.Flag("sevenSegments", false)).Read(),
            Pad = pad,
            Buzzer = ProfileFront.ReadBuzzer(file),
            Leds = ProfileFront.ReadLeds(file, accounting.IsCurrency),
            Entry = ProfilePad.ReadEntry(file.Group("entry"), pad),
            EntryTimeout = file.Seconds("entryTimeoutSeconds", like.EntryTimeout),
            ResultTime = file.Seconds("resultSeconds", like.ResultTime),
            CreditTime = file.Seconds("creditSeconds", like.CreditTime),
            RefusalBlink = BlinkOf(file),
            HalfShown = file.Text("halfShown", "awaited") == "taken" ? HalfShown.Taken : HalfShown.Awaited,
            CodeOrder = file.Text("codeOrder", "any") == "any" ? CodeOrder.Any : CodeOrder.FirstCodeFirst,
            KeyChangeWindow = WindowOf(file, like),
            PendingAtPowerCut = PendingOf(file, "pendingAtPowerCut", like.PendingAtPowerCut),
            PendingAtOtherToken = PendingOf(file, "pendingAtOtherToken", like.PendingAtOtherToken),
            Lockout = LockoutOf(file),
            ShortCodes = ProfilePad.ReadShortCodes(file.Groups("shortCodes"), pad),
            TamperRefusesCredit = file.Flag("tamperRefusesCredit", like.TamperRefusesCredit),
            KeyRevisionWording = file.Text("keyRevisionWording", "revision") == "revision"
                ? KeyRevisionWording.RevisionAlone
                : KeyRevisionWording.RevisionAndType,
            TidStoreSize = file.Whole("tidStoreSize", like.TidStoreSize),
            Accounting = accounting,
            MaxCredit = EnergyAmount.FromKwh(file.Number("maxCreditKwh", like.MaxCredit.Kwh)),
            SaveEveryWattHours = file.Whole("saveEveryWattHours", like.SaveEveryWattHours),
            HoldUp = TimeSpan.FromMilliseconds(
                file.Whole("holdUpMilliseconds", (int)like.HoldUp.TotalMilliseconds)),
            Supply = SupplyOf(file.Group("supply"), like.Supply),
            Phases = file.Whole("phases", like.Phases),
            Overload = new OverloadRule
            {
                TripAfter = file.Seconds("tripAfterSeconds", like.Overload.TripAfter),
                ReconnectAfter = file.Seconds("reconnectAfterSeconds", like.Overload.ReconnectAfter),
            },
        });
    }

    private static DisplaySize SizeOf(Setting display, DisplaySize like)
    {
        var size = new DisplaySize(display.Whole("columns", like.Columns), display.Whole("lines", like.Lines));
        return (size.Columns, size.Lines) is (8, 1) or (16, 2) or (20, 2) or (20, 4)
            ? size
            : throw display.Wrong($"display is {size.Columns}x{size.Lines}; allowed: 8x1, 16x2, 20x2, 20x4");
    }

    private static IdleStyle IdleOf(Setting display, DisplaySize size)
    {
        if (display.Text("idle", "credit") == "credit") return IdleStyle.CreditAlone;
        return size.Lines >= BarLines
            ? IdleStyle.CreditBar
            : throw display.Wrong(
                $"display.idle is \"credit-bar\", which wants {BarLines} lines; there are {size.Lines}");
    }

    private static SupplyRange SupplyOf(Setting supply, SupplyRange like)
    {
        var range = new SupplyRange
        {
            Nominal = new Volts(supply.Whole("nominalVolts", like.Nominal.Value)),
            Lowest = new Volts(supply.Whole("lowestVolts", like.Lowest.Value)),
        };
        return range.Lowest < range.Nominal
            ? range
            : throw supply.Wrong(
                $"supply.lowestVolts is {range.Lowest.Value}; it must be less than the nominal {range.Nominal}");
    }

    private static RefusalBlink? BlinkOf(Setting file)
    {
        if (file.Find("refusalBlink") is not { } blink) return null;
        var half = TimeSpan.FromSeconds((double)(0.5m / blink.Number("hertz", 1)));
        return new RefusalBlink(
            blink.Seconds("seconds", TimeSpan.FromSeconds(10)), half, blink.Seconds("blankSeconds", TimeSpan.Zero));
    }

    private static LockoutRule? LockoutOf(Setting file)
    {
        if (file.Find("lockout") is not { } lockout) return null;
        var first = lockout.Seconds("firstSeconds", TimeSpan.FromSeconds(10));
        var longest = lockout.Seconds("longestSeconds", TimeSpan.FromSeconds(1280));
        if (longest < first) throw lockout.Wrong("lockout.longestSeconds is less than firstSeconds");
        var counts = lockout.Text("counts", "rejects") == "rejects" ? LockoutCounts.Rejects : LockoutCounts.AllRefusals;
        return new LockoutRule(lockout.Whole("after", 3), first, longest, counts);
    }

    private static Accounting AccountingOf(Setting file, Setting display)
    {
        if (file.Find("currency") is not { } currency)
            return display.Flag("sevenSegments", false) ? Accounting.BareEnergy : Accounting.Energy;
        var price = currency.Number("pricePerKwh", 0) * CurrencyUnits;
        if (price < 1 || price != decimal.Truncate(price))
            throw currency.Wrong("currency.pricePerKwh is missing, or finer than 0.00001 of the currency");
        var most = currency.Number("maxCredit", 1_000_000) * CurrencyUnits;
        return Accounting.Currency(currency.Text("code", ""), (long)price, (long)most);
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
}
