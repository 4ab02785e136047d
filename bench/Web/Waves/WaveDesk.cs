using HilBench.Recording.Looking.Waves;

namespace HilBench.Web.Waves;

/// <summary>What one reader looks at: which part of a reel, which lanes, and where the cursors are.</summary>
internal sealed class WaveDesk
{
    /// <summary>Of the drawing; the page cannot know how wide a window is without a script.</summary>
    public const int Width = 800;

    /// <summary>A click that is so near to an edge of the chosen lane means the edge.</summary>
    private const int SnapPixels = 4;

    private const double Page = 0.5;

    private static readonly TimeSpan LiveLength = TimeSpan.FromSeconds(2);

    private readonly Dictionary<string, bool> _chosenToShow = [];
    private readonly TimeSpan?[] _cursors = new TimeSpan?[2];
    private string? _chosen;

    public WaveReel Reel { get; private set; } = WaveReel.Empty;

    public WaveFrame Frame { get; private set; } = new(TimeSpan.Zero, LiveLength, Width);

    /// <summary>The newest moment stays at the right.</summary>
    public bool IsFollowing { get; private set; }

    /// <summary>The cursor that clicks and keys move.</summary>
    public WaveCursor Active { get; set; }

    /// <summary>Those that are shown.</summary>
    public IReadOnlyList<WaveLane> Lanes => [.. Reel.Lanes.Where(IsShown)];

    /// <summary>The lane whose edges the cursor goes to; null when none is shown.</summary>
    public WaveLane? Chosen => Lanes.FirstOrDefault(lane => lane.Id == _chosen) ?? Lanes.FirstOrDefault();

    public TimeSpan? this[WaveCursor cursor] => _cursors[(int)cursor];

    /// <summary>From A to B.</summary>
    public TimeSpan? Between => this[WaveCursor.B] - this[WaveCursor.A];

    /// <summary>Until a reader says so, lanes on which nothing happened are not in the way.</summary>
    public bool IsShown(WaveLane lane) => _chosenToShow.TryGetValue(lane.Id, out var isShown) ? isShown
        : !lane.IsStill || lane.Kind == WaveKind.Supply;

    public void Show(WaveLane lane, bool isShown) => _chosenToShow[lane.Id] = isShown;

    public void Choose(WaveLane lane) => _chosen = lane.Id;

    /// <summary>Opens a recording: all of it.</summary>
    public void Open(WaveReel reel)
    {
        (Reel, IsFollowing) = (reel, false);
        Whole();
        (_cursors[0], _cursors[1]) = (reel.From, null);
    }

    /// <summary>The live tape has grown, or it is another one.</summary>
    public void Grow(WaveReel reel)
    {
        Reel = reel;
        Frame = Frame.Ending(reel.To).Within(reel);
    }

    public void Follow(bool isFollowing) => IsFollowing = isFollowing;

    public void ZoomIn() => Zoom(WaveZoom.In(Frame.Length));

    public void ZoomOut() => Zoom(WaveZoom.Out(Frame.Length));

    public void Zoom(TimeSpan length)
    {
        var about = this[Active] is { } cursor && Frame.PixelOf(cursor) is not null ? cursor
            : Frame.From + (Frame.Length / 2);
        Frame = Frame.Zoomed(length, IsFollowing ? Frame.To : about).Within(Reel);
    }

    /// <summary>All there is; a reel without length is shown as a microsecond.</summary>
    public void Whole()
    {
        var length = Reel.To - Reel.From;
        Stop(Frame with { From = Reel.From, Length = length < WaveZoom.Shortest ? WaveZoom.Shortest : length });
    }

    public void PanLeft() => Stop(Frame.Panned(-Page).Within(Reel));

    public void PanRight() => Stop(Frame.Panned(Page).Within(Reel));

    public void ToStart() => Stop((Frame with { From = Reel.From }).Within(Reel));

    public void ToEnd() => Stop(Frame.Ending(Reel.To).Within(Reel));

    /// <summary>Puts the cursor at a pixel, or at the edge that is meant.</summary>
    public void Point(WaveCursor cursor, double pixel)
    {
        var at = Inside(Frame.TimeAt(Math.Clamp(pixel, 0, Width)));
        Put(cursor, EdgeNear(at) ?? at);
    }

    /// <summary>Moves the active cursor; one that is not in view comes into its middle first.</summary>
    public void Move(int pixels)
    {
        if (this[Active] is not { } at || Frame.PixelOf(at) is null)
        {
            Put(Active, Frame.From + (Frame.Length / 2));
            return;
        }

        // At the deepest zoom a pixel is less than the bench can tell apart.
        var step = Frame.Length / Width;
        if (step < TimeSpan.FromTicks(1)) step = TimeSpan.FromTicks(1);
        Put(Active, Inside(at + (step * pixels)));
    }

    /// <summary>The slider of a cursor stands at this pixel of the view.</summary>
    public void Slide(WaveCursor cursor, int pixel) => Put(cursor, Inside(Frame.TimeAt(pixel)));

    public void ToNextEdge() => ToEdge(Chosen?.Next(this[Active] ?? Frame.From));

    public void ToPreviousEdge() => ToEdge(Chosen?.Previous(this[Active] ?? Frame.To));

    public void ChooseNext(int by)
    {
        var lanes = Lanes;
        if (Chosen is { } now)
            _chosen = lanes[Math.Clamp(lanes.TakeWhile(lane => lane.Id != now.Id).Count() + by, 0, lanes.Count - 1)].Id;
    }

    /// <summary>What stands at a cursor; null when it is nowhere.</summary>
    public WaveReading? Read(WaveCursor cursor) => this[cursor] is { } at ? WaveReading.Of(Reel, at, Lanes) : null;

    private void ToEdge(TimeSpan? edge)
    {
        if (edge is { } at) Put(Active, at);
    }

    private void Put(WaveCursor cursor, TimeSpan at)
    {
        _cursors[(int)cursor] = at;
        Active = cursor;
        Stop(Frame.Showing(at));
    }

    /// <summary>Who looks at something does not want it to run away.</summary>
    private void Stop(WaveFrame frame) => (Frame, IsFollowing) = (frame, false);

    private TimeSpan Inside(TimeSpan at) => at < Reel.From ? Reel.From : at > Reel.To ? Reel.To : at;

    private TimeSpan? EdgeNear(TimeSpan at)
    {
        var reach = Frame.Length / Width * SnapPixels;
        TimeSpan?[] beside = [Chosen?.Previous(at + TimeSpan.FromTicks(1)), Chosen?.Next(at)];
        return beside.Where(edge => edge is { } one && (one - at).Duration() <= reach)
            .MinBy(edge => (edge!.Value - at).Duration());
    }
}
