using HilBench.Meter;
using HilBench.Roles;
using HilBench.Scenarios.World;
using Reqnroll;

namespace HilBench.Scenarios.Steps;

/// <summary>
/// What breaks inside a meter and is found by nobody: pad, display, memory. A scenario in which a fault had no effect
/// is invalid.
/// </summary>
[Binding]
public sealed class FaultSteps(Bench bench, Customer customer, Witness witness)
{
    // ---- keypad ----

    [Needs(Capability.KeypadFaults)]
    [When("row {int} of the keypad breaks")]
    public void WhenARowBreaks(PadWire row) => Break(new Fault(FaultKind.RowBroken) { Number = row.Number });

    [Needs(Capability.KeypadFaults)]
    [When("column {int} of the keypad breaks")]
    public void WhenAColumnBreaks(PadWire column) =>
        Break(new Fault(FaultKind.ColumnBroken) { Number = column.Number });

    /// <summary>Their two wires are joined from now on.</summary>
    [Needs(Capability.KeypadFaults)]
    [When("rows {int} and {int} of the keypad touch")]
    public void WhenRowsTouch(PadWire row, PadWire other) =>
        Break(new Fault(FaultKind.RowsJoined) { Number = row.Number, Other = other.Number });

    [Needs(Capability.KeypadFaults)]
    [When("columns {int} and {int} of the keypad touch")]
    public void WhenColumnsTouch(PadWire column, PadWire other) =>
        Break(new Fault(FaultKind.ColumnsJoined) { Number = column.Number, Other = other.Number });

    /// <summary>At every press and release from now on.</summary>
    [Needs(Capability.KeypadFaults)]
    [When("the key {string} bounces for {int} milliseconds")]
    public void WhenAKeyBounces(KeySequence key, BounceTime time) =>
        Break(new Fault(FaultKind.KeyBounces) { Key = One(key), Time = time.Time });

    /// <summary>The next press of it counts for nothing, the one after it counts, and so on.</summary>
    [Needs(Capability.KeypadFaults)]
    [When("the key {string} works only at every second press")]
    public void WhenAKeyNeedsTwoPresses(KeySequence key) =>
        Break(new Fault(FaultKind.KeyNeedsTwoPresses) { Key = One(key) });

    /// <summary>As "presses", for keys of which the meter may take none.</summary>
    [Needs(Capability.Keys, Capability.KeypadFaults)]
    [When("the customer tries the keys {string}")]
    public void WhenKeysAreTried(KeySequence keys) => customer.TriesKeys(keys.Keys);

    // ---- display ----

    [Needs(Capability.DisplayFaults)]
    [When("the display is unplugged")]
    public void WhenTheDisplayIsUnplugged() => Break(new Fault(FaultKind.DisplayUnplugged));

    [Needs(Capability.DisplayFaults)]
    [When("data line {int} of the display is stuck {word}")]
    public void WhenADataLineIsStuck(DataLine line, LineLevel level) =>
        Break(new Fault(FaultKind.DataLineStuck) { Number = line.Number, IsHigh = level == LineLevel.High });

    [Needs(Capability.DisplayFaults)]
    [When("the display misses {int} enable pulse(s)")]
    public void WhenPulsesAreLost(StrikeCount count) => Break(new Fault(FaultKind.PulsesLost) { Times = count.Value });

    /// <summary>270 kHz is what the data sheet reckons with; 190 kHz is the slowest there is.</summary>
    [Needs(Capability.DisplayFaults)]
    [When("the display's clock runs at {int} kHz")]
    public void WhenTheDisplayIsSlow(KiloHertz speed) =>
        Break(new Fault(FaultKind.SlowOscillator) { Number = speed.Value });

    // ---- memory ----

    /// <summary>Until it is mended.</summary>
    [Needs(Capability.MemoryFaults)]
    [When("the memory refuses everything")]
    public void WhenTheMemoryRefuses() => Break(new Fault(FaultKind.MemoryRefuses));

    [Needs(Capability.MemoryFaults)]
    [When("the memory refuses {int} transfer(s)")]
    public void WhenTheMemoryRefuses(StrikeCount count) =>
        Break(new Fault(FaultKind.MemoryRefuses) { Times = count.Value });

