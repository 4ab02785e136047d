namespace HilBench.Meter;

/// <summary>Everything that watches over the load switch by itself, in the order in which it is asked.</summary>
internal static class Guards
{
    /// <summary>When the first of them does something, if nothing else happens; null = none does.</summary>
    public static MeterTime? Due(MeterState state, MeterProfile profile)
    {
        var due = LoadGuard.Due(state, profile);
        foreach (var other in new[] { VoltageGuard.Due(state, profile), SwitchWatch.Due(state, profile) })
            if (other is { } moment && !(due <= moment)) due = moment;
        return due;
    }

    /// <summary>Each does at this moment what is due then.</summary>
    public static MeterState Watch(MeterState state, MeterProfile profile, MeterTime now) =>
        SwitchWatch.Watch(
            VoltageGuard.Watch(LoadGuard.Watch(state, profile, now), profile, now), profile, now);
}
