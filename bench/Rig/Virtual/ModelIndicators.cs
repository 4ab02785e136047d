using HilBench.Board;
using HilBench.Meter;
using HilBench.Roles;

namespace HilBench.Rig.Virtual;

/// <summary>What the model alone wants heard and lit, at the times a board would do it.</summary>
internal sealed class ModelIndicators(IBenchClock clock) : IIndicators
{
    private readonly List<Beep> _planned = [];
    private LedLights _leds;

    public IReadOnlyList<Beep> Beeps =>
    [
        .. _planned.Where(beep => beep.From <= clock.Now)
            .Select(beep => beep.Until > clock.Now ? beep with { Until = null } : beep),
    ];

    public IReadOnlyList<Led> Lamps { get; } = Enum.GetValues<Led>();

    public bool IsLit(Led led) => _leds[led] switch
    {
        LedLight.Lit => true,
        LedLight.Blinking => clock.Now.Ticks / FrontIndicators.BlinkHalf.Ticks % 2 == 0,
        _ => false,
    };

    public LedLight Watch(Led led) => _leds[led];

    public void Light(LedLights leds) => _leds = leds;

    public void Sound(BeepPattern pattern)
    {
        if (pattern.IsSilent) return;
        Hush();
        var at = clock.Now;
        for (var part = 0; part < pattern.Times.Count; part++)
        {
            var end = at + pattern.Times[part];
            if (part % 2 == 0) Add(new Beep(at, end));
            at = end;
        }
    }

    /// <summary>The mains is gone.</summary>
    public void GoDark()
    {
        Hush();
        _leds = default;
    }

    /// <summary>A sound that begins where one ends is heard as the same one, going on.</summary>
    private void Add(Beep beep)
    {
        if (_planned.Count > 0 && _planned[^1].Until == beep.From)
            _planned[^1] = _planned[^1] with { Until = beep.Until };
        else _planned.Add(beep);
    }

    /// <summary>
    /// What sounds ends now, and what was to come does not. Beeps are in their order, so the newest are looked at
    /// alone.
    /// </summary>
    private void Hush()
    {
        while (_planned.Count > 0 && _planned[^1].From >= clock.Now) _planned.RemoveAt(_planned.Count - 1);
        if (_planned.Count > 0 && _planned[^1].Until > clock.Now)
            _planned[^1] = _planned[^1] with { Until = clock.Now };
    }
}
