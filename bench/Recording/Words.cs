using System.Globalization;
using HilBench.Meter;
using HilBench.Roles;

namespace HilBench.Recording;

/// <summary>What happens at a meter, in words that are compared and shown.</summary>
internal static class Words
{
    public const string Delivered = "seen";
    public const string NotDelivered = "not delivered";
    public const string Planned = "planned";
    public const string NotPlanned = "not planned";
    public const string NoRecord = "no whole record";

    public static string Of(MeterInput input) => input switch
    {
        MeterInput.PowerUp => "power up",
        MeterInput.PowerDown => "power down",
        MeterInput.PowerFailing => "power failing",
        MeterInput.PowerRecovered => "power recovered",
        MeterInput.KeyPressed key => $"key {key.Key}",
        MeterInput.KeyStuck key => $"key {key.Key} stuck",
        MeterInput.TokenReceived token => $"token {token.Digits}",
        MeterInput.LoadDraws load => $"load {Number(load.Power.Value)} W, unbalance {Number(load.Unbalance.Value)} W",
        MeterInput.MainsVoltage mains => $"mains {mains.Voltage}",
        MeterInput.SwitchLeaks leak => $"{Number(leak.Power.Value)} W through the open switch",
        MeterInput.CoverOpened => "cover opened",
        MeterInput.TerminalCoverOpened => "terminal cover opened",
        MeterInput.TimePassed => "time",
        MeterInput.SaveFailed save => $"save failed in slot {Number(save.Slot)}",
        _ => input.GetType().Name,
    };

    /// <summary>
    /// What <see cref="Of(MeterInput)"/> says, for what a scenario can let happen; null for the rest.
    /// </summary>
    public static MeterInput? InputOf(string words)
    {
        if (words == "cover opened") return new MeterInput.CoverOpened();
        if (words == "terminal cover opened") return new MeterInput.TerminalCoverOpened();
        if (words.StartsWith("token ", StringComparison.Ordinal)) return new MeterInput.TokenReceived(words[6..]);
        if (words.StartsWith("key ", StringComparison.Ordinal) && words.Length == 5)
            return new MeterInput.KeyPressed(words[4]);
        return null;
    }

    public static string Of(Effect effect) => effect switch
    {
        Effect.Save save => $"save in slot {Number(save.Slot)}: {Of(StoredRecord.Decode(save.Image.Span))}",
        Effect.SwitchLoad load => $"load switch {Of(load.Position)}",
        Effect.Show show => $"show {Of(show.Text.Lines)}",
        Effect.Light light => $"lamps: low credit {Of(light.Leds.LowCredit)}, load {Of(light.Leds.Load)}, "
            + $"fault {Of(light.Leds.Fault)}",
        Effect.Sound sound => $"sound {sound.Pattern}",
        Effect.Answer answer => $"answer {answer.Result}",
        _ => effect.GetType().Name,
    };

    public static string Of(IEnumerable<string> lines) =>
        $"\"{string.Join(" | ", lines.Select(line => line.TrimEnd()))}\"";

    /// <summary>The lines of <see cref="Of(IEnumerable{string})"/>, without the blanks at their ends.</summary>
    public static IReadOnlyList<string> LinesOf(string shown) => shown.Trim('"').Split(" | ");

    public static string Of(StoredRecord? record) => record is null ? NoRecord
        : string.Create(CultureInfo.InvariantCulture,
            $"{Of(record.Registers)}, number {record.Sequence}");

    /// <summary>All that a meter keeps, without how often it was saved and without key or token identifiers.</summary>
    public static string Of(MeterRegisters registers)
    {
        var key = registers.Key;
        string?[] parts =
        [
            $"credit {Number(registers.Credit.Raw)} mJ",
            $"delivered {Number(registers.DeliveredMillijoules)} mJ",
            $"key revision {key.Revision} type {Number((int)key.Type)} tariff {key.TariffIndex} "
                + $"group {key.SupplyGroup}",
            $"load switch {Of(registers.LoadSwitch)}",
            registers.Trip == TripCause.None ? null : $"tripped by {registers.Trip}",
            registers.TamperLatched ? "tampered" : null,
            registers.IsCommissioned ? null : "not commissioned",
            registers.SwitchFailed ? "the switch has failed" : null,
            registers.Owed.IsEmpty ? null : $"owed {Number(registers.Owed.Raw)} mJ",
            registers.Events == MeterEvents.None ? null : $"counted {Of(registers.Events)}",
            registers.MaximumPower is { } most ? $"limit {Number(most.Value)} W" : null,
            registers.UnbalanceLimit is { } unbalance ? $"unbalance limit {Number(unbalance.Value)} W" : null,
        ];
        return string.Join(", ", parts.Where(part => part is not null));
    }

    private static string Of(MeterEvents events) => string.Join(
        " ", Enum.GetValues<MeterEvent>().Select(what => Number(events[what])));

    public static string Of(LoadSwitchPosition position) =>
        position == LoadSwitchPosition.Closed ? "closed" : "open";

    public static string Of(LedLight light) => light.ToString().ToLowerInvariant();

    public static string Of(IEnumerable<PressReceipt> receipts) =>
        string.Join(", ", receipts.Select(receipt => receipt.IsDelivered ? Delivered : NotDelivered));

    /// <summary>A deed that was not possible.</summary>
    public static string Of(Exception wrong) => wrong is StimulusNotDeliveredException
        ? $"{NotDelivered}: {wrong.Message}"
        : $"{wrong.GetType().Name}: {wrong.Message}";

    private static string Number(Int128 value) => value.ToString(CultureInfo.InvariantCulture);
}
