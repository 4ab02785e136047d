using HilBench.Tokens;

namespace HilBench.Scenarios.World;

/// <summary>The register a clear credit token is for; 65535 is all of them.</summary>
public readonly record struct ClearedRegister(ushort Value)
{
    /// <exception cref="FormatException">No token carries such a number.</exception>
    public static ClearedRegister Of(string number) => new((ushort)WholeNumber.Within(
        number, 0, ushort.MaxValue, range => $"a clear credit token is for register {range}"));
}

/// <summary>The number of a test; how many tests there are depends on the kind of token.</summary>
public readonly record struct TestNumber(int Value)
{
    private const int Most = 36;

    /// <exception cref="FormatException">No token has such a test.</exception>
    public static TestNumber Of(string number) =>
        new((int)WholeNumber.Within(number, 0, Most, range => $"a token is for test {range}", "0 is all tests"));
}

/// <summary>The code of a meter's maker, of two or four digits.</summary>
public readonly record struct MakerCode(int Value)
{
    private const int Most = 9_999;

    /// <exception cref="FormatException">No maker has it.</exception>
    public static MakerCode Of(string code) =>
        new((int)WholeNumber.Within(code, 0, Most, range => $"a maker's code is {range}"));
}

/// <summary>The class of a token that the meter has no use for; class 3 is none that could be written.</summary>
public readonly record struct OddClass(TokenClass Class)
{
    /// <exception cref="FormatException">No token has it.</exception>
    public static OddClass Of(string number) =>
        new((TokenClass)WholeNumber.Within(number, 0, 2, range => $"the class of a token is {range}"));
}

/// <summary>The sub-class of such a token.</summary>
public readonly record struct OddSubClass(int Value)
{
    private const int Last = 15;

    /// <exception cref="FormatException">No token has it.</exception>
    public static OddSubClass Of(string number) =>
        new((int)WholeNumber.Within(number, 0, Last, range => $"the sub-class of a token is {range}"));
}

/// <summary>The last sixteen bits of a token's data.</summary>
public readonly record struct RawValue(ushort Value)
{
    /// <exception cref="FormatException">It does not fit them.</exception>
    public static RawValue Of(string number) =>
        new((ushort)WholeNumber.Within(number, 0, ushort.MaxValue, range => $"the value of a token is {range}"));
}

/// <summary>How often something was counted.</summary>
public readonly record struct EventCount(int Value)
{
    /// <exception cref="FormatException">No meter counts so far.</exception>
    public static EventCount Of(string count) => new((int)WholeNumber.Within(
        count, 0, Meter.MeterEvents.MostOperations, range => $"a meter counts {range} events"));
}
