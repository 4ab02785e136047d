using HilBench.Lab.Bus;

namespace HilBench.Lab.Tests.Nights;

/// <summary>A lab in which everything happens some five times sooner than in a real one.</summary>
internal static class NightPace
{
    public static LabPace Quick { get; } = new()
    {
        Ping = TimeSpan.FromSeconds(0.5),
        Beat = TimeSpan.FromSeconds(0.4),
        LostAfter = TimeSpan.FromSeconds(3),
        NoteEvery = TimeSpan.FromSeconds(0.5),
        GoneAfter = TimeSpan.FromSeconds(3),
        Lease = TimeSpan.FromSeconds(5),
        RenewEvery = TimeSpan.FromSeconds(1),
        Grace = TimeSpan.FromSeconds(3),
        HealthEvery = TimeSpan.FromSeconds(0.3),
        HopeFor = TimeSpan.FromSeconds(4),
    };
}
