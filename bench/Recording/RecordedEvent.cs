using System.Text.Json.Serialization;

namespace HilBench.Recording;

/// <summary>
/// One thing that happened in a scenario. In a file it is one line of JSON; what a later version adds is passed over.
/// Times are in ticks of 100 ns since the rig was built.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is", IgnoreUnrecognizedTypeDiscriminators = true)]
[JsonDerivedType(typeof(RigCall), "call")]
[JsonDerivedType(typeof(GlassSeen), "glass")]
[JsonDerivedType(typeof(AnswerGiven), "answer")]
[JsonDerivedType(typeof(BeepHeard), "beep")]
[JsonDerivedType(typeof(ChipMisused), "misuse")]
[JsonDerivedType(typeof(FaultStruck), "fault")]
[JsonDerivedType(typeof(MeterTold), "told")]
[JsonDerivedType(typeof(MeterWanted), "wanted")]
[JsonDerivedType(typeof(WireNamed), "wire")]
[JsonDerivedType(typeof(LineNamed), "line")]
public record RecordedEvent
{
    /// <summary>When it began.</summary>
    public TimeSpan At { get; init; }

    /// <summary>Its place among all events; what has another place at the same time came before or after it.</summary>
    public long Place { get; init; }

    /// <summary>Which step of the scenario ran, from 0; -1 before the first.</summary>
    public int Step { get; init; }
}

/// <summary>A settled picture on the display.</summary>
public sealed record GlassSeen : RecordedEvent
{
    public required IReadOnlyList<string> Lines { get; init; }
}

/// <summary>The meter answered a token.</summary>
public sealed record AnswerGiven : RecordedEvent
{
    /// <summary>The result code, such as <c>Accept</c>.</summary>
    public required string Result { get; init; }
}

/// <summary>The buzzer sounded.</summary>
public sealed record BeepHeard : RecordedEvent
{
    /// <summary>Null when it had not ended.</summary>
    public TimeSpan? Until { get; init; }
}

/// <summary>The firmware misused a chip.</summary>
public sealed record ChipMisused : RecordedEvent
{
    public required string Text { get; init; }
}

/// <summary>A fault had its first effect.</summary>
public sealed record FaultStruck : RecordedEvent
{
    public required string Text { get; init; }
}

/// <summary>The meter's program was told something: an input of the model.</summary>
public sealed record MeterTold : RecordedEvent
{
    public required string Text { get; init; }
}

/// <summary>The meter's program wanted something done: an effect of the model.</summary>
public sealed record MeterWanted : RecordedEvent
{
    public required string Text { get; init; }

    /// <summary>The record of a save.</summary>
    public byte[]? Image { get; init; }
}

/// <summary>A wire has this name.</summary>
public sealed record WireNamed : RecordedEvent
{
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required int Number { get; init; }

    public required string Name { get; init; }
}

/// <summary>A bus or a link has this name.</summary>
public sealed record LineNamed : RecordedEvent
{
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required int Number { get; init; }

    public required string Name { get; init; }
}
