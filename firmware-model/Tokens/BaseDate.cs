namespace HilBench.Tokens;

/// <summary>1 January 00:00 UTC of these years: where token identifiers start. It belongs to the vending key.</summary>
public enum BaseDate
{
    Year1993 = 1993,
    Year2014 = 2014,
    Year2035 = 2035,
}

public static class BaseDates
{
    public static DateTime Start(this BaseDate baseDate) => new((int)baseDate, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public static bool TryFrom(int year, out BaseDate baseDate)
    {
        baseDate = (BaseDate)year;
        return Enum.IsDefined(baseDate);
    }
}
