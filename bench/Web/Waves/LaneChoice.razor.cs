using HilBench.Recording.Looking.Waves;
using Microsoft.AspNetCore.Components;

namespace HilBench.Web.Waves;

/// <summary>A box for each lane that can be shown. It is drawn only when something in it has changed.</summary>
public partial class LaneChoice
{
    private (string Id, bool IsShown)[] _drawn = [];

    /// <summary>All there are, and whether they are shown.</summary>
    [Parameter]
    [EditorRequired]
    public IReadOnlyList<(WaveLane Lane, bool IsShown)> Lanes { get; set; } = [];

    [Parameter]
    public EventCallback<(WaveLane Lane, bool IsShown)> OnShow { get; set; }

    protected override bool ShouldRender()
    {
        (string, bool)[] now = [.. Lanes.Select(one => (one.Lane.Id, one.IsShown))];
        if (now.SequenceEqual(_drawn)) return false;
        _drawn = now;
        return true;
    }
}