    /// <summary>It takes them and never programs them.</summary>
    [Needs(Capability.MemoryFaults)]
    [When("the memory forgets the next {int} page(s)")]
    public void WhenPagesAreForgotten(StrikeCount count) =>
        Break(new Fault(FaultKind.PageForgotten) { Times = count.Value });

    /// <summary>By itself, wherever the meter does not look at the moment.</summary>
    [Needs(Capability.MemoryFaults)]
    [When("a bit of the {word} copy in the memory flips")]
    public void WhenABitFlips(RecordCopy copy) => Break(new Fault(FaultKind.BitFlipped) { Number = (int)copy });

    /// <summary>It keeps what it holds, whatever is written.</summary>
    [Needs(Capability.MemoryFaults)]
    [When("the memory is worn out")]
    public void WhenTheMemoryIsWorn() => Break(new Fault(FaultKind.MemoryWorn));

    [Needs(Capability.BusFaults)]
    [When("the bus of the memory is stuck low")]
    public void WhenTheBusIsStuck() => Break(new Fault(FaultKind.BusStuck));

    // ---- clock ----

    [Needs(Capability.ClockFaults)]
    [When("the meter's clock stands still for {int} second(s)")]
    public void WhenTheClockStands(Seconds time) => Stand(time.Time);

    [Needs(Capability.ClockFaults)]
    [When("the meter's clock stands still for {int} minute(s)")]
    public void WhenTheClockStands(Minutes time) => Stand(time.Time);

    [Needs(Capability.ClockFaults)]
    [When("the meter's clock jumps ahead by {int} minute(s)")]
    public void WhenTheClockJumps(Minutes time) => Break(new Fault(FaultKind.ClockJumps) { Time = Short(time.Time) });

    // ---- cable ----

    [Needs(Capability.CableFaults)]
    [When("the cable is pulled")]
    public void WhenTheCableIsPulled() => Break(new Fault(FaultKind.CablePulled));

    /// <summary>The next ones that are sent, whoever sends them.</summary>
    [Needs(Capability.CableFaults)]
    [When("noise damages {int} byte(s) on the cable")]
    public void WhenBytesAreDamaged(StrikeCount count) =>
        Break(new Fault(FaultKind.CableNoise) { Times = count.Value });

    /// <summary>The same on the line to a meter's token port.</summary>
    [Needs(Capability.PortNoise)]
    [When("noise damages {int} byte(s) on the line to the token port")]
    public void WhenBytesAreDamagedAtThePort(StrikeCount count) => WhenBytesAreDamaged(count);

    [Needs(Capability.CableFaults)]
    [When("the two ends of the cable run at different rates")]
    public void WhenTheRatesDiffer() => Break(new Fault(FaultKind.CableWrongBaud));

    /// <summary>Whatever arrives of it at the meter.</summary>
    [Needs(Capability.Keys, Capability.CableFaults)]
    [When("all keys of the token are tried")]
    public void WhenTheTokenIsTypedInVain()
    {
        var enter = bench.Profile.Entry.Submit == Submit.EnterKey ? bench.Profile.Pad.Enter : null;
        customer.TriesKeys(bench.Tray.Newest.ToString() + enter);
    }

    // ---- repairs ----

    /// <summary>Keypad, display, memory or cable: all that was broken of it.</summary>
    [When("the {word} is mended")]
    public void WhenAPartIsMended(FaultyPart part)
    {
        witness.LookFromNow();
        bench.Faults.Mend(part);
    }

    private void Stand(TimeSpan time)
    {
        Break(new Fault(FaultKind.ClockStands) { Time = Short(time) });
        bench.Pass(time);
    }

    private static TimeSpan Short(TimeSpan time)
    {
        var most = TimeSpan.FromMilliseconds(FaultLimits.LongestStandMs);
        return time > TimeSpan.Zero && time <= most ? time
            : throw new FeatureMistakeException("a clock stands still or jumps for a day at most, and not for no time");
    }

    private void Break(Fault fault)
    {
        witness.LookFromNow();
        bench.Faults.Inject(fault);
        bench.Rig.Clock.Wait(TimeSpan.Zero);
    }

    private static char One(KeySequence key) => key.Keys.Length == 1
        ? key.Keys[0]
        : throw new FeatureMistakeException($"this is about one key, not about {Excerpt.Of(key.Keys)}");
}
