using HilBench.Roles;

namespace HilBench.Recording;

internal sealed class RecordedGlass(IGlass glass, CallLog log) : IGlass
{
    public int Columns => glass.Columns;

    public GlassKind Kind => glass.Kind;

    public IReadOnlyList<string> Read() => glass.Read();

    public GlassMark Mark() => glass.Mark();

    public IReadOnlyList<GlassPicture> Since(GlassMark mark) => glass.Since(mark);

    public void Vouch(GlassPicture picture) => log.Do(
        new RigCall { Do = RigVerb.Vouch, What = Words.Of(picture.Lines) }, () => glass.Vouch(picture));

    public GlassPicture WaitUntilSettled() => log.Do(
        new RigCall { Do = RigVerb.Settle }, glass.WaitUntilSettled, _ => null);
}
