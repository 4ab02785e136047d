namespace HilBench.Roles;

/// <summary>The customer's eyes on the display.</summary>
public interface IGlass
{
    /// <summary>A picture counts once it has not changed for this long: shorter ones no eye could read.</summary>
    static TimeSpan SettleTime { get; } = TimeSpan.FromMilliseconds(10);

    /// <summary>Columns of each line.</summary>
    int Columns { get; }

    /// <summary>How it forms its signs; for pictures of it.</summary>
    GlassKind Kind => GlassKind.Dots;

    /// <summary>What stands on the glass now, settled or not; each line is <see cref="Columns"/> wide.</summary>
    IReadOnlyList<string> Read();

    /// <summary>Remembers this moment for <see cref="Since"/>.</summary>
    GlassMark Mark();

    /// <summary>
    /// The settled pictures since <paramref name="mark"/>, oldest first, beginning with the one that stood there at the
    /// mark (if it was settled). What stands there now belongs to them once it has settled.
    /// </summary>
    IReadOnlyList<GlassPicture> Since(GlassMark mark);

    /// <summary>
    /// A verdict is about to stand on this picture: where only a person can see the glass, that person is asked now.
    /// </summary>
    /// <exception cref="GlassDisputedException">The person did not see it.</exception>
    /// <exception cref="StimulusNotDeliveredException">Nobody answered.</exception>
    void Vouch(GlassPicture picture)
    {
    }

    /// <summary>Waits until the picture has been the same for <see cref="SettleTime"/> and returns it.</summary>
    GlassPicture WaitUntilSettled();
}
