using HilBench.Board;
using HilBench.Input;
using HilBench.Meter;

namespace HilBench.RigFiles;

/// <summary>Digits of seven segments show eight signs, and not every sign.</summary>
internal static class SegmentFit
{
    /// <exception cref="SettingsException">The profile does not fit the digits of this rig.</exception>
    public static void Demand(LcdWiring display, MeterProfile profile, Setting? file = null)
    {
        if (display.Segments is null || SegmentWiring.Problem(profile) is not { } problem) return;
        throw file?.Group("display").Wrong($"display: {problem}") ?? new SettingsException($"display: {problem}");
    }
}
