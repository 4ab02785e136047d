namespace HilBench.Pi.Tests;

public class DrivenPinsTests
{
    [Fact]
    public void A_pin_is_driven_from_its_first_level_until_it_is_an_input()
    {
        var pins = new DrivenPins();
        pins.Take(new PinRecord(TimeSpan.Zero, PinEvent.InputPullUp, 12, 0));
        pins.Take(new PinRecord(TimeSpan.Zero, PinEvent.Output, 26, 1));
        pins.Take(new PinRecord(TimeSpan.Zero, PinEvent.Output, 18, 0));
        Assert.Equal([18, 26], pins.Now);
        Assert.Equal([12, 18, 26], pins.Used);
        pins.Take(new PinRecord(TimeSpan.Zero, PinEvent.ContactClosed, 5, 12));
        pins.Take(new PinRecord(TimeSpan.Zero, PinEvent.Input, 26, 1));
        Assert.Equal([18], pins.Now);
        Assert.Equal([12, 18, 26], pins.Used);
    }

    [Fact]
    public void A_power_cut_forgets_them()
    {
        var pins = new DrivenPins();
        pins.Take(new PinRecord(TimeSpan.Zero, PinEvent.Output, 26, 1));
        pins.Forget();
        Assert.Empty(pins.Now);
        Assert.Empty(pins.Used);
    }
}
