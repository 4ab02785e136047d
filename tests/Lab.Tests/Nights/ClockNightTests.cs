using HilBench.Lab.Benches;
using HilBench.Lab.Bus;
using HilBench.Lab.Coordination;
using HilBench.Lab.Tests.Broker;
using HilBench.Lab.Told;

namespace HilBench.Lab.Tests.Nights;

/// <summary>Clocks of a lab differ by minutes: leases go by the broker's.</summary>
public class ClockNightTests
{
    private static readonly TimeSpan Length = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task A_lease_ends_by_the_clock_of_the_broker_and_not_by_that_of_a_machine()
    {
        await using var broker = await NatsServer.Start();
        await using var bus = await LabBus.Open(
            LabAddress.Of(broker.Url), "anna", null, LabNight.Cancel, NightPace.Quick with { Grace = TimeSpan.Zero });
        var view = new LeaseView(bus);
        // Whatever this machine believes: what the broker wrote last is the time.
        foreach (var minutes in (int[])[-30, -1, 1, 30])
        {
            var until = bus.Now.AddMinutes(minutes);
            var lease = new Lease { Fence = 5, Holder = "anna", Run = "anna.1", Until = until };
            view.Saw(new Kept<Lease>("bench-1", lease, 9, bus.Now));
            Assert.Equal(minutes > 0, view.IsHeld);
            Assert.Equal(minutes > 0, view.WhyNot("anna", "anna.1", 5) is null);
        }
    }

    [Fact]
    public async Task An_older_lease_that_comes_later_is_no_news_and_one_of_a_broker_that_was_wiped_is()
    {
        await using var broker = await NatsServer.Start();
        await using var bus = await LabBus.Open(LabAddress.Of(broker.Url), "anna", null, LabNight.Cancel);
        var view = new LeaseView(bus);
        var now = bus.Now;
        view.Saw(Kept(fence: 7, revision: 40, now));
        view.Saw(Kept(fence: 6, revision: 39, now.AddSeconds(-5)));
        Assert.Equal(7, view.Now.Fence);
        view.Saw(Kept(fence: 8, revision: 1, now.AddSeconds(5)));
        Assert.Equal(8, view.Now.Fence);
        Assert.NotNull(view.WhyNot("anna", "anna.1", 7));
    }

    [Fact]
    public async Task Nobody_takes_a_bench_before_its_lease_has_ended_and_the_next_one_has_a_greater_number()
    {
        await using var broker = await NatsServer.Start();
        await using var bus = await LabBus.Open(LabAddress.Of(broker.Url), "anna", null, LabNight.Cancel);
        var board = new LabBoard(bus);
        var (anna, bert) = (new LeaseKeeper(board, "anna"), new LeaseKeeper(board, "bert"));
        var first = await anna.Take("bench-1", "", "", Length, least: 3, LabNight.Cancel);
        Assert.Equal(4, first!.Value!.Fence);
        Assert.Null(await bert.Take("bench-1", "", "", Length, least: 0, LabNight.Cancel));
        var over = first.Value with { Until = bus.Now.AddSeconds(-1) };
        await board.Leases.Update("bench-1", over, first.Revision, LabNight.Cancel);
        var second = await bert.Take("bench-1", "", "", Length, least: 0, LabNight.Cancel);
        Assert.Equal(5, second!.Value!.Fence);
        Assert.Null(await anna.Renew(first, Length, LabNight.Cancel));
    }

    private static Kept<Lease> Kept(long fence, ulong revision, DateTime written) => new(
        "bench-1", new Lease { Fence = fence, Holder = "anna", Run = "anna.1", Until = written + Length }, revision,
        written);
}
