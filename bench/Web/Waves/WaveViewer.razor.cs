using System.Globalization;
using HilBench.Recording.Looking.Waves;
using HilBench.Web.Hand;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace HilBench.Web.Waves;

/// <summary>
/// A logic analyser's view of a live meter (<see cref="Source"/>) or of a recording (<see cref="Reel"/>).
/// </summary>
public partial class WaveViewer
{
    /// <summary>A display of which nothing is known yet.</summary>
    private const int FewestColumns = 8;
    private const int FewestRows = 2;

    /// <summary>A display that is larger than any, in a file that somebody made.</summary>
    private const int MostColumns = 40;
    private const int MostRows = 8;

    /// <summary>A reader sees no more, and twenty of them are to cost little.</summary>
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);

    /// <summary>While nothing happens but that time passes, only each third look is drawn.</summary>
    private const int LooksWhileQuiet = 3;

    private readonly CancellationTokenSource _gone = new();
    private WaveReel? _opened;
    private WaveTape? _tape;
    private long _grown = -1;
    private long _happened = -1;
    private int _quietLooks;
    private IReadOnlyList<(WaveLane Lane, bool IsShown)> _all = [];
    private IReadOnlyList<WaveLane> _lanes = [];
    private WavePicture _picture = null!;
    private WaveReading? _a;
    private WaveReading? _b;
    private IReadOnlyList<string> _glass = [];

    /// <summary>A recording; null for a live meter.</summary>
    [Parameter]
    public WaveReel? Reel { get; set; }

    /// <summary>Where the tape of a live meter comes from; null for a recording.</summary>
    [Parameter]
    public IWaveSource? Source { get; set; }

    /// <summary>The display; 0 = as wide and high as its pictures.</summary>
    [Parameter]
    public int Columns { get; set; }

    /// <inheritdoc cref="Columns"/>
    [Parameter]
    public int Rows { get; set; }

    internal WaveDesk Desk { get; } = new();

    /// <summary>A meter behind a port shows nobody its display.</summary>
    private bool HasGlass => Desk.Reel.Lanes.Any(lane => lane.Kind == WaveKind.Glass && !lane.IsStill);

    private int GlassColumns => Math.Clamp(
        Math.Max(Columns, _glass.Select(line => line.Length).DefaultIfEmpty(0).Max()), FewestColumns, MostColumns);

    private int GlassRows => Math.Clamp(Math.Max(Rows, _glass.Count), FewestRows, MostRows);

    private string PlotLabel => L[
        "{0} lanes from {1} to {2}", _lanes.Count, WaveText.Moment(Desk.Frame.From), WaveText.Moment(Desk.Frame.To)];

    private string GlassCaption => ShowsNewestGlass ? L["the display now"] : L["the display at cursor A"];

    private bool ShowsNewestGlass => Desk.IsFollowing || Desk[WaveCursor.A] is null;

    /// <summary>What is told when a cursor moves: the chosen lane alone, or nobody could listen to it.</summary>
    private string ChosenValue => Desk.Chosen is { } lane && Desk[Desk.Active] is not null
        ? $"{LaneNames.Of(lane, L)} ({Desk.Active}): {ValueOf(lane, Desk.Active)}"
        : L["Click on the lanes, or press an arrow key there, to place cursor {0}.", Desk.Active];

    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Looks whether the tape has grown.</summary>
    /// <returns>True when there is something new to see.</returns>
    internal bool Look()
    {
        if (Source?.Tape is not { } tape) return false;
        var isOther = !ReferenceEquals(tape, _tape);
        if (!isOther && (!Desk.IsFollowing || tape.Grown == _grown)) return false;
        if (!isOther && tape.Happened == _happened && ++_quietLooks < LooksWhileQuiet) return false;
        (_tape, _grown, _happened, _quietLooks) = (tape, tape.Grown, tape.Happened, 0);
        if (isOther) Desk.Follow(true);
        Desk.Grow(tape.Reel());
        return true;
    }

    protected override void OnParametersSet()
    {
        if (Source is not null) Look();
        else if (!ReferenceEquals(Reel, _opened)) Desk.Open((_opened = Reel) ?? WaveReel.Empty);
        Draw();
    }

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender && Source is not null) _ = Watch(_gone.Token);
    }

    /// <summary>After every event of the page: what it did is drawn.</summary>
    protected override bool ShouldRender()
    {
        Draw();
        return true;
    }

    private async Task Watch(CancellationToken gone)
    {
        using var timer = new PeriodicTimer(BetweenLooks);
        try
        {
            while (await timer.WaitForNextTickAsync(gone))
            {
                await InvokeAsync(() =>
                {
                    if (Look()) StateHasChanged();
                });
            }
        }
        catch (Exception over) when (over is OperationCanceledException or ObjectDisposedException)
        {
            // The page is closed.
        }
    }

    private void Draw()
    {
        _all = [.. Desk.Reel.Lanes.Select(lane => (lane, Desk.IsShown(lane)))];
        _lanes = [.. _all.Where(one => one.IsShown).Select(one => one.Lane)];
        _picture = WavePicture.Of(Desk.Reel, Desk.Frame, _lanes);
        (_a, _b) = (Desk.Read(WaveCursor.A), Desk.Read(WaveCursor.B));
        var glass = (ShowsNewestGlass ? Desk.Reel.GlassAt(Desk.Reel.To) : _a?.Glass) ?? [];
        _glass = [.. glass.Take(MostRows).Select(line => line[..Math.Min(line.Length, MostColumns)])];
    }

    private void Follow()
    {
        Desk.Follow(!Desk.IsFollowing);
        (_grown, _happened) = (-1, -1);
        Look();
    }

    private void Point(MouseEventArgs place) => Desk.Point(
        place.ShiftKey ? Other(Desk.Active) : Desk.Active, place.OffsetX);

    private void Slide(WaveCursor cursor, ChangeEventArgs moved)
    {
        if (int.TryParse(moved.Value?.ToString(), NumberStyles.Integer, CultureInfo.InvariantCulture, out var pixel))
            Desk.Slide(cursor, Math.Clamp(pixel, 0, WaveDesk.Width));
    }

    private void Show((WaveLane Lane, bool IsShown) to) => Desk.Show(to.Lane, to.IsShown);

    private void Key(KeyboardEventArgs key)
    {
        // With these a browser does what it always does.
        if (key.CtrlKey || key.AltKey || key.MetaKey) return;
        Action? act = key.Key switch
        {
            "ArrowLeft" when key.ShiftKey => Desk.ToPreviousEdge,
            "ArrowRight" when key.ShiftKey => Desk.ToNextEdge,
            "ArrowLeft" => () => Desk.Move(-1),
            "ArrowRight" => () => Desk.Move(1),
            "a" => () => Desk.Active = WaveCursor.A,
            "b" => () => Desk.Active = WaveCursor.B,
            "j" => () => Desk.ChooseNext(1),
            "k" => () => Desk.ChooseNext(-1),
            "+" or "=" => Desk.ZoomIn,
            "-" => Desk.ZoomOut,
            "," => Desk.PanLeft,
            "." => Desk.PanRight,
            "f" when Source is not null => Follow,
            _ => null,
        };
        act?.Invoke();
    }

    private IReadOnlyList<(string Name, double X)> CursorsInView() =>
    [
        .. Enum.GetValues<WaveCursor>()
            .Where(one => Desk[one] is not null)
            .Select(one => (one.ToString(), Desk.Frame.PixelOf(Desk[one]!.Value)))
            .Where(one => one.Item2 is not null)
            .Select(one => (one.Item1, one.Item2!.Value)),
    ];

    private int PixelOf(WaveCursor cursor) =>
        Desk[cursor] is { } at && Desk.Frame.PixelOf(at) is { } pixel ? (int)Math.Round(pixel) : 0;

    private string Moment(WaveCursor cursor) => Desk[cursor] is { } at ? WaveText.Moment(at) : "–";

    private string Spoken(WaveCursor cursor) => Desk[cursor] is null ? L["not set"]
        : Desk.Chosen is { } lane ? $"{Moment(cursor)}, {LaneNames.Of(lane, L)}: {ValueOf(lane, cursor)}"
        : Moment(cursor);

    private string ValueOf(WaveLane lane, WaveCursor cursor) =>
        LaneNames.ValueOf((cursor == WaveCursor.A ? _a : _b)?.Values.FirstOrDefault(one => one.Lane.Id == lane.Id), L);

    private static WaveCursor Other(WaveCursor cursor) => cursor == WaveCursor.A ? WaveCursor.B : WaveCursor.A;

    private static string On(bool isSo) => isSo ? "true" : "false";
}
