using System.Device.Gpio;

namespace HilBench.Chips.Tests.Indicators;

public class FrontTests
{
    private const int BuzzerPin = 24;
    private const int LedPin = 10;
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(50);

    private readonly CircuitBoard _board = new(seed: 1);
    private readonly GpioController _gpio;
    private readonly PiezoBuzzer _buzzer;
    private readonly IndicatorLed _led;

    public FrontTests()
    {
        var header = new PinHeader(_board);
        _gpio = new GpioController(new EmulatedGpioDriver(header));
        _buzzer = new PiezoBuzzer(_board, header, BuzzerPin);
        _led = new IndicatorLed(_board, header, LedPin);
    }

    [Fact]
    public void A_buzzer_remembers_from_when_until_when_it_sounded()
    {
        _gpio.OpenPin(BuzzerPin, PinMode.Output, PinValue.Low);
        _board.Time.Wait(Tick);
        _gpio.Write(BuzzerPin, PinValue.High);
        _board.Time.Wait(Tick);
        Assert.Equal([new Buzz(Tick, null)], _buzzer.Heard);
        _gpio.Write(BuzzerPin, PinValue.Low);
        _board.Time.Wait(Tick);
        _gpio.Write(BuzzerPin, PinValue.High);
        Assert.Equal([new Buzz(Tick, 2 * Tick), new Buzz(3 * Tick, null)], _buzzer.Heard);
    }

    [Fact]
    public void A_pin_that_nobody_drives_is_silence_and_darkness_without_a_finding()
    {
        Assert.False(_buzzer.IsSounding);
        Assert.False(_led.IsLit);
        _gpio.OpenPin(LedPin, PinMode.Output, PinValue.High);
        Assert.True(_led.IsLit);
        _gpio.SetPinMode(LedPin, PinMode.Input);
        Assert.False(_led.IsLit);
        Assert.Equal(2, _led.Changes);
        Assert.Empty(_board.Findings.All);
    }

    [Fact]
    public void A_beep_ends_with_the_supply_and_does_not_come_back_with_it()
    {
        _gpio.OpenPin(BuzzerPin, PinMode.Output, PinValue.High);
        _gpio.OpenPin(LedPin, PinMode.Output, PinValue.High);
        _board.Time.Wait(Tick);
        _board.Power.Fail();
        _board.Time.Wait(Tick);
        _board.Power.Restore();
        Assert.Equal([new Buzz(TimeSpan.Zero, Tick)], _buzzer.Heard);
        Assert.False(_led.IsLit);
    }
}
