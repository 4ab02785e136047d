namespace HilBench.Lab.Bus;

/// <summary>
/// How often the processes of a lab tell of themselves, and after what silence they are taken for lost. All of a lab
/// must agree on it.
/// </summary>
public sealed record LabPace
{
    /// <summary>
    /// How often the broker is asked whether it is there; after two questions without an answer it is away. That must
    /// be known before benches that cannot be heard are taken for lost.
    /// </summary>
    public TimeSpan Ping { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How often the time of the broker is asked for: clocks run apart by seconds in a day.</summary>
    public TimeSpan ClockEvery { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How often a bench writes its card.</summary>
    public TimeSpan Beat { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Without a new card for so long a bench is lost.</summary>
    public TimeSpan LostAfter { get; init; } = TimeSpan.FromSeconds(7);

    /// <summary>How often a run tells of itself when nothing has changed.</summary>
    public TimeSpan NoteEvery { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Without a new note for so long the coordinator of a run is gone.</summary>
    public TimeSpan GoneAfter { get; init; } = TimeSpan.FromSeconds(12);

    /// <summary>A coordinator that dies lets its benches go after so long.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How often a coordinator renews its leases.</summary>
    public TimeSpan RenewEvery { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long whoever has a lease may take to come back after the broker has.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How often a bench that does nothing looks after its rig.</summary>
    public TimeSpan HealthEvery { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>When no rig is left that could go on with a run, one may come back within this time.</summary>
    public TimeSpan HopeFor { get; init; } = TimeSpan.FromSeconds(60);
}
