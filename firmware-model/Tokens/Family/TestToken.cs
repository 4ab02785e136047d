namespace HilBench.Tokens;

/// <summary>
/// Class 1, in the clear, the same for any meter. Sub-class 0: control 36 | maker 8; sub-class 1: control 28 |
/// maker 16; sub-class 2 (extended read): control 36 | 8 zero bits. Maker 0 means any; a maker's code is carried as
/// the binary value of its decimal digits (an assumption: the public sources do not say).
/// </summary>
public sealed record TestToken(int SubClass, ulong Control, int ManufacturerCode) : Token
{
    public override TokenClass Class => TokenClass.Test;

    public override int SubClass { get; } = SubClass is >= 0 and <= 2
        ? SubClass
        : throw new ArgumentOutOfRangeException(nameof(SubClass), "Test tokens have sub-class 0, 1 or 2.");

    private protected override ulong Data
    {
        get
        {
            var makerBits = ClearToken.DataBits - ControlBits(SubClass);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(Control, AllTests(SubClass), nameof(Control));
            ArgumentOutOfRangeException.ThrowIfNegative(ManufacturerCode);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(
                (ulong)ManufacturerCode, (1UL << makerBits) - 1, nameof(ManufacturerCode));
            return (Control << makerBits) | (uint)ManufacturerCode;
        }
    }

    public static int ControlBits(int subClass) => subClass == 1 ? 28 : 36;

    /// <summary>The control of test 0: every test.</summary>
    public static ulong AllTests(int subClass) => (1UL << ControlBits(subClass)) - 1;

    /// <summary>The token of one test by its number (docs/sts.md, class 1); test 0 is all of them.</summary>
    public static TestToken OfTest(int number, int subClass = 0, int manufacturerCode = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, ControlBits(subClass));
        return new TestToken(subClass, number == 0 ? AllTests(subClass) : 1UL << (number - 1), manufacturerCode);
    }

    /// <summary>True when the control asks for this test, alone or among others.</summary>
    public bool AsksFor(int number) => (Control >> (number - 1) & 1) != 0;

    internal static TestToken Read(ClearToken clear)
    {
        var makerBits = ClearToken.DataBits - ControlBits(clear.SubClass);
        return new TestToken(
            clear.SubClass, clear.Data44 >> makerBits, (int)clear.Field(0, makerBits));
    }
}
