using HilBench.Roles;
using HilBench.Scenarios.World;
using Reqnroll;

namespace HilBench.Scenarios.Steps;

/// <summary>Words and numbers of faults; pure, so that mistakes show before anything runs.</summary>
[Binding]
public static class FaultTransformations
{
    [StepArgumentTransformation]
    public static PadWire Wire(string number) => PadWire.Of(number);

    [StepArgumentTransformation]
    public static DataLine Line(string number) => DataLine.Of(number);

    [StepArgumentTransformation]
    public static KiloHertz Speed(string number) => KiloHertz.Of(number);

    [StepArgumentTransformation]
    public static StrikeCount Strikes(string number) => StrikeCount.Of(number);

    [StepArgumentTransformation]
    public static DipTime Dip(string milliseconds) => DipTime.Of(milliseconds);

    [StepArgumentTransformation]
    public static DipVolts Volts(string number) => DipVolts.Of(number);

    [StepArgumentTransformation]
    public static DigitCount Digits(string count) => DigitCount.Of(count);

    [StepArgumentTransformation]
    public static OtherMeter Meter(string number) => OtherMeter.Of(number);

    [StepArgumentTransformation]
    public static LineLevel Level(string word) => word switch
    {
        "low" => LineLevel.Low,
        "high" => LineLevel.High,
        _ => throw new FormatException($"\"{Excerpt.Of(word)}\" is no level of a line; allowed: low, high"),
    };

    [StepArgumentTransformation]
    public static RecordCopy Copy(string word) => word switch
    {
        "newest" => RecordCopy.Newest,
        "older" => RecordCopy.Older,
        _ => throw new FormatException(
            $"\"{Excerpt.Of(word)}\" is no copy in the memory; allowed: newest, older"),
    };

    [StepArgumentTransformation]
    public static FaultyPart Part(string word) => word switch
    {
        "keypad" => FaultyPart.Keypad,
        "display" => FaultyPart.Display,
        "memory" => FaultyPart.Memory,
        "cable" => FaultyPart.Cable,
        _ => throw new FormatException(
            $"\"{Excerpt.Of(word)}\" cannot be mended; allowed: keypad, display, memory, load switch, cable"),
    };
}

/// <summary>The level a line is stuck at.</summary>
public enum LineLevel
{
    Low,
    High,
}

/// <summary>One of the two copies of a meter's record.</summary>
public enum RecordCopy
{
    Newest = 1,
    Older = 2,
}
