using System.Device.Gpio;

namespace HilBench.Chips.Tests.Wires;

public sealed class PinHeaderTests
{
    private readonly CircuitBoard _board = new(seed: 1);
    private readonly PinHeader _header;
    private readonly GpioController _gpio;

    public PinHeaderTests()
    {
        _header = new PinHeader(_board);
        _gpio = new GpioController(new EmulatedGpioDriver(_header));
    }

    [Fact]
    public void After_power_on_every_pad_is_an_input_and_every_wire_floats()
    {
        for (int pin = 0; pin < _header.PinCount; pin++)
        {
            Assert.Equal(PinMode.Input, _header.ModeOf(pin));
            Assert.True(_header.IsFloating(pin));
        }
    }

    [Theory]
    [InlineData(PinMode.InputPullUp, true)]
    [InlineData(PinMode.InputPullDown, false)]
    public void A_pull_gives_an_input_its_level(PinMode mode, bool high)
    {
        _gpio.OpenPin(3, mode);
        Assert.Equal(high, (bool)_gpio.Read(3));
    }

    [Fact]
    public void A_resistor_on_the_board_holds_an_input_that_has_no_pull_of_its_own()
    {
        _header.Pull(3, PinPull.Up);
        _gpio.OpenPin(3, PinMode.Input);
        Assert.Equal(PinValue.High, _gpio.Read(3));
        _header.Pull(3, PinPull.Down);
        Assert.Equal(PinValue.Low, _gpio.Read(3));
        Assert.Empty(_board.Findings.All);
    }

    [Fact]
    public void A_chip_output_beats_a_pull()
    {
        _gpio.OpenPin(3, PinMode.InputPullUp);
        ChipPort chip = _header.AttachChip();
        chip.Drive(3, high: false);
        Assert.Equal(PinValue.Low, _gpio.Read(3));
        chip.ReleaseAll();
        Assert.Equal(PinValue.High, _gpio.Read(3));
        Assert.Empty(_board.Findings.All);
    }

    [Fact]
    public void Two_outputs_that_disagree_fight_low_wins_and_it_is_found_once()
    {
        _gpio.OpenPin(3, PinMode.Output, PinValue.High);
        ChipPort chip = _header.AttachChip();
        chip.Drive(3, high: false);
        Assert.Equal(PinValue.Low, _gpio.Read(3));
        Assert.Equal(PinValue.Low, _gpio.Read(3));
        ChipFinding fight = Assert.Single(_board.Findings.All);
        Assert.Equal("outputs fight over pin 3", fight.What);
    }

    [Fact]
    public void Two_outputs_that_agree_do_not_fight()
    {
        _gpio.OpenPin(3, PinMode.Output, PinValue.High);
        _header.AttachChip().Drive(3, high: true);
        Assert.Equal(PinValue.High, _gpio.Read(3));
        Assert.Empty(_board.Findings.All);
    }

    [Fact]
    public void A_contact_between_a_high_and_a_low_output_is_a_fight_over_both_wires()
    {
        _gpio.OpenPin(3, PinMode.Output, PinValue.High);
        _gpio.OpenPin(5, PinMode.Output, PinValue.Low);
        _header.Wire(3, 5).Close();
        Assert.Equal("outputs fight over pin 3, 5", Assert.Single(_board.Findings.All).What);
    }

    [Fact]
    public void A_diode_that_blocks_keeps_two_outputs_apart_and_one_that_conducts_does_not()
    {
        _gpio.OpenPin(3, PinMode.Output, PinValue.High);
        _gpio.OpenPin(5, PinMode.Output, PinValue.Low);
        _header.Wire(3, 5, ContactFlow.SecondToFirst).Close();
        Assert.Empty(_board.Findings.All);
        _header.Wire(3, 5, ContactFlow.FirstToSecond).Close();
        Assert.Single(_board.Findings.All);
    }

    [Fact]
    public void Contacts_in_a_row_carry_a_level_from_end_to_end()
    {
        _gpio.OpenPin(0, PinMode.Output, PinValue.Low);
        _gpio.OpenPin(9, PinMode.InputPullUp);
        Contact[] chain = [_header.Wire(8, 9), _header.Wire(0, 4), _header.Wire(4, 8)];
        foreach (Contact contact in chain)
        {
            Assert.Equal(PinValue.High, _gpio.Read(9));
            contact.Close();
        }

        Assert.Equal(PinValue.Low, _gpio.Read(9));
        chain[1].Open();
        Assert.Equal(PinValue.High, _gpio.Read(9));
    }

    [Fact]
    public void Reading_an_input_that_nothing_holds_is_found_once_and_gives_the_level_last_seen()
    {
        _gpio.OpenPin(3, PinMode.InputPullUp);
        Assert.Equal(PinValue.High, _gpio.Read(3));
        _gpio.SetPinMode(3, PinMode.Input);
        Assert.Equal(PinValue.High, _gpio.Read(3));
        Assert.Equal(PinValue.High, _gpio.Read(3));
        Assert.Equal("pin 3 was read while nothing held its level", Assert.Single(_board.Findings.All).What);
    }

    [Fact]
    public void Peeking_at_a_floating_wire_is_no_finding()
    {
        _ = _header.LevelOf(3);
        _ = _header.Describe();
        Assert.Empty(_board.Findings.All);
    }

    [Fact]
    public void When_the_power_fails_every_output_lets_go()
    {
        _gpio.OpenPin(3, PinMode.Output, PinValue.High);
        _header.Pull(3, PinPull.Down);
        Assert.True(_header.LevelOf(3));
        _board.Power.Fail();
        Assert.False(_header.LevelOf(3));
        _board.Power.Restore();
        Assert.False(_header.LevelOf(3));
        Assert.Equal(PinMode.Input, _header.ModeOf(3));
    }

    [Fact]
    public void Dead_firmware_that_still_writes_changes_nothing()
    {
        _gpio.OpenPin(3, PinMode.Output, PinValue.Low);
        _board.Power.Fail();
        _gpio.SetPinMode(3, PinMode.Output);
        _gpio.Write(3, PinValue.High);
        Assert.True(_header.IsFloating(3));
    }

    [Fact]
    public void A_watcher_sees_every_change_of_a_level_and_no_write_that_changes_nothing()
    {
        var seen = new List<bool>();
        _gpio.OpenPin(3, PinMode.Output, PinValue.Low);
        _header.Watch(3, new Probe((_, high) => seen.Add(high)));
        foreach (bool high in new[] { false, true, true, false, false, true }) _gpio.Write(3, high);
        Assert.Equal([true, false, true], seen);
    }

    [Fact]
    public void An_output_opened_high_never_glitches_low()
    {
        _header.Pull(3, PinPull.Up);
        var seen = new List<bool>();
        _header.Watch(3, new Probe((_, high) => seen.Add(high)));
        _gpio.OpenPin(3, PinMode.Output, PinValue.High);
        Assert.Empty(seen);
        Assert.True(_header.LevelOf(3));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(28)]
    [InlineData(64)]
    public void A_pin_the_header_does_not_have_is_refused(int pin)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => _header.LevelOf(pin));
        Assert.Throws<ArgumentOutOfRangeException>(() => _gpio.OpenPin(pin));
    }

    private sealed class Probe(Action<int, bool> changed) : IPinWatcher
    {
        public void PinChanged(int pin, bool high) => changed(pin, high);
    }
}
