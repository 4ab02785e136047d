namespace HilBench.Meter.Split;

/// <summary>What stands on the glass of a keypad unit: its own words first, else what the meter wants shown.</summary>
internal static class CustomerScreens
{
    public static DisplayText Render(CustomerState state, MeterProfile profile)
    {
        var size = profile.Display;
        if (!state.IsOn) return DisplayText.Blank(size);
        var text = Text(state, profile);
        return state.IsBatteryLow ? WithSign(text, size) : text;
    }

    private static DisplayText Text(CustomerState state, MeterProfile profile)
    {
        var (size, words) = (profile.Display, profile.Words);
        if (state.Waiting is { IsEntry: true } waiting && Typed(waiting.Keys, profile) is { Length: > 0 } typed)
        {
            return typed.All(char.IsAsciiDigit)
                ? EntryText.Layout(typed, size, profile.Entry) : DisplayText.Layout(size, typed);
        }

        if (state.Pad.Screen is not Screen.Idle) return Screens.Render(state.Pad, profile);
        if (state.Notice is { } notice) return DisplayText.Layout(size, notice.Word);
        if (state.Meter.Length == 0) return DisplayText.Layout(size, words.NotPaired);
        return state.Connection switch
        {
            Connection.Up when state.Told is { } told => DisplayText.Layout(size, [.. told.Lines]),
            Connection.Down => DisplayText.Layout(size, words.NoConnection),
            Connection.OtherMeter => DisplayText.Layout(size, words.OtherMeter),
            _ => DisplayText.Blank(size),
        };
    }

    /// <summary>What of an entry stood on the glass before the key that ended it.</summary>
    private static string Typed(string keys, MeterProfile profile) =>
        keys.Length > 0 && keys[^1] is var last && (last == profile.Pad.Enter || last == profile.Pad.Backspace)
            ? keys[..^1] : keys;

    /// <summary>In the last cell, where nothing else stands.</summary>
    private static DisplayText WithSign(DisplayText text, DisplaySize size)
    {
        var lines = text.Lines.ToArray();
        if (lines[^1][^1] != ' ') return text;
        lines[^1] = lines[^1][..^1] + Icon.Battery;
        return DisplayText.Layout(size, lines);
    }
}
