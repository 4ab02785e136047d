using HilBench.Recording.Looking.Waves;
using Microsoft.AspNetCore.Components;

namespace HilBench.Web.Waves;

/// <summary>The values at the two cursors.</summary>
public partial class CursorTable
{
    private (string, string, string)[] _drawn = [];

    [Parameter]
    [EditorRequired]
    public IReadOnlyList<WaveLane> Lanes { get; set; } = [];

    /// <summary>Null when the cursor is nowhere.</summary>
    [Parameter]
    public WaveReading? A { get; set; }

    /// <inheritdoc cref="A"/>
    [Parameter]
    public WaveReading? B { get; set; }

    /// <summary>Without cursors, or with cursors on what is past, rows stay as they are while time goes on.</summary>
    protected override bool ShouldRender()
    {
        (string, string, string)[] now =
        [
            (TimeOf(A), TimeOf(B), ""),
            .. Lanes.Select((lane, i) => (lane.Id, A?.Values[i].Text ?? "", B?.Values[i].Text ?? "")),
        ];
        if (now.SequenceEqual(_drawn)) return false;
        _drawn = now;
        return true;
    }

    private static string TimeOf(WaveReading? reading) => reading is null ? "" : WaveText.Moment(reading.At);

    private (string Text, string Ago) ValueOf(WaveReading? reading, int lane)
    {
        if (reading is null) return ("", "");
        var value = reading.Values[lane];
        return (LaneNames.ValueOf(value, L),
            value.Since is { } since ? L["for {0}", WaveText.Interval(reading.At - since)] : "");
    }
}
