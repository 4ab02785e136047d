namespace HilBench.Chips.Tests.Time;

/// <summary>A supply that lives on its reserve for a while when the mains fails.</summary>
public class PowerDomainTests
{
    private readonly CircuitBoard _board = new(seed: 1);
    private readonly List<string> _told = [];

    public PowerDomainTests()
    {
        _board.Power.HoldUp = TimeSpan.FromMilliseconds(100);
        _board.Power.Failing += () => _told.Add($"failing {_board.Time.Now.TotalMilliseconds}");
        _board.Power.Recovered += () => _told.Add($"recovered {_board.Time.Now.TotalMilliseconds}");
        _board.Power.Failed += () => _told.Add($"failed {_board.Time.Now.TotalMilliseconds}");
        _board.Power.Restored += () => _told.Add($"restored {_board.Time.Now.TotalMilliseconds}");
    }

    [Fact]
    public void A_mains_failure_is_announced_and_ends_the_supply_when_the_reserve_is_used_up()
    {
        _board.Power.MainsFail();
        _board.Power.MainsFail();
        Wait(99);
        Assert.True(_board.Power.IsOn);
        Wait(1);
        _board.Power.Restore();
        Assert.Equal(["failing 0", "failed 100", "restored 100"], _told);
    }

    [Fact]
    public void A_dip_shorter_than_the_reserve_takes_nothing()
    {
        _board.Power.MainsFail();
        Wait(60);
        _board.Power.Restore();
        Wait(500);
        Assert.Equal(["failing 0", "recovered 60"], _told);
        Assert.True(_board.Power.IsOn);
    }

    [Fact]
    public void A_cut_supply_has_no_reserve()
    {
        _board.Power.MainsFail();
        Wait(10);
        _board.Power.Fail();
        Wait(500);
        Assert.Equal(["failing 0", "failed 10"], _told);
    }

    [Fact]
    public void Without_a_reserve_nothing_is_announced()
    {
        _board.Power.HoldUp = TimeSpan.Zero;
        _board.Power.MainsFail();
        Assert.Equal(["failed 0"], _told);
    }

    private void Wait(int milliseconds) => _board.Time.Wait(TimeSpan.FromMilliseconds(milliseconds));
}
