using System.Globalization;

namespace HilBench.Recording;

/// <summary>An event in the words of an engineer, in one line.</summary>
public static class EventWords
{
    public static string Of(RecordedEvent one) => one switch
    {
        GlassSeen glass => $"the glass shows {Words.Of(glass.Lines)}",
        AnswerGiven answer => $"the meter answers {answer.Result}",
        BeepHeard beep => $"the buzzer sounds for {Milliseconds((beep.Until ?? beep.At) - beep.At)}",
        ChipMisused misuse => $"misuse: {misuse.Text}",
        FaultStruck fault => $"the fault strikes: {fault.Text}",
        MeterTold told => $"the meter is told: {told.Text}",
        MeterWanted wanted => $"the meter wants: {wanted.Text}",
        RigCall call => Of(call),
        _ => one.GetType().Name,
    };

    /// <summary>A time since the rig was built, in seconds.</summary>
    public static string Seconds(TimeSpan at) =>
        string.Create(CultureInfo.InvariantCulture, $"{at.TotalSeconds:0.000} s");

    private static string Of(RigCall call)
    {
        var deed = DeedOf(call);
        return call.Saw is { } saw ? $"{deed}: {saw}" : deed;
    }

    private static string DeedOf(RigCall call) => call.Do switch
    {
        RigVerb.Manufacture => "the meter is made",
        RigVerb.Spoil => "the store is spoilt",
        RigVerb.Establish => "the meter behind the port is made ready",
        RigVerb.Press => $"key {call.What}",
        RigVerb.PressFor => $"key {call.What} for {Milliseconds(call.For ?? default)}",
        RigVerb.PressTogether => $"keys {call.What} at once",
        RigVerb.HoldDown => $"key {call.What} goes down and stays",
        RigVerb.LetGo => $"key {call.What} comes up",
        RigVerb.Bounce => $"keys bounce for {Milliseconds(call.For ?? default)}",
        RigVerb.MainsFail => "the mains fails",
        RigVerb.MainsReturn => "the mains returns",
        RigVerb.MainsCarries => $"the mains carries {Number(call.Volts ?? 0)} V",
        RigVerb.PlanCut => $"a cut is planned {Milliseconds(call.For ?? default)} into the next save",
        RigVerb.CancelCut => "the planned cut is cancelled",
        RigVerb.Draw => $"the load draws {Number(call.Watts ?? 0)} W"
            + (call.Unbalance is > 0 and var odd ? $", unbalance {Number(odd)} W" : ""),
        RigVerb.StopLoad => $"the load is to end at {Seconds(call.For ?? default)}",
        RigVerb.Happen => $"it happens: {call.What}",
        RigVerb.Enter => $"token {call.What} by the port",
        RigVerb.Break => call.For is { } after
            ? $"after {Seconds(after)}: {call.Fault}" : $"{call.Fault}",
        RigVerb.Mend => $"the {call.What} is mended",
        RigVerb.Wait => $"{Seconds(call.For ?? default)} pass",
        RigVerb.Settle => "a look at the glass",
        RigVerb.ReadLoadSwitch => "the load switch is",
        RigVerb.ReadStored => "the store holds",
        RigVerb.ReadCredit => "the credit is",
        RigVerb.ReadKeyRevision => "the key revision is",
        RigVerb.IsLit or RigVerb.WatchLamp => $"the {call.What} lamp is",
        RigVerb.Vouch => $"somebody vouches for {call.What}",
        _ => "something a later version knows",
    };

    private static string Milliseconds(TimeSpan time) =>
        string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0.#} ms");

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
