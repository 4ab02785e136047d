namespace HilBench.Campaign.Tally;

/// <summary>
/// What was counted on each day, over many meters. Whole numbers only, so that the order of adding makes no difference.
/// </summary>
internal sealed class DaySums(int days)
{
    private static readonly int Measures = Enum.GetValues<Measure>().Length;
    private static readonly int CauseCount = Enum.GetValues<Cause>().Length;
    private static readonly int Rows = Measures + (2 * CauseCount);

    private readonly long[] _counts = new long[Rows * days];

    public int Days { get; } = days;

    /// <summary>Adds on a day; what happens after the last day is not counted.</summary>
    public void Add(Measure measure, int day, long count)
    {
        if (day < Days) _counts[((int)measure * Days) + day] += count;
    }

    public void AddCall(Cause cause, int day)
    {
        if (day < Days) _counts[((Measures + (int)cause) * Days) + day]++;
    }

    /// <summary>A meter that is not updated on the last day.</summary>
    public void AddWhyNot(Cause cause) => _counts[(WhyNotRow(cause) * Days) + Days - 1]++;

    public ReadOnlySpan<long> Of(Measure measure) => _counts.AsSpan((int)measure * Days, Days);

    public ReadOnlySpan<long> Calls(Cause cause) => _counts.AsSpan((Measures + (int)cause) * Days, Days);

    /// <summary>The sum from the first day to this one.</summary>
    public long UpTo(Measure measure, int day)
    {
        long sum = 0;
        foreach (var count in Of(measure)[..(day + 1)]) sum += count;
        return sum;
    }

    public long Total(Measure measure) => UpTo(measure, Days - 1);

    public long WhyNot(Cause cause) => _counts[(WhyNotRow(cause) * Days) + Days - 1];

    public long TotalCalls(Cause cause)
    {
        long sum = 0;
        foreach (var count in Calls(cause)) sum += count;
        return sum;
    }

    public void Add(DaySums others)
    {
        for (var i = 0; i < _counts.Length; i++) _counts[i] += others._counts[i];
    }

    /// <summary>All that is not zero: the row, the day, the count.</summary>
    public IEnumerable<(int Row, int Day, long Count)> Counts()
    {
        for (var i = 0; i < _counts.Length; i++)
        {
            if (_counts[i] != 0) yield return (i / Days, i % Days, _counts[i]);
        }
    }

    public void Restore(int row, int day, long count) => _counts[(row * Days) + day] = count;

    /// <summary>How a row is called in files: what it counts, and of which cause.</summary>
    public static (string What, string Cause) NameOf(int row)
    {
        if (row < Measures) return (Causes.Dashed(((Measure)row).ToString()), "");
        var cause = (row - Measures) % CauseCount;
        return (row < Measures + CauseCount ? "calls" : "why-not", Causes.Name((Cause)cause));
    }

    /// <summary>The row of that name; null when there is none.</summary>
    public static int? RowOf(string what, string cause)
    {
        for (var row = 0; row < Rows; row++)
        {
            if (NameOf(row) == (what, cause)) return row;
        }

        return null;
    }

    private static int WhyNotRow(Cause cause) => Measures + CauseCount + (int)cause;
}
