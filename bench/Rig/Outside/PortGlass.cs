using HilBench.Roles;

namespace HilBench.Rig.Outside;

/// <summary>
/// What a person who looks at the port sees, for reports: the newest answer. It is no display, and a scenario that
/// asks for one is refused before it comes here.
/// </summary>
internal sealed class PortGlass(IBenchClock clock, OutsidePort port) : IGlass
{
    public int Columns => 24;

    public IReadOnlyList<string> Read() => [port.Newest.PadRight(Columns)];

    public GlassMark Mark() => default;

    public IReadOnlyList<GlassPicture> Since(GlassMark mark) => [WaitUntilSettled()];

    public GlassPicture WaitUntilSettled() => new(Read(), clock.Now);
}
