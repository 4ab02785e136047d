using HilBench.Recording.Looking.Waves;
using Microsoft.Extensions.Localization;
using Text = HilBench.Web.Words.Text;

namespace HilBench.Web.Waves;

/// <summary>What a lane is called on the page, and what stands there for its values.</summary>
internal static class LaneNames
{
    /// <summary>Of a transfer; its end is not worth a page.</summary>
    private const int MostLetters = 120;

    /// <summary>Wires and lines have names of the bench; the others are words.</summary>
    public static string Of(WaveLane lane, IStringLocalizer<Text> words) => lane.Kind switch
    {
        WaveKind.Step => words["step"],
        WaveKind.Glass => words["meter shows"],
        WaveKind.Deeds => words["deeds"],
        WaveKind.Told => words["meter is told"],
        WaveKind.Wanted => words["meter wants"],
        _ => lane.Name,
    };

    /// <summary>A dash where nothing is known.</summary>
    public static string ValueOf(WaveValue? value, IStringLocalizer<Text> words) => value?.Text switch
    {
        null => "–",
        "" => words["blank"],
        { Length: > MostLetters } text => text[..MostLetters] + "…",
        { } text => text,
    };
}
