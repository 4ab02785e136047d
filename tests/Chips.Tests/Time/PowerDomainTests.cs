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

    [Fact]
    public void A_line_below_the_least_voltage_is_a_mains_failure_and_above_it_none()
    {
        _board.Power.LowestVolts = 161;
        _board.Power.LineVolts = 161;
        Assert.Empty(_told);
        _board.Power.LineVolts = 160;
        Assert.Equal(160, _board.Power.Volts);
        Wait(50);
        _board.Power.LineVolts = 200;
        Wait(50);
        _board.Power.LineVolts = 100;
        Wait(100);
        _board.Power.LineVolts = 230;
        Assert.Equal(["failing 0", "recovered 50", "failing 100", "failed 200", "restored 200"], _told);
    }

    [Fact]
    public void The_voltage_returns_to_a_mains_that_has_failed_and_feeds_nothing()
    {
        _board.Power.LowestVolts = 161;
        _board.Power.LineVolts = 100;
        _board.Power.MainsFail();
        Wait(200);
        _board.Power.LineVolts = 230;
        Assert.Equal(0, _board.Power.Volts);
        Assert.False(_board.Power.IsOn);
        _board.Power.Restore();
        Assert.True(_board.Power.IsOn);
    }

    [Fact]
    public void Each_change_of_the_voltage_is_told_before_what_it_does_to_the_supply()
    {
        _board.Power.LowestVolts = 161;
        _board.Power.VoltsChanged += () => _told.Add($"{_board.Power.Volts} V");
        _board.Power.LineVolts = 230;
        _board.Power.LineVolts = 260;
        _board.Power.LineVolts = 100;
        _board.Power.MainsFail();
        _board.Power.LineVolts = 230;
        _board.Power.Restore();
        Assert.Equal(["260 V", "100 V", "failing 0", "0 V", "230 V", "recovered 0"], _told);
    }

    private void Wait(int milliseconds) => _board.Time.Wait(TimeSpan.FromMilliseconds(milliseconds));
}
