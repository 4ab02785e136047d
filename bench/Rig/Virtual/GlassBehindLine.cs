using HilBench.Chips;
using HilBench.Roles;

namespace HilBench.Rig.Virtual;

/// <summary>
/// The glass of a keypad unit: it has not come to rest while the line still brings what changes it. A line that is down
/// is waited for as long as the units themselves try.
/// </summary>
internal sealed class GlassBehindLine(GlassRecorder glass, VirtualTime time, Func<bool> isUnderWay) : IGlass
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Blink = TimeSpan.FromMilliseconds(10);

    public int Columns => glass.Columns;

    public GlassKind Kind => glass.Kind;

    public IReadOnlyList<string> Read() => glass.Read();

    public GlassMark Mark() => glass.Mark();

    public IReadOnlyList<GlassPicture> Since(GlassMark mark) => glass.Since(mark);

    public GlassPicture WaitUntilSettled()
    {
        for (var giveUp = time.Now + Patience; isUnderWay() && time.Now < giveUp;) time.Wait(Blink);
        return glass.WaitUntilSettled();
    }
}
