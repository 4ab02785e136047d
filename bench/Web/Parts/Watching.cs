using HilBench.Web.Hand;
using Microsoft.AspNetCore.Components;

namespace HilBench.Web.Parts;

/// <summary>
/// A part of a page that looks on at the session. It is drawn at once when something new is to be seen, and then not
/// again for a moment: the eye sees no more, and twenty watchers are not to slow the bench down.
/// </summary>
public abstract class Watching : ComponentBase, IDisposable
{
    private static readonly TimeSpan Frame = TimeSpan.FromMilliseconds(50);

    private long _drawn;
    private int _isAsked;
    private bool _isGone;

    [Inject]
    internal HandSession Session { get; set; } = null!;

    [Inject]
    internal Hands Hands { get; set; } = null!;

    [Inject]
    internal Viewer Viewer { get; set; } = null!;

    /// <summary>As it was drawn last.</summary>
    internal MeterView View { get; private set; } = MeterView.Nothing;

    public void Dispose()
    {
        _isGone = true;
        Session.Changed -= WakeIfSeen;
        Hands.Changed -= Wake;
        GC.SuppressFinalize(this);
    }

    protected override void OnInitialized()
    {
        View = Session.View;
        Session.Changed += WakeIfSeen;
        Hands.Changed += Wake;
    }

    /// <summary>What of the view is drawn here; while that is the same, nothing is drawn again.</summary>
    internal virtual object? Seen(MeterView view) => view;

    /// <summary>Called when the view may have changed, on the page's own thread, before it is drawn.</summary>
    protected virtual Task Looked() => Task.CompletedTask;

    /// <summary>True when this page may drive, and does from now on.</summary>
    internal bool Drives() => Hands.Take(Viewer);

    /// <summary>On the session's thread, which waits meanwhile: most parts have nothing new to show.</summary>
    private void WakeIfSeen()
    {
        if (!Equals(Seen(Session.View), Seen(View))) Wake();
    }

    private void Wake()
    {
        if (Interlocked.Exchange(ref _isAsked, 1) == 0) _ = Draw();
    }

    private async Task Draw()
    {
        try
        {
            var wait = Frame - TimeSpan.FromMilliseconds(Environment.TickCount64 - Volatile.Read(ref _drawn));
            if (wait > TimeSpan.Zero) await Task.Delay(wait);
            await InvokeAsync(async () =>
            {
                Interlocked.Exchange(ref _isAsked, 0);
                Volatile.Write(ref _drawn, Environment.TickCount64);
                if (_isGone) return;
                View = Session.View;
                await Looked();
                StateHasChanged();
            });
        }
        catch (ObjectDisposedException)
        {
            // The page was closed meanwhile.
        }
    }
}
