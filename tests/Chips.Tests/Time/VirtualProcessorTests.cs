namespace HilBench.Chips.Tests.Time;

public sealed class VirtualProcessorTests
{
    private readonly CircuitBoard _board = new(seed: 1);
    private readonly List<TimeSpan> _steps = [];

    private VirtualTime Time => _board.Time;

    [Fact]
    public void It_wakes_by_itself_when_the_bench_starts_and_sleeps_unless_told_otherwise()
    {
        var processor = new VirtualProcessor(_board, Note);
        Assert.Equal(TimeSpan.Zero, processor.Wake);
        Time.Wait(Ms(100));
        Assert.Equal([TimeSpan.Zero], _steps);
        Assert.Null(processor.Wake);
    }

    [Fact]
    public void Its_timer_wakes_it_at_the_moment_asked_for()
    {
        VirtualProcessor processor = null!;
        processor = new VirtualProcessor(_board, () =>
        {
            Note();
            processor.WakeAt(Time.Now + Ms(30));
        });
        Time.Wait(Ms(100));
        Assert.Equal([Ms(0), Ms(30), Ms(60), Ms(90)], _steps);
        Assert.Equal(4, processor.Steps);
    }

    [Fact]
    public void While_firmware_waits_hardware_goes_on_and_no_further_step_begins()
    {
        VirtualProcessor processor = null!;
        int depth = 0;
        TimeSpan? bounced = null;
        processor = new VirtualProcessor(_board, () =>
        {
            Assert.Equal(1, ++depth);
            Note();
            Time.Wait(Ms(10));
            depth--;
        });
        Time.At(Ms(4), () =>
        {
            bounced = Time.Now;
            processor.WakeNow();
        });
        Time.Wait(Ms(50));
        Assert.Equal(Ms(4), bounced);
        Assert.Equal([Ms(0), Ms(10)], _steps);
    }

    [Fact]
    public void An_interrupt_during_a_step_is_not_lost_when_the_step_sets_its_timer_afterwards()
    {
        VirtualProcessor processor = null!;
        processor = new VirtualProcessor(_board, () =>
        {
            Note();
            Time.Wait(Ms(10));
            processor.WakeAt(Ms(1000));
        });
        Time.At(Ms(5), () => processor.WakeNow());
        Time.Wait(Ms(500));
        Assert.Equal([Ms(0), Ms(10)], _steps);
        Assert.Equal(Ms(1000), processor.Wake);
    }

    [Fact]
    public void At_one_moment_hardware_comes_before_the_processor()
    {
        var order = new List<string>();
        VirtualProcessor processor = null!;
        processor = new VirtualProcessor(_board, () =>
        {
            order.Add("processor");
            if (Time.Now == TimeSpan.Zero) processor.WakeAt(Ms(10));
        });
        Time.At(Ms(10), () => order.Add("hardware"));
        Time.Wait(Ms(10));
        Assert.Equal(["processor", "hardware", "processor"], order);
    }

    [Fact]
    public void A_scenarios_wait_ends_late_when_the_processor_was_busy()
    {
        _ = new VirtualProcessor(_board, () => Time.Wait(Ms(25)));
        Time.Wait(Ms(10));
        Assert.Equal(Ms(25), Time.Now);
    }

    [Fact]
    public void Power_that_fails_during_a_wait_cuts_the_firmware_off_at_that_moment()
    {
        bool finished = false;
        TimeSpan? cutAt = null;
        var processor = new VirtualProcessor(_board, () =>
        {
            try
            {
                Time.Wait(Ms(20));
                finished = true;
            }
            catch (PowerLostException lost)
            {
                cutAt = lost.At;
                throw;
            }
        });
        Time.At(Ms(7), _board.Power.Fail);
        Time.Wait(Ms(100));
        Assert.False(finished);
        Assert.Equal(Ms(7), cutAt);
        Assert.Equal(Ms(100), Time.Now);
        Assert.False(processor.IsStepping);
        Assert.Null(processor.Wake);
    }

    [Fact]
    public void Power_that_fails_at_the_very_end_of_a_wait_still_cuts_the_firmware_off()
    {
        bool finished = false;
        _ = new VirtualProcessor(_board, () =>
        {
            Time.Wait(Ms(20));
            finished = true;
        });
        Time.At(Ms(20), _board.Power.Fail);
        Time.Wait(Ms(100));
        Assert.False(finished);
    }

    [Fact]
    public void Firmware_that_swallows_the_loss_of_power_meets_it_again_in_its_next_wait()
    {
        int losses = 0;
        _ = new VirtualProcessor(_board, () =>
        {
            for (int attempt = 0; attempt < 3; attempt++)
            {
                try
                {
                    Time.Wait(Ms(20));
                }
                catch (PowerLostException)
                {
                    losses++;
                }
            }
        });
        Time.At(Ms(7), _board.Power.Fail);
        Time.Wait(Ms(100));
        Assert.Equal(3, losses);
    }

    [Fact]
    public void Without_power_neither_timer_nor_interrupt_starts_a_step_and_power_up_does()
    {
        VirtualProcessor processor = null!;
        processor = new VirtualProcessor(_board, () =>
        {
            Note();
            processor.WakeAt(Time.Now + Ms(20));
        });
        Time.Wait(Ms(1));
        _board.Power.Fail();
        processor.WakeNow();
        processor.WakeAt(Ms(30));
        Time.Wait(Ms(99));
        Assert.Equal([Ms(0)], _steps);
        _board.Power.Restore();
        Time.Wait(Ms(1));
        Assert.Equal(Ms(100), _steps[1]);
        Assert.Equal(Ms(100), _board.Power.OnSince);
    }

    [Fact]
    public void Power_that_fails_and_returns_in_one_moment_restarts_the_firmware()
    {
        _ = new VirtualProcessor(_board, () =>
        {
            Note();
            Time.Wait(Ms(10));
        });
        Time.At(Ms(5), () =>
        {
            _board.Power.Fail();
            _board.Power.Restore();
        });
        Time.Wait(Ms(50));
        Assert.Equal([Ms(0), Ms(5)], _steps);
    }

    [Fact]
    public void Firmware_that_never_sleeps_is_found_out()
    {
        VirtualProcessor processor = null!;
        processor = new VirtualProcessor(_board, () => processor.WakeNow());
        var refused = Assert.Throws<InvalidOperationException>(() => Time.Wait(Ms(1)));
        Assert.Contains("never sleeps", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_error_in_the_firmware_reaches_the_scenario()
    {
        _ = new VirtualProcessor(_board, () => throw new InvalidDataException("a bug in the firmware"));
        Assert.Throws<InvalidDataException>(() => Time.Wait(Ms(1)));
    }

    [Fact]
    public void A_board_has_one_processor()
    {
        _ = new VirtualProcessor(_board, () => { });
        Assert.Throws<InvalidOperationException>(() => new VirtualProcessor(_board, () => { }));
    }

    private static TimeSpan Ms(int milliseconds) => TimeSpan.FromMilliseconds(milliseconds);

    private void Note() => _steps.Add(Time.Now);
}
