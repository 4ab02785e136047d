using HilBench.Recording.Looking.Waves;
using Microsoft.AspNetCore.Components;

namespace HilBench.Web.Waves;

/// <summary>The values at the two cursors.</summary>
public partial class CursorTable
{
    /// <summary>Of a transfer; its end is not worth a page.</summary>
    private const int MostLetters = 120;

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
        if (value.Text is not { } text) return ("–", "");
        if (text.Length > MostLetters) text = text[..MostLetters] + "…";
        return (text, value.Since is { } since ? L["for {0}", WaveText.Interval(reading.At - since)] : "");
    }
}
