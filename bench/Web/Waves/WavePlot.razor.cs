using System.Globalization;
using HilBench.Recording.Looking.Waves;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace HilBench.Web.Waves;

/// <summary>The drawing of a view.</summary>
public partial class WavePlot
{
    /// <summary>From lane to lane; the names beside them are as high (waves.css).</summary>
    internal const int Pitch = 24;

    [Parameter]
    [EditorRequired]
    public WavePicture Picture { get; set; } = null!;

    [Parameter]
    [EditorRequired]
    public string Label { get; set; } = "";

    /// <summary>The lane that is chosen.</summary>
    [Parameter]
    public WaveLane? Chosen { get; set; }

    /// <summary>Names of cursors in view, and their pixels.</summary>
    [Parameter]
    public IReadOnlyList<(string Name, double X)> Cursors { get; set; } = [];

    /// <summary>Somebody clicked; the place is measured from the left of the drawing.</summary>
    [Parameter]
    public EventCallback<MouseEventArgs> OnPoint { get; set; }

    private int Height => Picture.Rows.Count * Pitch;

    private static int Top(int row) => (row * Pitch) + ((Pitch - WavePicture.RowHeight) / 2);

    /// <summary>A number of a drawing.</summary>
    internal static string Text(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private string ClassOf(WaveLane lane) =>
        $"wave-lane {lane.Kind.ToString().ToLowerInvariant()}{(lane.Id == Chosen?.Id ? " chosen" : "")}";

    private Task Click(MouseEventArgs place) => OnPoint.InvokeAsync(place);
}
