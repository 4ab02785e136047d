using HilBench.Tokens;

namespace HilBench.Meter;

/// <summary>
/// A meter cannot see its contact. What it can see is current that goes on flowing although it has ordered the switch
/// open: then the opening has failed. Without current the switch counts as open (docs/acceptance.md has the source).
/// </summary>
internal static class SwitchWatch
{
    /// <summary>When the current has flowed for too long; null = it does not, or the meter does not look.</summary>
    public static MeterTime? Due(MeterState state, MeterProfile profile) =>
        profile.WeldedAfter is { } after && state.Registers is { SwitchFailed: false } && IsLeaking(state)
            ? state.LeakSince + after
            : null;

    /// <summary>The metrology chip measures this. Through a closed switch it says nothing about the opening.</summary>
    public static MeterState Told(MeterState state, Watts power, MeterTime now) => state with
    {
        Leak = state.Registers is { LoadSwitch: LoadSwitchPosition.Open } ? power : null,
        LeakSince = IsLeaking(state) ? state.LeakSince : now,
    };

    public static MeterState Watch(MeterState state, MeterProfile profile, MeterTime now)
    {
        if (state.Registers is not { } registers) return state;
        if (Due(state, profile) <= now)
        {
            var failed = registers with { SwitchFailed = true };
            return state with { Registers = failed.Noting(MeterEvent.SwitchFailure, profile) };
        }

        return registers is { SwitchFailed: true, LoadSwitch: LoadSwitchPosition.Open } && state.Leak is { Value: 0 }
            ? state with { Registers = registers with { SwitchFailed = false } }
            : state;
    }

    /// <summary>
    /// What the switch was ordered to since the state before, as an operation of it. What was measured through it
    /// before the order says nothing any more.
    /// </summary>
    public static MeterState Counted(MeterState before, MeterState state, MeterProfile profile) =>
        before.Registers is { } was && state.Registers is { } now && was.LoadSwitch != now.LoadSwitch
            ? state with { Registers = now.Noting(MeterEvent.SwitchOperation, profile), Leak = null }
            : state;

    private static bool IsLeaking(MeterState state) =>
        state.Registers is { LoadSwitch: LoadSwitchPosition.Open } && state.Leak is { Value: > 0 };
}
