using System.Globalization;
using HilBench.Meter;
using HilBench.Roles;

namespace HilBench.Recording.Looking;

/// <summary>Events in words for people.</summary>
internal static class TimelineWords
{
    public static Subject SubjectOf(RecordedEvent one) => one switch
    {
        RigCall call => SubjectOf(call.Do),
        GlassSeen => Subject.Glass,
        AnswerGiven => Subject.Answers,
        BeepHeard => Subject.Front,
        ChipMisused => Subject.Findings,
        FaultStruck => Subject.Faults,
        MeterTold or MeterWanted => Subject.Meter,
        _ => Subject.Deeds,
    };

    public static string Of(RecordedEvent one) => one switch
    {
        RigCall call => Of(call),
        GlassSeen glass => Glass(glass.Lines),
        AnswerGiven answer => answer.Result,
        BeepHeard { Until: { } until } beep => $"beep of {Milliseconds(until - beep.At)}",
        BeepHeard => "beep that had not ended",
        ChipMisused misuse => misuse.Text,
        FaultStruck fault => $"strikes: {fault.Text}",
        MeterTold told => $"is told: {told.Text}",
        MeterWanted wanted => $"wants: {wanted.Text}",
        _ => "something that a later version has recorded",
    };

    /// <summary>A picture in one line.</summary>
    public static string Glass(IEnumerable<string> lines) => $"│{string.Join('│', lines)}│";

    public static string Seconds(TimeSpan time) => EventWords.Seconds(time);

    public static string Milliseconds(TimeSpan time) =>
        time.TotalMilliseconds.ToString("0.0", CultureInfo.InvariantCulture) + " ms";

    /// <summary>Who saw a key, and how soon.</summary>
    public static string Receipt(PressReceipt receipt) => receipt.SeenAt is { } seen
        ? $"{Witness(receipt.Witness)} after {Milliseconds(seen - receipt.PressedAt)}"
        : $"not delivered: {receipt.WhyNot}";

    public static string Witness(ReceiptWitness witness) => witness switch
    {
        ReceiptWitness.Scanner => "seen by the scanner",
        ReceiptWitness.Model => "taken by the model",
        _ => "seen by nobody",
    };

    private static Subject SubjectOf(RigVerb verb) => verb switch
    {
        RigVerb.Press or RigVerb.PressFor or RigVerb.PressTogether or RigVerb.HoldDown or RigVerb.LetGo
            or RigVerb.Bounce or RigVerb.Enter => Subject.Keys,
        RigVerb.MainsFail or RigVerb.MainsReturn or RigVerb.MainsCarries or RigVerb.PlanCut or RigVerb.CancelCut =>
            Subject.Mains,
        RigVerb.Break or RigVerb.Mend => Subject.Faults,
        RigVerb.Draw or RigVerb.StopLoad or RigVerb.ReadLoadSwitch => Subject.Load,
        RigVerb.IsLit or RigVerb.WatchLamp => Subject.Front,
        RigVerb.Wait or RigVerb.Settle => Subject.Waits,
        RigVerb.ReadStored or RigVerb.ReadCredit or RigVerb.ReadKeyRevision or RigVerb.Vouch => Subject.Asked,
        _ => Subject.Deeds,
    };

    private static string Of(RigCall call) => call.Do switch
    {
        RigVerb.Press => $"key {call.What}: {Receipts(call)}",
        RigVerb.PressFor => $"key {call.What} for {Milliseconds(call.For ?? default)}: {Receipts(call)}",
        RigVerb.PressTogether => $"keys {call.What} together: {Receipts(call)}",
        RigVerb.HoldDown => $"key {call.What} down: {Receipts(call)}",
        RigVerb.Wait => $"{Seconds(call.For ?? call.Took)}",
        RigVerb.Settle => $"{Seconds(call.Took)} until the display stood still",
        RigVerb.IsLit or RigVerb.WatchLamp => $"lamp {call.What}: {call.Saw}",
        RigVerb.StopLoad => $"until {Seconds(call.For ?? default)}",
        RigVerb.ReadLoadSwitch => $"load switch is {call.Saw}",
        RigVerb.ReadStored => $"stored: {call.Saw}",
        RigVerb.ReadCredit => $"credit by the port: {call.Saw}",
        RigVerb.ReadKeyRevision => $"key revision by the port: {call.Saw}",
        RigVerb.Enter => $"token {call.What} by the port: {call.Saw}",
        _ => call.Saw is { } wrong ? $"{Deed(call)}: {wrong}" : Deed(call),
    };

    private static string Deed(RigCall call) => call.Do switch
    {
        RigVerb.LetGo => $"key {call.What} let go",
        RigVerb.Bounce => $"contacts bounce for up to {Milliseconds(call.For ?? default)}",
        RigVerb.MainsFail => "off",
        RigVerb.MainsReturn => "on",
        RigVerb.MainsCarries => string.Create(CultureInfo.InvariantCulture, $"{call.Volts ?? 0} V"),
        RigVerb.PlanCut => $"will fail {Milliseconds(call.For ?? default)} into the next save",
        RigVerb.CancelCut => "will not fail in the next save any more",
        RigVerb.Draw => string.Create(CultureInfo.InvariantCulture, $"{call.Watts ?? 0} W")
            + (call.Unbalance is > 0 and { } unbalance
                ? string.Create(CultureInfo.InvariantCulture, $", phases {unbalance} W apart") : ""),
        RigVerb.Vouch => $"the scenario counts on {call.What}",
        RigVerb.Manufacture => $"made with {Made(call.What)}",
        RigVerb.Spoil => "all that is stored is spoilt",
        RigVerb.Establish => "brought to its beginning by tokens",
        RigVerb.Happen => call.What ?? "",
        RigVerb.Break => call.For is { } after
            ? $"{call.Fault}, in {Seconds(after)}" : $"{call.Fault}",
        RigVerb.Mend => $"{call.What} mended",
        _ => "something that a later version has recorded",
    };

    private static string Receipts(RigCall call) => call.Receipts is { Count: > 0 } receipts
        ? string.Join(", ", receipts.Select(Receipt)) : call.Saw ?? "";

    private static string Made(string? record)
    {
        try
        {
            var stored = StoredRecord.Decode(Convert.FromHexString(record ?? ""));
            return stored is null ? "a record of another version" : Words.Of(stored.Registers);
        }
        catch (FormatException)
        {
            return "a record that cannot be read";
        }
    }
}
