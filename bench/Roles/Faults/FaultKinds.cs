using System.Globalization;

namespace HilBench.Roles;

/// <summary>What there is to know about a kind of fault.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Name">Its name in a rig file.</param>
/// <param name="Part">What it breaks.</param>
/// <param name="Capability">What a rig must have for it (<see cref="Capability"/>).</param>
/// <param name="InWords">The fault in an engineer's words.</param>
/// <param name="WhyNot">What did not happen, when it has not struck.</param>
public sealed record FaultInfo(
    FaultKind Kind, string Name, FaultyPart Part, string Capability, Func<Fault, string> InWords, string WhyNot);

/// <summary>All kinds of faults: the one list that sentences, rig files and receipts go by.</summary>
public static class FaultKinds
{
    public const int FirstDataLine = 4;
    public const int LastDataLine = 7;

    private const string NoPress = "no key on it was pressed";
    private const string NothingSent = "the meter sent the display nothing";
    private const string NoTransfer = "the meter did not use its memory";
    private const string NoWrite = "the meter wrote nothing into its memory";
    private const string NoOrder = "the meter gave the switch no order that it did not follow";
    private const string NoByte = "nothing was sent through the cable";
    private const string NoLook = "the meter did not look at its clock";
    private const string NotOpen = "the meter had no mains while it was open";
    private const string NoSag = "the mains was off, or had no more than that";
    private const string NoFrame = "nothing was sent over the line";
    private const string MainsOff = "the mains was off";

    public static IReadOnlyList<FaultInfo> All { get; } =
    [
        Keypad(FaultKind.RowBroken, "row-broken", fault => $"row {fault.Number} of the keypad is broken", NoPress),
        Keypad(
            FaultKind.ColumnBroken, "column-broken",
            fault => $"column {fault.Number} of the keypad is broken", NoPress),
        Keypad(
            FaultKind.RowsJoined, "rows-joined",
            fault => $"rows {fault.Number} and {fault.Other} of the keypad touch", NoPress),
        Keypad(
            FaultKind.ColumnsJoined, "columns-joined",
            fault => $"columns {fault.Number} and {fault.Other} of the keypad touch", NoPress),
        Keypad(
            FaultKind.KeyBounces, "key-bounces", fault => $"key {fault.Key} bounces for {Ms(fault.Time)}",
            "it was not pressed"),
        Keypad(FaultKind.KeySticks, "key-sticks", fault => $"key {fault.Key} sticks", "it did not go down"),
        Keypad(
            FaultKind.KeyNeedsTwoPresses, "key-needs-two-presses",
            fault => $"key {fault.Key} works at every second press", "it was not pressed"),
        Display(FaultKind.DisplayUnplugged, "display-unplugged", _ => "the display is unplugged", NothingSent),
        Display(
            FaultKind.DataLineStuck, "data-line-stuck",
            fault => $"data line {fault.Number} of the display is stuck {(fault.IsHigh ? "high" : "low")}",
            "nothing that the meter sent needed the other level"),
        Display(
            FaultKind.PulsesLost, "pulses-lost",
            fault => $"the display misses {Count(fault.Times, "enable pulse")}", NothingSent),
        Display(
            FaultKind.SlowOscillator, "slow-oscillator", fault => $"the display's clock runs at {fault.Number} kHz",
            NothingSent),
        Memory(
            FaultKind.MemoryRefuses, "memory-refuses",
            fault => fault.Times == 0
                ? "the memory refuses every transfer"
                : $"the memory refuses {Count(fault.Times, "transfer")}", NoTransfer),
        Memory(
            FaultKind.PageForgotten, "page-forgotten", fault => $"the memory forgets {Count(fault.Times, "page")}",
            NoWrite),
        Memory(
            FaultKind.BitFlipped, "bit-flipped",
            fault => $"a bit of the {(fault.Number == 1 ? "newest" : "older")} copy in the memory flips",
            "the memory has no such copy"),
        Memory(FaultKind.MemoryWorn, "memory-worn", _ => "the memory is worn out", NoWrite),
        new(
            FaultKind.BusStuck, "bus-stuck", FaultyPart.Memory, Roles.Capability.BusFaults,
            _ => "the bus of the memory is stuck low", NoTransfer),
        Mains(FaultKind.MainsDips, "mains-dips", fault => $"the mains dips for {Ms(fault.Time)}"),
        new(
            FaultKind.MainsSags, "mains-sags", FaultyPart.Mains, Roles.Capability.MainsVoltage,
            fault => $"the mains dips to {fault.Number} V for {Ms(fault.Time)}", NoSag),
        Mains(
            FaultKind.MainsFlickers, "mains-flickers",
            fault => $"the mains flickers {Count(fault.Times, "time")} in {Ms(fault.Time)}"),
        Mains(
            FaultKind.MainsBounces, "mains-bounces",
            fault => $"the returning mains bounces {Count(fault.Times, "time")} in {Ms(fault.Time)}"),
        Switch(FaultKind.SwitchWelded, "switch-welded", "the load switch is welded"),
        Switch(FaultKind.SwitchDead, "switch-dead", "the load switch is dead"),
        new(
            FaultKind.CoverOpened, "cover-opened", FaultyPart.Cover, Roles.Capability.Cover,
            _ => "the cover is opened", NotOpen),
        new(
            FaultKind.TerminalCoverOpened, "terminal-cover-opened", FaultyPart.TerminalCover, Roles.Capability.Cover,
            _ => "the terminal cover is opened", NotOpen),
        Clock(FaultKind.ClockStands, "clock-stands", fault => $"the meter's clock stands still for {Ms(fault.Time)}"),
        Clock(FaultKind.ClockJumps, "clock-jumps", fault => $"the meter's clock jumps ahead by {Ms(fault.Time)}"),
        Cable(FaultKind.CablePulled, "cable-pulled", _ => "the cable is pulled"),
        Cable(
            FaultKind.CableNoise, "cable-noise", fault => $"noise damages {Count(fault.Times, "byte")} on the cable"),
        Cable(FaultKind.CableWrongBaud, "cable-wrong-baud", _ => "the cable's two ends run at different rates"),
        Split(FaultKind.LineLost, "line-lost", FaultyPart.Line, _ => "the line to the measuring unit is lost", NoFrame),
        Split(
            FaultKind.AnswersLost, "answers-lost", FaultyPart.Line,
            fault => $"{Count(fault.Times, "answer")} of the measuring unit {(fault.Times == 1 ? "is" : "are")} lost",
            "it answered no entry"),
        Split(
            FaultKind.LineNoise, "line-noise", FaultyPart.Line,
            fault => $"noise damages {Count(fault.Times, "byte")} on the line to the measuring unit", NoFrame),
        Split(
            FaultKind.PairedWrongly, "paired-wrongly", FaultyPart.Pairing,
            fault => fault.Meter is { Length: > 0 } meter
                ? $"the keypad unit is paired with meter {meter}" : "the keypad unit is paired with no meter",
            "it has sent nothing to that meter"),
        Split(
            FaultKind.BatteriesLow, "batteries-low", FaultyPart.Batteries,
            _ => "the batteries of the keypad unit are low", "it has not measured them"),
        Split(
            FaultKind.BatteriesFlat, "batteries-flat", FaultyPart.Batteries,
            _ => "the batteries of the keypad unit are flat", "it had no power before"),
    ];

