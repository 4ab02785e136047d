using HilBench.Recording.Looking.Waves;
using Microsoft.AspNetCore.Components;

namespace HilBench.Web.Waves;

/// <summary>The values at the two cursors.</summary>
public partial class CursorTable
{
    [Parameter]
    [EditorRequired]
    public IReadOnlyList<WaveLane> Lanes { get; set; } = [];

    /// <summary>Null when the cursor is nowhere.</summary>
    [Parameter]
    public WaveReading? A { get; set; }

    /// <inheritdoc cref="A"/>
    [Parameter]
    public WaveReading? B { get; set; }

    private static string TimeOf(WaveReading? reading) => reading is null ? "" : WaveText.Moment(reading.At);

    private (string Text, string Ago) ValueOf(WaveReading? reading, int lane)
    {
        if (reading is null) return ("", "");
        var value = reading.Values[lane];
        return (LaneNames.ValueOf(value, L),
            value.Since is { } since ? L["for {0}", WaveText.Interval(reading.At - since)] : "");
    }
}
