using HilBench.Chips;
using HilBench.Meter;
using HilBench.Rig.Surroundings;
using HilBench.Rig.Tests.Physical;
using HilBench.Rig.Tests.Virtual;
using HilBench.Rig.Virtual;
using HilBench.Roles;
using HilBench.Tokens;

namespace HilBench.Rig.Tests.Surroundings;

/// <summary>
/// A broken contact is the meter's fault and never the bench's; a broken loop is the bench's and never the meter's.
/// </summary>
public sealed class TestLoopTests : IDisposable
{
    private static readonly TestLoopSettings Loop = new(Volts: 12, Milliamps: 100);

    private readonly CircuitBoard _board = new(seed: 1);
    private readonly VirtualClock _clock;
    private readonly PinHeader _header;
    private readonly TestLoopCircuit _circuit;
    private readonly Ina236 _chip;
    private readonly EmulatedI2cBus _bus = new();
    private readonly TestLoop _loop;

    public TestLoopTests()
    {
        _clock = new VirtualClock(_board.Time);
        _header = new PinHeader(_board);
        _circuit = new TestLoopCircuit(_board, _header, coilPin: 18, Loop.Volts, ohms: 120);
        _chip = new Ina236(_board, _circuit, shuntOhms: 0.1);
        _bus.Attach(_chip);
        _loop = new TestLoop(_bus.CreateDevice(Loop.Address), Loop, _clock);
    }

    public void Dispose() => _loop.Dispose();

    [Fact]
    public void The_loop_sees_where_the_contact_stands_once_it_rests()
    {
        Assert.Equal(LoadSwitchPosition.Open, _loop.Look());
        _header.AttachChip().Drive(18, high: true);
        Assert.Equal(LoadSwitchPosition.Closed, _loop.Look());
        Assert.Equal("12.0 V, 100.0 mA", $"{_loop.Read()}");
        Assert.Empty(_board.Findings.All);
    }

    [Theory]
    [InlineData(ContactCondition.Welded, 0, LoadSwitchPosition.Open, LoadSwitchPosition.Closed)]
    [InlineData(ContactCondition.Dead, 12.5, LoadSwitchPosition.Closed, LoadSwitchPosition.Open)]
    public void A_broken_contact_contradicts_the_meter_that_believes_in_it(
        ContactCondition condition, double credit, LoadSwitchPosition believed, LoadSwitchPosition seen)
    {
        using var rig = SampleMeter.OnPins(
            credit: EnergyAmount.FromKwh((decimal)credit),
            settings: new VirtualRigSettings { TestLoop = Loop, Contact = condition });
        Assert.Equal(believed, rig.Stored!.Registers.LoadSwitch);
        Assert.Equal(seen, rig.Load.Switch);
        Assert.Empty(rig.Findings);
    }

    [Fact]
    public void A_bench_whose_meter_has_a_welded_contact_calls_itself_healthy()
    {
        using var pi = new EmulatedPi(EmulatedPi.WithTestLoop);
        pi.Chips.Loop!.Condition = ContactCondition.Welded;
        pi.Rig.Manufacture(SampleMeter.Registers());
        pi.Rig.Mains.Return();
        Assert.Equal(LoadSwitchPosition.Open, pi.Rig.Stored!.Registers.LoadSwitch);
        Assert.Equal(LoadSwitchPosition.Closed, pi.Rig.Load.Switch);
        var check = pi.Rig.CheckItself();
        Assert.Contains("test loop", check.Looked);
        Assert.True(check.IsHealthy, string.Join("; ", check.Wrong));
        pi.Chips.Loop.Volts = 0;
        Assert.StartsWith("the test loop has 0.0 V, not 12 V", Assert.Single(pi.Rig.CheckItself().Wrong));
    }

    [Fact]
    public void A_loop_without_its_supply_is_the_fault_of_the_bench()
    {
        _circuit.Volts = 0;
        Assert.StartsWith("the test loop has 0.0 V, not 12 V: look at its supply, fuse and VBUS", Fault());
    }

    [Fact]
    public void A_loop_on_too_high_a_voltage_is_the_fault_of_the_bench()
    {
        _circuit.Volts = 24;
        Assert.StartsWith("the test loop has 24.0 V, not 12 V", Fault());
    }

    [Fact]
    public void A_monitor_wired_the_wrong_way_round_is_told()
    {
        (_circuit.Condition, _chip.IsReversed) = (ContactCondition.Welded, true);
        Assert.Equal("100.0 mA flow backwards in the test loop: IN+ and IN- are swapped", Fault());
    }

    [Theory]
    [InlineData(60, "200.0 mA flow in the test loop, not 100 mA: look at its resistor")]
    [InlineData(300, "40.0 mA flow in the test loop: too much for an open contact, too little for a closed one (100")]
    public void A_current_that_fits_no_contact_is_told_and_nobody_is_blamed(double ohms, string expected)
    {
        (_circuit.Condition, _circuit.Ohms) = (ContactCondition.Welded, ohms);
        Assert.StartsWith(expected, Fault());
    }

    [Fact]
    public void A_monitor_that_is_gone_or_another_chip_is_the_fault_of_the_bench()
    {
        _bus.Detach(_chip);
        Assert.Contains("the test loop's INA236 does not answer at 0x40 on I2C bus 1", Fault());
        _bus.Attach(new OtherChip());
        var wrong = Assert.Throws<RigFaultException>(
            () => new TestLoop(_bus.CreateDevice(Loop.Address), Loop, _clock).Dispose());
        Assert.Equal("the chip at 0x40 on I2C bus 1 is not an INA236", wrong.Message);
    }

    private string Fault() => Assert.Throws<RigFaultException>(() => _loop.Look()).Message;

    private sealed class OtherChip : II2cChip
    {
        public int BusAddress => Loop.Address;

        public bool TryWrite(ReadOnlySpan<byte> bytes, bool stop) => true;

        public bool TryRead(Span<byte> bytes)
        {
            bytes.Fill(0x39);
            return true;
        }
    }
}
