using System.Globalization;

namespace HilBench.Meter;

/// <summary>The text of each screen, in the words of the profile.</summary>
internal static class Screens
{
    public static DisplayText Render(MeterState state, MeterProfile profile)
    {
        var size = profile.Display;
        var words = profile.Words;
        var credit = state.Registers?.Credit.Shown.ToString() ?? "";
        return state.Screen switch
        {
            Screen.Dark => DisplayText.Blank(size),
            Screen.MemoryFault => DisplayText.Layout(size, words.MemoryFault),
            Screen.Entering => state.Entry.Layout(size),
            Screen.Answered answered => DisplayText.Layout(size, WordFor(answered, words)),
            Screen.Readout readout => DisplayText.Layout(size, words.Accept, ReadoutText(readout, state, profile)),
            Screen.Incomplete => DisplayText.Layout(size, words.Incomplete),
            Screen.Credit => DisplayText.Layout(size, words.Credit, credit),
            Screen.KeypadFault fault => DisplayText.Layout(size, words.KeypadFault, fault.Key.ToString()),
            _ => DisplayText.Layout(size, credit),
        };
    }

    private static string ReadoutText(Screen.Readout readout, MeterState state, MeterProfile profile)
    {
        var load = state.IsMetering ? state.Load : default;
        return state.Registers is { } registers ? TestReadout.Text(readout.Tests, registers, load, profile) : "";
    }

    private static string WordFor(Screen.Answered answered, ResultWords words) => answered.Code switch
    {
        ResultCode.Accept => words.Accept,
        ResultCode.UsedError => words.Used,
        ResultCode.OldError => words.Old,
        _ when answered.Code.IsAwaitingMore() && answered.Named is { } code =>
            string.Format(CultureInfo.InvariantCulture, words.Half, (int)code),
        _ => words.Reject,
    };
}
