namespace HilBench.Meter;

/// <summary>What one key does: to the entry, to a short code, or as the end of either.</summary>
internal static class KeypadRules
{
    public static KeyOutcome Press(MeterState state, char key, MeterProfile profile, MeterTime now)
    {
        // While it works on a token the keypad is locked: what is typed meanwhile is lost.
        if (state.Screen is Screen.Working) return new KeyOutcome(state);
        if (state.Code.Length > 0) return Coding(state, key, profile, now);
        if (key is >= '0' and <= '9') return Typed(state, key, profile, now);
        if (key == profile.Pad.Backspace) return new KeyOutcome(Backspaced(state, profile, now));
        if (state.Entry.IsEmpty)
            return new KeyOutcome(BeginsCode(key, profile) ? CodeSoFar(state, key.ToString(), now) : Idle(state));
        return key == profile.Pad.Enter ? Entered(state, profile, now) : new KeyOutcome(state);
    }

    private static KeyOutcome Typed(MeterState state, char digit, MeterProfile profile, MeterTime now)
    {
        var typed = state with { Entry = state.Entry.Typed(digit), EntryAt = now, Screen = new Screen.Entering() };
        return profile.Entry.Submit == Submit.TwentiethDigit && typed.Entry.IsWholeToken
            ? new KeyOutcome(typed, Submitted: typed.Entry.Digits)
            : new KeyOutcome(typed);
    }

    private static KeyOutcome Entered(MeterState state, MeterProfile profile, MeterTime now)
    {
        if (state.Entry.IsWholeToken) return new KeyOutcome(state, Submitted: state.Entry.Digits);
        if (Find(state.Entry.Digits + profile.Pad.Enter, profile) is { } code)
            return Answered(state, code, profile, now);
        return new KeyOutcome(MeterSchedule.EntryGivenUp(state, profile, now), Answer: ResultCode.FormatError);
    }

    private static MeterState Backspaced(MeterState state, MeterProfile profile, MeterTime now)
    {
        if (state.Entry.IsEmpty) return Idle(state);
        var isSecond = state.BackspaceAt is { } first && now - first <= profile.Entry.ClearAllWithin;
        var shorter = isSecond ? KeypadEntry.Empty : state.Entry.Backspaced();
        Screen screen = shorter.IsEmpty ? new Screen.Idle() : new Screen.Entering();
        return state with { Entry = shorter, EntryAt = now, BackspaceAt = now, Screen = screen };
    }

    private static KeyOutcome Coding(MeterState state, char key, MeterProfile profile, MeterTime now)
    {
        var code = state.Code + key;
        if (key == profile.Pad.Backspace) return new KeyOutcome(Idle(state));
        if (Find(code, profile) is { } asked) return Answered(state, asked, profile, now);
        return profile.ShortCodes.Any(known => known.Keys.StartsWith(code, StringComparison.Ordinal))
            ? new KeyOutcome(CodeSoFar(state, code, now))
            : new KeyOutcome(MeterSchedule.EntryGivenUp(state, profile, now));
    }

    /// <summary>A key that is no digit may begin a short code when nothing is typed.</summary>
    private static bool BeginsCode(char key, MeterProfile profile) =>
        profile.ShortCodes.Any(code => code.Keys[0] == key);

    private static MeterState CodeSoFar(MeterState state, string code, MeterTime now) =>
        state with { Code = code, EntryAt = now, Screen = new Screen.Entering() };

    private static KeyOutcome Answered(MeterState state, ShortCode code, MeterProfile profile, MeterTime now)
    {
        var answered = state with
        {
            Entry = KeypadEntry.Empty,
            Code = "",
            Screen = new Screen.CodeAnswered(code, now + profile.CreditTime),
        };
        return new KeyOutcome(answered, Does: code.Does);
    }

    /// <summary>A code that does something is answered like a token: it was done, or it was not.</summary>
    public static TokenOutcome Act(CodeAction action, MeterRegisters registers, MeterProfile profile)
    {
        var done = action == CodeAction.Commission
            ? Commissioning.Done(registers, profile)
            : EmergencyCredit.Granted(registers, profile);
        return done is null
            ? new TokenOutcome(ResultCode.FunctionError, registers)
            : new TokenOutcome(ResultCode.Accept, done);
    }

    private static ShortCode? Find(string keys, MeterProfile profile) =>
        profile.ShortCodes.FirstOrDefault(code => code.Keys == keys);

    private static MeterState Idle(MeterState state) =>
        state with { Code = "", Screen = new Screen.Idle() };
}

/// <summary>What a key press led to.</summary>
/// <param name="State">The state after it.</param>
/// <param name="Submitted">Twenty digits that are to be judged now.</param>
/// <param name="Answer">The answer, when there is one without a token.</param>
/// <param name="Does">What the short code asks for that was typed.</param>
internal readonly record struct KeyOutcome(
    MeterState State, string? Submitted = null, ResultCode Answer = ResultCode.None, CodeAction Does = CodeAction.None);
