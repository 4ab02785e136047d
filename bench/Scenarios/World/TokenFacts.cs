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
