namespace HilBench.Recording;

/// <summary>What every version writes must be there: where a name is damaged or missing, JSON reads null.</summary>
internal static class Demands
{
    /// <exception cref="InvalidDataException">Something is missing.</exception>
    public static RecordingHead Whole(RecordingHead? head) => head is
    {
        File: not null, Feature: not null, Title: not null, Tags: not null, Steps: not null, Rig: not null,
        Profile: not null, Keys: not null, Program: not null,
    } && head.Steps.All(step => step is { Keyword: not null, Text: not null })
        ? head with { Steps = [.. head.Steps.Select(step => step.Below is null ? step with { Below = [] } : step)] }
        : throw new InvalidDataException("its head lacks something");

    /// <inheritdoc cref="Whole(RecordingHead)"/>
    public static RecordedEvent Whole(RecordedEvent? one) => one switch
    {
        null or GlassSeen { Lines: null } or AnswerGiven { Result: null } or ChipMisused { Text: null }
            or FaultStruck { Text: null } or MeterTold { Text: null } or MeterWanted { Text: null }
            or WireNamed { Name: null } or LineNamed { Name: null } =>
            throw new InvalidDataException("an event in it lacks something"),
        GlassSeen glass when glass.Lines.Any(line => line is null) =>
            throw new InvalidDataException("a picture in it lacks a line"),
        RigCall { Receipts: { } receipts } when receipts.Any(receipt => receipt is null) =>
            throw new InvalidDataException("a key in it lacks its receipt"),
        RigCall { Do: RigVerb.Break, Fault: null } => throw new InvalidDataException("a fault in it lacks its kind"),
        _ => one,
    };

    /// <inheritdoc cref="Whole(RecordingHead)"/>
    public static RecordingEnd Whole(RecordingEnd? end) => end is { Verdict: not null } ? end
        : throw new InvalidDataException("its end lacks the verdict");
}
