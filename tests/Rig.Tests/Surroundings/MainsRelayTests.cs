using System.Device.I2c;
using HilBench.Chips;
using HilBench.Meter;
using HilBench.Rig.Surroundings;
using HilBench.Rig.Tests.Virtual;
using HilBench.Rig.Virtual;
using HilBench.Roles;
using HilBench.Tokens;

namespace HilBench.Rig.Tests.Surroundings;

/// <summary>
/// A relay in the mains of a meter is off at the start, at the end and whenever nobody drives it, and never on for the
/// blink of an eye in between.
/// </summary>
public sealed class MainsRelayTests
{
    private const int Line = 9;

    private readonly CircuitBoard _board = new(seed: 1);
    private readonly EmulatedI2cBus _bus = new();
    private readonly PinHeader _header;
    private readonly Mcp23017 _chip;

    public MainsRelayTests()
    {
        _header = new PinHeader(_board, Mcp23017.Lines, "relay board");
        _chip = new Mcp23017(_board, _header);
        _bus.Attach(_chip);
    }

    public static TheoryData<bool> Boards => new(false, true);

    [Theory]
    [MemberData(nameof(Boards))]
    public void It_is_off_at_the_start_on_when_told_and_off_at_the_end(bool activeLow)
    {
        var module = new RelayModule(_board, _header, Line, activeLow);
        using (var relay = Relay(activeLow))
        {
            Wait();
            Assert.Equal((false, 0), (module.IsClosed, module.Closings));
            relay.On();
            Wait();
            Assert.True(module.IsClosed && relay.IsOn);
            relay.Off();
            Wait();
            Assert.False(module.IsClosed || relay.IsOn);
            relay.On();
            Wait();
        }

        Wait();
        Assert.Equal((false, 2), (module.IsClosed, module.Closings));
        Assert.Empty(_board.Findings.All);
    }

    [Theory]
    [MemberData(nameof(Boards))]
    public void A_relay_that_a_killed_program_left_on_falls_off_at_the_next_start(bool activeLow)
    {
        var module = new RelayModule(_board, _header, Line, activeLow);
        Relay(activeLow).On();
        Wait();
        Assert.True(module.IsClosed);
        using var next = Relay(activeLow);
        Wait();
        Assert.Equal((false, 1), (module.IsClosed, module.Closings));
    }

    [Theory]
    [MemberData(nameof(Boards))]
    public void The_other_relays_of_the_board_stay_off(bool activeLow)
    {
        int[] lines = [0, 7, 8, 15];
        var others = lines.Select(line => new RelayModule(_board, _header, line, activeLow)).ToArray();
        using var relay = Relay(activeLow);
        relay.On();
        Wait();
        Assert.All(others, other => Assert.Equal(0, other.Closings));
    }

    [Fact]
    public void A_board_that_is_gone_is_told_and_whoever_stands_there_is_warned()
    {
        var relay = Relay(activeLow: false);
        relay.On();
        _bus.Detach(_chip);
        Assert.StartsWith(
            "the mains of the meter may still be ON, switch it off by hand: the mains relay's MCP23017 does not answer "
            + "at 0x20 on I2C bus 1",
            Assert.Throws<RigFaultException>(relay.Off).Message);
        Assert.Throws<RigFaultException>(relay.Dispose);
        Assert.StartsWith(
            "the mains relay's MCP23017 does not answer",
            Assert.Throws<RigFaultException>(() => Relay(activeLow: false)).Message);
    }

    [Fact]
    public void A_chip_that_lost_its_supply_and_forgot_what_it_was_told_is_noticed()
    {
        var device = new Forgetful(_bus.CreateDevice(0x20));
        using var relay = new MainsRelay(device, new MainsRelaySettings(Line));
        device.Forgets = true;
        Assert.Contains("does not hold what is written to it", Assert.Throws<RigFaultException>(relay.On).Message);
        device.Forgets = false;
    }

    [Theory]
    [InlineData(ContactCondition.Dead, "the mains relay was told to close and did not")]
    [InlineData(ContactCondition.Welded, "the mains relay was told to open and did not")]
    public void A_relay_with_a_broken_contact_is_the_fault_of_the_bench(ContactCondition condition, string expected)
    {
        using var rig = new VirtualRig(
            new VirtualRigSettings { MainsRelay = new MainsRelaySettings(Line) }, MeterProfile.Generic,
            StaTables.Sample, seed: 1);
        rig.Manufacture(SampleMeter.Registers());
        rig.MainsContact = condition;
        var wrong = Assert.Throws<RigFaultException>(() =>
        {
            rig.Mains.Return();
            rig.Mains.Fail();
        });
        Assert.StartsWith(expected, wrong.Message);
    }

    [Fact]
    public void A_cut_in_the_middle_of_a_save_is_not_for_a_relay()
    {
        using var rig = SampleMeter.OnPins(
            settings: new VirtualRigSettings { MainsRelay = new MainsRelaySettings(Line) });
        Assert.Throws<StimulusNotDeliveredException>(
            () => rig.Mains.FailDuringNextSave(TimeSpan.FromMilliseconds(2.5)));
    }

    private MainsRelay Relay(bool activeLow) =>
        new(_bus.CreateDevice(0x20), new MainsRelaySettings(Line, IsActiveLow: activeLow));

    private void Wait() => _board.Time.Wait(TimeSpan.FromSeconds(1));

    private sealed class Forgetful(I2cDevice device) : I2cDevice
    {
        public bool Forgets { get; set; }

        public override I2cConnectionSettings ConnectionSettings => device.ConnectionSettings;

        public override void Read(Span<byte> buffer)
        {
            device.Read(buffer);
            if (Forgets) buffer.Fill(0xFF);
        }

        public override void Write(ReadOnlySpan<byte> buffer) => device.Write(buffer);

        public override void WriteRead(ReadOnlySpan<byte> writeBuffer, Span<byte> readBuffer) =>
            throw new NotSupportedException();
    }
}
