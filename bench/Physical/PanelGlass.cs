using HilBench.Roles;

namespace HilBench.Physical;

/// <summary>
/// The glass as the board knows it: read back from the panel where R/W is wired, or else only the shadow of what was
/// written. The board reports each frame when it is complete, on its own thread.
/// </summary>
internal sealed class PanelGlass(
    IBenchClock clock, int columns, int lines, Action<GlassPicture>? vouch = null) : IGlass
{
    private GlassPicture? _vouchedFor;

    private readonly Lock _lock = new();
    private readonly List<GlassPicture> _pictures = [new GlassPicture(Blank(columns, lines), TimeSpan.Zero)];

    public int Columns => columns;

    public GlassKind Kind { get; init; }

    private TimeSpan LastChange
    {
        get
        {
            lock (_lock) return _pictures[^1].Since;
        }
    }

    /// <summary>A frame is complete.</summary>
    public void Shown(IReadOnlyList<string> shown)
    {
        string[] padded = [.. shown.Select(line => line.PadRight(columns)[..columns])];
        lock (_lock)
        {
            if (_pictures[^1].Lines.SequenceEqual(padded)) return;
            // What stood there too briefly for an eye was no picture.
            if (clock.Now - _pictures[^1].Since < IGlass.SettleTime) _pictures.RemoveAt(_pictures.Count - 1);
            _pictures.Add(new GlassPicture(padded, clock.Now));
        }
    }

    public IReadOnlyList<string> Read()
    {
        lock (_lock) return _pictures[^1].Lines;
    }

    /// <summary>Nobody is asked twice about one picture.</summary>
    public void Vouch(GlassPicture picture)
    {
        if (vouch is null || picture == _vouchedFor) return;
        vouch(picture);
        _vouchedFor = picture;
    }

    public GlassMark Mark()
    {
        lock (_lock) return new GlassMark(_pictures.Count - 1);
    }

    public IReadOnlyList<GlassPicture> Since(GlassMark mark)
    {
        lock (_lock)
        {
            var from = Math.Clamp(mark.Index, 0, _pictures.Count - 1);
            return _pictures.GetRange(from, _pictures.Count - from);
        }
    }

    public GlassPicture WaitUntilSettled()
    {
        while (clock.Now - LastChange is var rest && rest < IGlass.SettleTime) clock.Wait(IGlass.SettleTime - rest);
        lock (_lock) return _pictures[^1];
    }

    private static string[] Blank(int columns, int lines) => [.. Enumerable.Repeat(new string(' ', columns), lines)];
}
