namespace HilBench.Meter;

/// <summary>
/// A moment on the bench's clock, in ticks of 100 ns since the bench started. The meter has no calendar: it only
/// compares moments and waits for them, so neither a date nor a time zone can reach a rule.
/// </summary>
public readonly record struct MeterTime(long Ticks) : IComparable<MeterTime>
{
    public static MeterTime Start => default;

    public static MeterTime From(TimeSpan sinceBenchStart) => new(sinceBenchStart.Ticks);

    public TimeSpan SinceStart => TimeSpan.FromTicks(Ticks);

    public static MeterTime operator +(MeterTime moment, TimeSpan span) => new(moment.Ticks + span.Ticks);

    public static TimeSpan operator -(MeterTime later, MeterTime earlier) =>
        TimeSpan.FromTicks(later.Ticks - earlier.Ticks);

    public static bool operator <(MeterTime left, MeterTime right) => left.Ticks < right.Ticks;

    public static bool operator >(MeterTime left, MeterTime right) => left.Ticks > right.Ticks;

    public static bool operator <=(MeterTime left, MeterTime right) => left.Ticks <= right.Ticks;

    public static bool operator >=(MeterTime left, MeterTime right) => left.Ticks >= right.Ticks;

    public int CompareTo(MeterTime other) => Ticks.CompareTo(other.Ticks);

    public override string ToString() => SinceStart.ToString();
}
