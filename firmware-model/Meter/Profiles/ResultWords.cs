using System.Globalization;

namespace HilBench.Meter;

/// <summary>The words of a profile, each at most as long as a display line.</summary>
public sealed record ResultWords
{
    public string Accept { get; init; } = "Accept";

    public string Used { get; init; } = "Used";

    public string Old { get; init; } = "Old";

    /// <summary>Every other refusal; {0} is how many wrong entries there have been in a row.</summary>
    public string Reject { get; init; } = "Reject";

    /// <summary>A token that does not decipher (CRCError); null = said as <see cref="Reject"/>.</summary>
    public string? Authentication { get; init; }

    /// <summary>The meter takes no tokens for a while.</summary>
    public string Locked { get; init; } = "Locked";

    public string Incomplete { get; init; } = "Incomplete";

    /// <summary>Shown for a section of an unfinished key change; {0} is the number of a code.</summary>
    public string Half { get; init; } = "Enter code {0}";

    /// <summary>A word for each code by itself, first to fourth; empty = <see cref="Half"/> says it.</summary>
    public IReadOnlyList<string> Halves { get; init; } = [];

    public string Credit { get; init; } = "Credit";

    public string MemoryFault { get; init; } = "Memory fault";

    public string KeypadFault { get; init; } = "Keypad fault";

    /// <summary>The load switch is open because too much was drawn.</summary>
    public string Overload { get; init; } = "Overload";

    /// <summary>The load switch is open because the mains is too high.</summary>
    public string OverVoltage { get; init; } = "High voltage";

    /// <summary>The load switch is open because the mains is too low.</summary>
    public string UnderVoltage { get; init; } = "Low voltage";

    /// <summary>Current flows through a load switch that was ordered open.</summary>
    public string SwitchFault { get; init; } = "Switch fault";

    /// <summary>The load switch is open because of a tamper.</summary>
    public string Tamper { get; init; } = "Tamper";

    /// <summary>The meter has not been put into service yet.</summary>
    public string NotCommissioned { get; init; } = "Not commissioned";

    /// <summary>The credit is lent.</summary>
    public string Emergency { get; init; } = "Emergency";

    /// <summary>What may stand beside the credit for as long as it is so.</summary>
    public IReadOnlyList<string> Standing =>
        [Overload, OverVoltage, UnderVoltage, SwitchFault, Tamper, NotCommissioned, Emergency];

    /// <summary>The one that stands there now; the most urgent, or nothing.</summary>
    public string For(MeterRegisters registers, MeterProfile profile)
    {
        if (!registers.IsCommissioned) return NotCommissioned;
        if (registers.SwitchFailed) return SwitchFault;
        if (registers.TamperLatched && profile.TamperOpensSwitch) return Tamper;
        return registers.Trip switch
        {
            TripCause.OverVoltage => OverVoltage,
            TripCause.UnderVoltage => UnderVoltage,
            TripCause.None or TripCause.SwitchTest => registers.Owed.IsEmpty ? "" : Emergency,
            _ => Overload,
        };
    }

    /// <summary>A keypad unit whose measuring unit does not answer.</summary>
    public string NoConnection { get; init; } = "No connection";

    /// <summary>A keypad unit that is paired with no meter.</summary>
    public string NotPaired { get; init; } = "Not paired";

    /// <summary>A keypad unit that is paired with another meter than the one on its line.</summary>
    public string OtherMeter { get; init; } = "Other meter";

    /// <summary>A keypad unit was paired by its keys.</summary>
    public string Paired { get; init; } = "OK";

    public string HalfWord(KeyChangeSection section) => Halves.Count > 0
        ? Halves[(int)section - 1]
        : string.Format(CultureInfo.InvariantCulture, Half, (int)section);

    /// <summary>The word for an answer to a token.</summary>
    /// <param name="code">The answer.</param>
    /// <param name="named">The code that a half-done key change speaks of.</param>
    /// <param name="wrongEntries">Wrong entries in a row, this one included.</param>
    public string For(ResultCode code, KeyChangeSection? named, int wrongEntries) => code switch
    {
        ResultCode.Accept => Accept,
        ResultCode.UsedError => Used,
        ResultCode.OldError => Old,
        ResultCode.Lockout => Locked,
        ResultCode.CrcError when Authentication is { } word => word,
        _ when code.IsAwaitingMore() && named is { } section => HalfWord(section),
        _ => string.Format(CultureInfo.InvariantCulture, Reject, wrongEntries),
    };
}
