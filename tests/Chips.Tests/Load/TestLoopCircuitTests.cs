using System.Device.Gpio;

namespace HilBench.Chips.Tests.Load;

/// <summary>A contact in a loop of its own, moved by a coil on the meter's board.</summary>
public sealed class TestLoopCircuitTests
{
    private const int Coil = 4;
    private readonly CircuitBoard _board = new(seed: 1);
    private readonly GpioController _gpio;
    private readonly TestLoopCircuit _loop;

    public TestLoopCircuitTests()
    {
        var header = new PinHeader(_board);
        _gpio = new GpioController(new EmulatedGpioDriver(header));
        _gpio.OpenPin(Coil, PinMode.Output, PinValue.Low);
        _loop = new TestLoopCircuit(_board, header, Coil, volts: 12, ohms: 120);
    }

    [Fact]
    public void The_contact_takes_its_time_to_close_and_to_open()
    {
        Assert.Equal(0, _loop.Amperes);
        Turn(on: true);
        Wait(TestLoopCircuit.OperateTime - TimeSpan.FromTicks(1));
        Assert.False(_loop.IsClosed);
        Wait(TimeSpan.FromTicks(1));
        Assert.Equal(0.1, _loop.Amperes);
        Turn(on: false);
        Wait(TestLoopCircuit.ReleaseTime);
        Assert.False(_loop.IsClosed);
    }

    [Fact]
    public void A_coil_that_changes_its_mind_in_time_moves_nothing()
    {
        Turn(on: true);
        Wait(TestLoopCircuit.OperateTime / 2);
        Turn(on: false);
        Wait(TimeSpan.FromSeconds(1));
        Assert.False(_loop.IsClosed);
    }

    [Fact]
    public void A_board_without_supply_lets_the_contact_go_and_the_loop_keeps_its_own_supply()
    {
        Turn(on: true);
        Wait(TimeSpan.FromSeconds(1));
        _board.Power.Fail();
        Wait(TimeSpan.FromSeconds(1));
        Assert.False(_loop.IsClosed);
        Assert.Equal(12, _loop.Volts);
    }

    [Theory]
    [InlineData(ContactCondition.Welded, true)]
    [InlineData(ContactCondition.Dead, false)]
    public void A_broken_contact_stays_where_it_is(ContactCondition condition, bool isClosed)
    {
        _loop.Condition = condition;
        foreach (var on in (bool[])[true, false])
        {
            Turn(on);
            Wait(TimeSpan.FromSeconds(1));
            Assert.Equal(isClosed, _loop.IsClosed);
        }
    }

    private void Turn(bool on) => _gpio.Write(Coil, on ? PinValue.High : PinValue.Low);

    private void Wait(TimeSpan time) => _board.Time.Wait(time);
}
