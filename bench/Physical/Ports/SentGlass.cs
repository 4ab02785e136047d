using HilBench.Meter;
using HilBench.Roles;

namespace HilBench.Physical.Ports;

/// <summary>
/// What was sent to a panel that cannot be read back, as pictures in real time. It proves what the meter wanted to
/// show; whether the panel shows it, only an operator can see.
/// </summary>
internal sealed class SentGlass(IBenchClock clock, DisplaySize size) : IGlass
{
    private readonly List<GlassPicture> _pictures = [new([.. DisplayText.Blank(size).Lines], TimeSpan.Zero)];

    public int Columns => size.Columns;

    public void OnShown(IReadOnlyList<string> lines)
    {
        if (!_pictures[^1].Lines.SequenceEqual(lines)) _pictures.Add(new GlassPicture([.. lines], clock.Now));
    }

    public IReadOnlyList<string> Read() => _pictures[^1].Lines;

    public GlassMark Mark() => new(_pictures.Count - 1);

    public IReadOnlyList<GlassPicture> Since(GlassMark mark) => _pictures[Math.Max(0, mark.Index)..];

    public GlassPicture WaitUntilSettled()
    {
        while (clock.Now - _pictures[^1].Since < IGlass.SettleTime) clock.Wait(IGlass.SettleTime);
        return _pictures[^1];
    }
}
