using HilBench.Meter;

namespace HilBench.Board;

/// <summary>
/// The pins of the buzzer and of the lamps on the meter's front, each driven high; null = the board has none. A dead
/// board is silent and dark.
/// </summary>
public sealed record IndicatorWiring(int? Buzzer = null, int? LowCredit = null, int? Load = null, int? Fault = null)
{
    public static IndicatorWiring None { get; } = new();

    /// <summary>Every pin there is, and what hangs on it.</summary>
    public IReadOnlyList<(int Pin, string Use)> Uses =>
        [.. Some(Buzzer, "buzzer"), .. Some(LowCredit, "low-credit LED"), .. Some(Load, "load LED"),
            .. Some(Fault, "fault LED")];

    public IReadOnlyList<int> Pins => [.. Uses.Select(use => use.Pin)];

    public bool HasLeds => LowCredit is not null || Load is not null || Fault is not null;

    public int? PinOf(Led led) => led switch
    {
        Led.LowCredit => LowCredit,
        Led.Load => Load,
        _ => Fault,
    };

    private static (int Pin, string Use)[] Some(int? pin, string use) => pin is { } there ? [(there, use)] : [];
}
