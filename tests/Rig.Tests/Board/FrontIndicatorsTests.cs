using HilBench.Board;
using HilBench.Chips;
using HilBench.Meter;

namespace HilBench.Rig.Tests.Board;

/// <summary>The driver of buzzer and lamps, tested on the chips it drives.</summary>
public sealed class FrontIndicatorsTests : IDisposable
{
    private static readonly IndicatorWiring Wiring = new(Buzzer: 24, LowCredit: 10, Load: 9, Fault: 11);

    private readonly PinBench _bench = new();
    private readonly PiezoBuzzer _buzzer;
    private readonly IndicatorLed _lowCredit;
    private readonly IndicatorLed _load;
    private readonly FrontIndicators _front;

    public FrontIndicatorsTests()
    {
        _buzzer = new PiezoBuzzer(_bench.Circuit, _bench.Header, 24);
        _lowCredit = new IndicatorLed(_bench.Circuit, _bench.Header, 10);
        _load = new IndicatorLed(_bench.Circuit, _bench.Header, 9);
        _front = new FrontIndicators(_bench.Gpio, Wiring);
    }

    public void Dispose() => _front.Dispose();

    [Fact]
    public void A_sound_is_played_part_by_part_and_then_nothing_is_due()
    {
        _front.Sound(BeepPattern.OfMilliseconds(100, 50, 200), _bench.Now);
        RunToEnd();
        Assert.Equal([new Buzz(Ms(0), Ms(100)), new Buzz(Ms(150), Ms(350))], _buzzer.Heard);
    }

    [Fact]
    public void A_new_sound_ends_the_one_before()
    {
        _front.Sound(BeepPattern.OfMilliseconds(500), _bench.Now);
        _bench.WaitMs(120);
        _front.Sound(BeepPattern.OfMilliseconds(50), _bench.Now);
        RunToEnd();
        Assert.Equal(Ms(170), Assert.Single(_buzzer.Heard).Until);
        _front.Sound(BeepPattern.Silent, _bench.Now);
        Assert.Null(_front.Due);
    }

    [Fact]
    public void A_board_that_is_late_shortens_no_part_of_a_sound()
    {
        _front.Sound(BeepPattern.OfMilliseconds(100, 100, 100), _bench.Now);
        _bench.WaitMs(180);
        _front.Step(_bench.Now);
        RunToEnd();
        Assert.Equal([new Buzz(Ms(0), Ms(180)), new Buzz(Ms(280), Ms(380))], _buzzer.Heard);
    }

    [Fact]
    public void A_blinking_lamp_begins_lit_and_changes_twice_a_second_and_a_lit_one_never()
    {
        _front.Light(new LedLights(LedLight.Blinking, LedLight.Lit, default), _bench.Now);
        Assert.True(_lowCredit.IsLit);
        for (var half = 1; half <= 6; half++)
        {
            Assert.Equal(Ms(500 * half), _front.Due);
            _bench.Wait(_front.Due!.Value - _bench.Now);
            _front.Step(_bench.Now);
            Assert.Equal(half % 2 == 0, _lowCredit.IsLit);
        }

        Assert.Equal(1, _load.Changes);
        _front.Light(new LedLights(default, LedLight.Lit, default), _bench.Now);
        Assert.Null(_front.Due);
        Assert.False(_lowCredit.IsLit);
    }

    [Fact]
    public void Telling_the_lamps_again_does_not_disturb_the_blinking()
    {
        _front.Light(new LedLights(LedLight.Blinking, default, default), _bench.Now);
        _bench.WaitMs(300);
        _front.Light(new LedLights(LedLight.Blinking, LedLight.Lit, default), _bench.Now);
        Assert.Equal(Ms(500), _front.Due);
    }

    [Fact]
    public void A_board_without_buzzer_and_lamps_drives_nothing_and_is_never_due()
    {
        using var none = new FrontIndicators(new PinBench().Gpio, IndicatorWiring.None);
        none.Sound(BeepPattern.OfMilliseconds(100), _bench.Now);
        none.Light(new LedLights(LedLight.Lit, LedLight.Blinking, LedLight.Lit), _bench.Now);
        Assert.Null(none.Due);
    }

    [Fact]
    public void Both_at_once_are_due_at_the_earlier_of_the_two()
    {
        _front.Light(new LedLights(LedLight.Blinking, default, default), _bench.Now);
        _front.Sound(BeepPattern.OfMilliseconds(700), _bench.Now);
        Assert.Equal(Ms(500), _front.Due);
        _bench.WaitMs(500);
        _front.Step(_bench.Now);
        Assert.Equal(Ms(700), _front.Due);
        Assert.True(_buzzer.IsSounding);
    }

    private void RunToEnd()
    {
        while (_front.Due is { } due)
        {
            if (due > _bench.Now) _bench.Wait(due - _bench.Now);
            _front.Step(_bench.Now);
        }
    }

    private static TimeSpan Ms(int milliseconds) => TimeSpan.FromMilliseconds(milliseconds);
}