    public static FaultInfo Of(FaultKind kind) => All.First(one => one.Kind == kind);

    /// <summary>A part as people call it.</summary>
    public static string InWords(FaultyPart part) => part switch
    {
        FaultyPart.LoadSwitch => "load switch",
        FaultyPart.TerminalCover => "terminal cover",
        FaultyPart.Clock => "meter's clock",
        FaultyPart.Line => "line to a measuring unit",
        FaultyPart.Pairing => "pairing of a keypad unit",
        _ => part.ToString().ToLowerInvariant(),
    };

    private static FaultInfo Keypad(FaultKind kind, string name, Func<Fault, string> words, string whyNot) =>
        new(kind, name, FaultyPart.Keypad, Roles.Capability.KeypadFaults, words, whyNot);

    private static FaultInfo Display(FaultKind kind, string name, Func<Fault, string> words, string whyNot) =>
        new(kind, name, FaultyPart.Display, Roles.Capability.DisplayFaults, words, whyNot);

    private static FaultInfo Memory(FaultKind kind, string name, Func<Fault, string> words, string whyNot) =>
        new(kind, name, FaultyPart.Memory, Roles.Capability.MemoryFaults, words, whyNot);

    private static FaultInfo Mains(FaultKind kind, string name, Func<Fault, string> words) =>
        new(kind, name, FaultyPart.Mains, Roles.Capability.MainsFaults, words, MainsOff);

    private static FaultInfo Switch(FaultKind kind, string name, string words) =>
        new(kind, name, FaultyPart.LoadSwitch, Roles.Capability.SwitchFaults, _ => words, NoOrder);

    private static FaultInfo Clock(FaultKind kind, string name, Func<Fault, string> words) =>
        new(kind, name, FaultyPart.Clock, Roles.Capability.ClockFaults, words, NoLook);

    private static FaultInfo Cable(FaultKind kind, string name, Func<Fault, string> words) =>
        new(kind, name, FaultyPart.Cable, Roles.Capability.CableFaults, words, NoByte);

    private static FaultInfo Split(
        FaultKind kind, string name, FaultyPart part, Func<Fault, string> words, string whyNot) =>
        new(kind, name, part, Roles.Capability.Split, words, whyNot);

    private static string Ms(TimeSpan time) =>
        string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:#,0.#} ms");

    private static string Count(int times, string noun) => times == 1
        ? $"one {noun}" : string.Create(CultureInfo.InvariantCulture, $"{times} {noun}s");
}
