using HilBench.Recording.Looking.Waves;
using Microsoft.AspNetCore.Components;

namespace HilBench.Web.Waves;

/// <summary>The names of lanes. It is drawn only when they are others: ten times a second they are not.</summary>
public partial class LaneList
{
    private (string[] Lanes, string? Chosen)? _drawn;

    [Parameter]
    [EditorRequired]
    public IReadOnlyList<WaveLane> Lanes { get; set; } = [];

    /// <summary>The lane that is chosen, by its <see cref="WaveLane.Id"/>.</summary>
    [Parameter]
    public string? Chosen { get; set; }

    [Parameter]
    public EventCallback<WaveLane> OnChoose { get; set; }

    protected override bool ShouldRender()
    {
        string[] now = [.. Lanes.Select(lane => lane.Id)];
        if (_drawn is { } before && before.Chosen == Chosen && before.Lanes.SequenceEqual(now)) return false;
        _drawn = (now, Chosen);
        return true;
    }
}
