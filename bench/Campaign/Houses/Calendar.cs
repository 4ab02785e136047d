namespace HilBench.Campaign.Houses;

/// <summary>Days and seconds since a plan began, at 00:00 UTC of its first day.</summary>
internal static class Calendar
{
    public const long SecondsPerHour = 3_600;
    public const long SecondsPerDay = 24 * SecondsPerHour;
    public const double DaysOfAMonth = 30;

    /// <summary>People buy, read and type between six in the morning and ten at night.</summary>
    private const long Morning = 6 * SecondsPerHour;

    private const long Waking = 16 * SecondsPerHour;

    public static int DayOf(long seconds) => (int)(seconds / SecondsPerDay);

    public static long InDays(double days) => (long)(days * SecondsPerDay);

    /// <param name="day">The day, from 0.</param>
    /// <param name="part">From 0 in the morning to 1 at night.</param>
    public static long InDay(int day, double part) => (day * SecondsPerDay) + Morning + (long)(part * Waking);
}
