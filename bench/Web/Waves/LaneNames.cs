using HilBench.Recording.Looking.Waves;
using Microsoft.Extensions.Localization;
using Text = HilBench.Web.Words.Text;

namespace HilBench.Web.Waves;

/// <summary>What a lane is called on the page.</summary>
internal static class LaneNames
{
    /// <summary>Wires and lines have names of the bench; the others are words.</summary>
    public static string Of(WaveLane lane, IStringLocalizer<Text> words) => lane.Kind switch
    {
        WaveKind.Step => words["step"],
        WaveKind.Glass => words["display"],
        WaveKind.Deeds => words["deeds"],
        WaveKind.Told => words["meter is told"],
        WaveKind.Wanted => words["meter wants"],
        _ => lane.Name,
    };
}
