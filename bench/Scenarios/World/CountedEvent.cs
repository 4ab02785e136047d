using HilBench.Meter;

namespace HilBench.Scenarios.World;

/// <summary>What a meter counts, by the words of the features.</summary>
public readonly record struct CountedEvent(string Name, MeterEvent Event)
{
    private static readonly Dictionary<string, MeterEvent> Names = new()
    {
        ["over-voltage"] = MeterEvent.OverVoltage,
        ["under-voltage"] = MeterEvent.UnderVoltage,
        ["overload"] = MeterEvent.Overload,
        ["cover"] = MeterEvent.CoverOpened,
        ["switch-failure"] = MeterEvent.SwitchFailure,
    };

    /// <exception cref="FormatException">No meter counts such a thing.</exception>
    public static CountedEvent Of(string name) => Names.TryGetValue(name, out var what)
        ? new CountedEvent(name, what)
        : throw new FormatException($"a meter counts no \"{Excerpt.Of(name)}\" event; allowed: "
            + string.Join(", ", Names.Keys));
}
