using HilBench.Roles;

namespace HilBench.Scenarios.World;

/// <summary>A row or a column of the pad.</summary>
public readonly record struct PadWire(int Number)
{
    public static PadWire Of(string number) => new((int)WholeNumber.Within(
        number, 1, FaultLimits.LastWire, range => $"rows and columns of a keypad are {range}"));
}

/// <summary>A data line of a display that is wired by its upper four.</summary>
public readonly record struct DataLine(int Number)
{
    public static DataLine Of(string number) => new((int)WholeNumber.Within(
        number, FaultKinds.FirstDataLine, FaultKinds.LastDataLine,
        range => $"the data lines of a display are {range}"));
}

/// <summary>The speed of a display's own clock.</summary>
public readonly record struct KiloHertz(int Value)
{
    public static KiloHertz Of(string number) => new((int)WholeNumber.Within(
        number, FaultLimits.SlowestKiloHertz, FaultLimits.FastestKiloHertz,
        range => $"a display's clock runs at {range} kHz"));
}

/// <summary>How often a fault strikes.</summary>
public readonly record struct StrikeCount(int Value)
{
    public static StrikeCount Of(string number) => new((int)WholeNumber.Within(
        number, 1, FaultLimits.MostTimes, range => $"a fault strikes {range} times"));
}

/// <summary>How long the mains is away, or bounces.</summary>
public readonly record struct DipTime(TimeSpan Time)
{
    public static DipTime Of(string milliseconds) => new(TimeSpan.FromMilliseconds(WholeNumber.Within(
        milliseconds, 1, FaultLimits.LongestDipMs, range => $"the mains dips for {range} milliseconds",
        "for longer: the mains fails")));
}

/// <summary>What the mains dips to.</summary>
public readonly record struct DipVolts(int Value)
{
    public static DipVolts Of(string volts) => new((int)WholeNumber.Within(
        volts, 1, FaultLimits.MostSagVolts, range => $"the mains dips to {range} V",
        "to nothing: the mains dips for 300 milliseconds"));
}

/// <summary>After how many digits of a token something happens.</summary>
public readonly record struct DigitCount(int Value)
{
    private const int Most = 19;

    public static DigitCount Of(string count) => new((int)WholeNumber.Within(
        count, 1, Most, range => $"something happens after {range} digits of a token"));
}

/// <summary>What the mains carries from now on; without any it has failed.</summary>
public readonly record struct MainsVolts(int Value)
{
    public static MainsVolts Of(string volts) => new((int)WholeNumber.Within(
        volts, 1, FaultLimits.MostSagVolts, range => $"the mains stands at {range} V", "without any: the mains fails"));
}
