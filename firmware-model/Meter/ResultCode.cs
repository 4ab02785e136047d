namespace HilBench.Meter;

/// <summary>
/// What the meter answered to a token. Names are the standard's (IEC 62055-41), numbers a public maker's register;
/// 17 and 18 are ours, for the two sections that only longer key change sets have.
/// </summary>
public enum ResultCode
{
    None = 0,
    Accept = 1,
    FirstKct = 2,
    SecondKct = 3,
    OverflowError = 4,
    KeyTypeError = 5,
    FormatError = 6,
    RangeError = 7,
    FunctionError = 8,
    OldError = 9,
    UsedError = 10,
    KeyExpiredError = 11,
    DdtkError = 12,
    CrcError = 13,
    MfrCodeError = 14,
    Lockout = 15,
    NotReady = 16,
    ThirdKct = 17,
    FourthKct = 18,
}

/// <summary>The names that scripts, reports and the standard use.</summary>
public static class ResultCodes
{
    public static string? NameOf(ResultCode code) => code switch
    {
        ResultCode.None => null,
        ResultCode.FirstKct => "1stKCT",
        ResultCode.SecondKct => "2ndKCT",
        ResultCode.ThirdKct => "3rdKCT",
        ResultCode.FourthKct => "4thKCT",
        ResultCode.DdtkError => "DDTKError",
        ResultCode.CrcError => "CRCError",
        _ => code.ToString(),
    };

    /// <summary>True for a section that was taken while its set is still incomplete.</summary>
    public static bool IsAwaitingMore(this ResultCode code) =>
        code is ResultCode.FirstKct or ResultCode.SecondKct or ResultCode.ThirdKct or ResultCode.FourthKct;

    /// <summary>True when the meter took nothing from the token.</summary>
    public static bool IsRefusal(this ResultCode code) =>
        code is not (ResultCode.None or ResultCode.Accept) && !code.IsAwaitingMore();
}
