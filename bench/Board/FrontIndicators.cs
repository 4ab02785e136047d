using System.Device.Gpio;
using HilBench.Meter;

namespace HilBench.Board;

/// <summary>
/// Drives the buzzer and the lamps of the board: plays a sound, blinks what is to blink. It has no thread: the board's
/// loop calls <see cref="Step"/> when <see cref="Due"/> has come. Nothing ticks while nothing sounds or blinks.
/// </summary>
public sealed class FrontIndicators : IDisposable
{
    /// <summary>Half a period of a blinking lamp.</summary>
    public static readonly TimeSpan BlinkHalf = TimeSpan.FromMilliseconds(500);

    private static readonly Led[] All = Enum.GetValues<Led>();

    private readonly GpioController _gpio;
    private readonly GpioPin? _buzzer;
    private readonly PinValuePair[] _sounding = [];
    private readonly PinValuePair[] _silent = [];
    private readonly (Led Led, GpioPin Pin)[] _lamps;
    private readonly PinValuePair[] _lights;
    private IReadOnlyList<TimeSpan> _sound = [];
    private int _part;
    private TimeSpan? _soundDue;
    private LedLights _leds;
    private bool _blinkOn;
    private TimeSpan? _blinkDue;

    public FrontIndicators(GpioController gpio, IndicatorWiring wiring)
    {
        _gpio = gpio;
        GpioPin Open(int pin) => gpio.OpenPin(pin, PinMode.Output, PinValue.Low);
        _buzzer = wiring.Buzzer is { } buzzer ? Open(buzzer) : null;
        _lamps = [.. All.Where(led => wiring.PinOf(led) is not null)
            .Select(led => (led, Open(wiring.PinOf(led)!.Value)))];
        _lights = [.. _lamps.Select(lamp => new PinValuePair(lamp.Pin.PinNumber, PinValue.Low))];
        if (_buzzer is null) return;
        _sounding = [new PinValuePair(_buzzer.PinNumber, PinValue.High)];
        _silent = [new PinValuePair(_buzzer.PinNumber, PinValue.Low)];
    }

    /// <summary>When the next <see cref="Step"/> is wanted; null = nothing sounds and nothing blinks.</summary>
    public TimeSpan? Due =>
        _soundDue is { } sound && !(_blinkDue < sound) ? sound : _blinkDue;

    /// <summary>Begins a sound; one that has not ended gives way.</summary>
    public void Sound(BeepPattern pattern, TimeSpan now)
    {
        if (_buzzer is null || pattern.IsSilent) return;
        (_sound, _part, _soundDue) = (pattern.Times, 0, now + pattern.Times[0]);
        _gpio.Write(_sounding);
    }

    /// <summary>Lets the lamps do this from now on; those that blink do so together, and begin lit.</summary>
    public void Light(LedLights leds, TimeSpan now)
    {
        _leds = leds;
        var blinks = _lamps.Any(lamp => leds[lamp.Led] == LedLight.Blinking);
        if (blinks && _blinkDue is null) (_blinkOn, _blinkDue) = (true, now + BlinkHalf);
        if (!blinks) _blinkDue = null;
        WriteLamps();
    }

    /// <summary>Does what is due.</summary>
    public void Step(TimeSpan now)
    {
        if (_soundDue <= now) GoOnSounding(now);
        if (!(_blinkDue <= now)) return;
        _blinkOn = !_blinkOn;
        _blinkDue = now + BlinkHalf;
        WriteLamps();
    }

    public void Dispose()
    {
        _buzzer?.Close();
        foreach (var (_, pin) in _lamps) pin.Close();
    }

    /// <summary>Each part lasts as long as it should from when it began: a late board shortens nothing.</summary>
    private void GoOnSounding(TimeSpan now)
    {
        _part++;
        _gpio.Write(_part % 2 == 0 && _part < _sound.Count ? _sounding : _silent);
        _soundDue = _part < _sound.Count ? now + _sound[_part] : null;
    }

    private void WriteLamps()
    {
        for (var i = 0; i < _lamps.Length; i++)
        {
            var light = _leds[_lamps[i].Led];
            var lit = light == LedLight.Lit || (light == LedLight.Blinking && _blinkOn);
            _lights[i] = new PinValuePair(_lights[i].PinNumber, lit ? PinValue.High : PinValue.Low);
        }

        _gpio.Write(_lights);
    }
}
