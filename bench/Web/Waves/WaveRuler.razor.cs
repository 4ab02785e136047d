using HilBench.Recording.Looking.Waves;
using Microsoft.AspNetCore.Components;

namespace HilBench.Web.Waves;

/// <summary>The times of a view.</summary>
public partial class WaveRuler
{
    private const int Height = 32;

    /// <summary>Half a label.</summary>
    private const int LabelRoom = 26;

    [Parameter]
    [EditorRequired]
    public WaveAxis Axis { get; set; } = null!;

    /// <inheritdoc cref="WavePlot.Cursors"/>
    [Parameter]
    public IReadOnlyList<(string Name, double X)> Cursors { get; set; } = [];

    /// <summary>A label at the edge would be cut off.</summary>
    private bool IsWhole(WaveTick tick) => tick.X >= LabelRoom && tick.X <= Axis.Width - LabelRoom;
}
