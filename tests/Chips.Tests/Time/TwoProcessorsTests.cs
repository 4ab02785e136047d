namespace HilBench.Chips.Tests.Time;

/// <summary>Two boards with a processor each, in one time.</summary>
public sealed class TwoProcessorsTests
{
    private readonly CircuitBoard _board = new(seed: 1);
    private readonly CircuitBoard _beside;
    private readonly List<string> _log = [];

    public TwoProcessorsTests() => _beside = new CircuitBoard(_board);

    private VirtualTime Time => _board.Time;

    [Fact]
    public void Each_wakes_at_its_own_time()
    {
        VirtualProcessor first = null!, second = null!;
        first = new VirtualProcessor(_board, () => Step("first", first, 30));
        second = new VirtualProcessor(_beside, () => Step("second", second, 20));
        Time.Wait(Ms(50));
        Assert.Equal(["first 0", "second 0", "second 20", "first 30", "second 40"], _log);
    }

    [Fact]
    public void While_one_works_the_other_waits()
    {
        VirtualProcessor second = null!;
        _ = new VirtualProcessor(_board, () =>
        {
            Time.Wait(Ms(25));
            Note("first done");
        });
        second = new VirtualProcessor(_beside, () => Note("second"));
        Time.Wait(Ms(50));
        Assert.Equal(["first done 25", "second 25"], _log);
    }

    [Fact]
    public void A_supply_that_fails_ends_the_step_of_its_own_processor_and_of_no_other()
    {
        var first = new VirtualProcessor(_board, () =>
        {
            Time.Wait(Ms(20));
            Note("first done");
        });
        Time.At(Ms(10), _beside.Power.Fail);
        Time.Wait(Ms(50));
        Assert.Equal(["first done 20"], _log);
        Time.At(Ms(60), _board.Power.Fail);
        first.WakeNow();
        Time.Wait(Ms(50));
        Assert.Equal(["first done 20"], _log);
    }

    private void Step(string name, VirtualProcessor processor, int after)
    {
        Note(name);
        processor.WakeAt(Time.Now + Ms(after));
    }

    private void Note(string what) => _log.Add($"{what} {Time.Now.TotalMilliseconds:0}");

    private static TimeSpan Ms(int milliseconds) => TimeSpan.FromMilliseconds(milliseconds);
}
