namespace HilBench.Meter;

/// <summary>The text of each screen, in the words of the profile.</summary>
internal static class Screens
{
    public static DisplayText Render(MeterState state, MeterProfile profile)
    {
        var size = profile.Display;
        var words = profile.Words;
        return state.Screen switch
        {
            Screen.Dark or Screen.Blank or Screen.Blinking { IsLit: false } => DisplayText.Blank(size),
            Screen.MemoryFault => DisplayText.Layout(size, words.MemoryFault),
            Screen.Entering when state.Code.Length > 0 => DisplayText.Layout(size, state.Code),
            Screen.Entering => EntryText.Layout(state.Entry.Digits, size, profile.Entry),
            Screen.Working working => EntryText.Layout(working.Digits, size, profile.Entry),
            Screen.Answered answered =>
                DisplayText.Layout(size, words.For(answered.Code, answered.Named, state.Lockout.Wrong)),
            Screen.Blinking blinking =>
                DisplayText.Layout(size, words.For(blinking.Code, named: null, state.Lockout.Wrong)),
            Screen.Readout readout =>
                Titled(size, words.Accept, Readings.Text(Readings.First(readout.Tests), state, profile)),
            Screen.CodeAnswered code => Titled(size, code.Asked.Title, Readings.Text(code.Asked.Shows, state, profile)),
            Screen.Incomplete => DisplayText.Layout(size, words.Incomplete),
            Screen.Credit => Titled(size, words.Credit, Credit(state, profile)),
            Screen.KeypadFault fault => Titled(size, words.KeypadFault, fault.Key.ToString(), namesItself: true),
            _ => Idle(state, profile),
        };
    }

    private static DisplayText Idle(MeterState state, MeterProfile profile)
    {
        var size = profile.Display;
        var credit = Credit(state, profile);
        if (profile.Idle == IdleStyle.CreditBar && state.Registers is { } registers)
            return DisplayText.Layout(size, credit, CreditBar.Of(registers, profile), "", Icons(registers, profile));
        return DisplayText.Layout(
            size, credit, state.Registers is { } known ? profile.Words.For(known, profile) : "");
    }

    /// <summary>A value under its name; on a display of one line the value alone, or a name that says it all.</summary>
    private static DisplayText Titled(DisplaySize size, string title, string value, bool namesItself = false)
    {
        if (size.Lines > 1) return DisplayText.Layout(size, title, value);
        return DisplayText.Layout(size, namesItself ? title : value);
    }

    private static string Credit(MeterState state, MeterProfile profile) => state.Registers is { } registers
        ? profile.Accounting.Text(registers.Credit.UnitsIn(profile.Accounting.Scale))
        : "";

    /// <summary>Where power flows to, what is wrong, and a word when the switch has tripped.</summary>
    private static string Icons(MeterRegisters registers, MeterProfile profile)
    {
        var house = registers.LoadSwitch == LoadSwitchPosition.Closed ? Icon.House : Icon.Open;
        var tamper = registers.TamperLatched ? Icon.Tamper : ' ';
        return $"{house} {tamper} {profile.Words.For(registers, profile)}".TrimEnd();
    }
}
