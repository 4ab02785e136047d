using HilBench.Board;
using HilBench.Chips;
using HilBench.Meter;
using HilBench.Roles;

namespace HilBench.Rig.Virtual;

/// <summary>Buzzer and lamps as chips on the board's pins, heard and seen there.</summary>
public sealed class PinIndicators : IIndicators
{
    /// <summary>More than a whole blink.</summary>
    private static readonly TimeSpan Look = FrontIndicators.BlinkHalf * 2.4;

    private readonly IBenchClock _clock;
    private readonly PiezoBuzzer? _buzzer;
    private readonly Dictionary<Led, IndicatorLed> _leds = [];

    /// <param name="circuit">Where the chips are.</param>
    /// <param name="header">Their wires.</param>
    /// <param name="wiring">Which pins.</param>
    /// <param name="clock">Passes the time that a look takes; the circuit's own, or one it follows.</param>
    public PinIndicators(CircuitBoard circuit, PinHeader header, IndicatorWiring wiring, IBenchClock clock)
    {
        _clock = clock;
        _buzzer = wiring.Buzzer is { } buzzer ? new PiezoBuzzer(circuit, header, buzzer) : null;
        foreach (var led in Enum.GetValues<Led>())
        {
            if (wiring.PinOf(led) is { } pin) _leds[led] = new IndicatorLed(circuit, header, pin, $"{led} LED");
        }
    }

    public IReadOnlyList<Beep> Beeps =>
        [.. (_buzzer?.Heard ?? []).Select(buzz => new Beep(buzz.From, buzz.Until))];

    public int BeepCount => _buzzer?.Heard.Count ?? 0;

    public IReadOnlyList<Led> Lamps => [.. _leds.Keys];

    public bool IsLit(Led led) => _leds.TryGetValue(led, out var lamp) && lamp.IsLit;

    /// <summary>A lamp that changes once while it is looked at is looked at again.</summary>
    public LedLight Watch(Led led)
    {
        if (!_leds.TryGetValue(led, out var lamp))
            throw new StimulusNotDeliveredException($"a look at the {led} LED", "this rig has none");
        long changes;
        do
        {
            var before = lamp.Changes;
            _clock.Wait(Look);
            changes = lamp.Changes - before;
        }
        while (changes == 1);
        return changes > 1 ? LedLight.Blinking : lamp.IsLit ? LedLight.Lit : LedLight.Dark;
    }
}
