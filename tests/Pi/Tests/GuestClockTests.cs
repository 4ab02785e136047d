namespace HilBench.Pi.Tests;

public class GuestClockTests
{
    private readonly GuestClock _clock = new();

    [Fact]
    public void The_guests_clock_goes_on_between_two_pieces_of_news()
    {
        _clock.Heard(TimeSpan.FromSeconds(100));
        var first = _clock.Now;
        Assert.True(first >= TimeSpan.FromSeconds(100));
        Assert.True(_clock.Now >= first);
    }

    [Fact]
    public void News_that_took_long_does_not_set_it_back()
    {
        _clock.Heard(TimeSpan.FromSeconds(100));
        _clock.Heard(TimeSpan.FromSeconds(40));
        Assert.True(_clock.Now >= TimeSpan.FromSeconds(100));
    }

    [Fact]
    public void A_guest_that_started_anew_begins_at_its_own_time()
    {
        _clock.Heard(TimeSpan.FromHours(100));
        _clock.Restart();
        _clock.Heard(TimeSpan.FromSeconds(3));
        Assert.True(_clock.Now < TimeSpan.FromHours(99));
    }
}
