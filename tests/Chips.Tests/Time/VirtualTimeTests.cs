namespace HilBench.Chips.Tests.Time;

public sealed class VirtualTimeTests
{
    private readonly VirtualTime _time = new();

    [Fact]
    public void A_wait_moves_the_clock_by_exactly_its_duration()
    {
        _time.Wait(TimeSpan.FromMicroseconds(37));
        _time.Wait(TimeSpan.FromTicks(1));
        Assert.Equal(TimeSpan.FromTicks(371), _time.Now);
    }

    [Fact]
    public void Events_happen_in_order_of_time_at_their_own_moment()
    {
        var seen = new List<string>();
        foreach (int due in new[] { 30, 10, 20 }) _time.At(Ms(due), () => seen.Add($"{due} at {_time.Now}"));
        _time.Wait(Ms(25));
        Assert.Equal(["10 at 00:00:00.0100000", "20 at 00:00:00.0200000"], seen);
        Assert.Equal(Ms(25), _time.Now);
    }

    [Fact]
    public void Events_of_one_moment_happen_in_the_order_in_which_they_were_scheduled()
    {
        var seen = new List<int>();
        for (int i = 0; i < 100; i++)
        {
            int number = i;
            _time.At(Ms(5), () => seen.Add(number));
        }

        _time.Wait(Ms(5));
        Assert.Equal(Enumerable.Range(0, 100), seen);
    }

    [Fact]
    public void An_scheduleddue_exactly_at_the_end_of_the_wait_happens_within_it()
    {
        HardwareEvent atEnd = _time.At(Ms(5), () => { });
        HardwareEvent later = _time.At(Ms(5) + TimeSpan.FromTicks(1), () => { });
        _time.Wait(Ms(5));
        Assert.False(atEnd.IsPending);
        Assert.True(later.IsPending);
    }

    [Fact]
    public void A_cancelled_schedulednever_happens_and_its_neighbours_do()
    {
        var seen = new List<int>();
        _time.At(Ms(1), () => seen.Add(1));
        HardwareEvent second = _time.At(Ms(2), () => seen.Add(2));
        _time.At(Ms(3), () => seen.Add(3));
        second.Cancel();
        second.Cancel();
        _time.Wait(Ms(10));
        Assert.Equal([1, 3], seen);
    }

    [Fact]
    public void An_scheduledmay_schedule_further_events_within_the_same_wait()
    {
        int beats = 0;
        void Beat()
        {
            beats++;
            _time.After(Ms(10), Beat);
        }

        _time.After(Ms(10), Beat);
        _time.Wait(Ms(100));
        Assert.Equal(10, beats);
    }

    [Fact]
    public void An_scheduledscheduled_for_the_past_happens_now_but_not_before_somebody_waits()
    {
        _time.Wait(Ms(50));
        TimeSpan? happened = null;
        _time.At(Ms(10), () => happened = _time.Now);
        Assert.Null(happened);
        _time.Wait(TimeSpan.Zero);
        Assert.Equal(Ms(50), happened);
    }

    [Fact]
    public void Hardware_may_not_wait()
    {
        _time.At(Ms(1), () => _time.Wait(Ms(1)));
        var refused = Assert.Throws<InvalidOperationException>(() => _time.Wait(Ms(2)));
        Assert.Contains("may not wait", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void After_an_scheduledthat_threw_the_bench_can_still_wait()
    {
        _time.At(Ms(1), () => throw new InvalidDataException("a broken test"));
        Assert.Throws<InvalidDataException>(() => _time.Wait(Ms(2)));
        _time.Wait(Ms(2));
        Assert.Equal(Ms(3), _time.Now);
    }

    [Fact]
    public void A_negative_wait_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => _time.Wait(TimeSpan.FromTicks(-1)));

    [Fact]
    public void Waiting_until_a_moment_already_past_returns_at_once()
    {
        _time.Wait(Ms(5));
        _time.WaitUntil(Ms(3));
        Assert.Equal(Ms(5), _time.Now);
        _time.WaitUntil(Ms(8));
        Assert.Equal(Ms(8), _time.Now);
    }

    [Fact]
    public void Any_schedule_happens_sorted_by_time_and_then_by_order_of_scheduling() =>
        Gen.Int[0, 20].List[0, 60].Sample(dues =>
        {
            var time = new VirtualTime();
            var seen = new List<(int Due, int Number)>();
            for (int i = 0; i < dues.Count; i++)
            {
                (int Due, int Number) scheduled = (dues[i], i);
                time.At(Ms(dues[i]), () => seen.Add(scheduled));
            }

            time.Wait(Ms(20));
            return seen.SequenceEqual(dues.Select((due, number) => (due, number)).OrderBy(one => one));
        });

    [Fact]
    public void Somebody_may_look_up_during_a_long_wait_and_end_it_between_two_events()
    {
        int events = 0;
        void Tick()
        {
            events++;
            _time.After(Ms(1), Tick);
        }

        Tick();
        _time.Look = () => throw new OperationCanceledException();
        Assert.Throws<OperationCanceledException>(() => _time.Wait(TimeSpan.FromDays(1)));
        Assert.InRange(events, 1, 5_000);
        Assert.Equal(_time.Now, Ms(events - 1));
        _time.Look = null;
        _time.Wait(Ms(5));
        Assert.Equal(_time.Now, Ms(events - 1));
    }

    [Fact]
    public void What_a_bench_costs_is_counted_in_events_and_in_what_is_charged()
    {
        for (int i = 1; i <= 10; i++) _time.At(Ms(i), () => { });
        _time.Wait(Ms(20));
        Assert.Equal(10, _time.Work);
        _time.Charge(32);
        Assert.Equal(42, _time.Work);
    }

    private static TimeSpan Ms(int milliseconds) => TimeSpan.FromMilliseconds(milliseconds);
}
