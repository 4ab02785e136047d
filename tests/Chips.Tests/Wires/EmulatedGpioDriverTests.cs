using System.Device.Gpio;

namespace HilBench.Chips.Tests.Wires;

public sealed class EmulatedGpioDriverTests
{
    private readonly CircuitBoard _board = new(seed: 1);
    private readonly PinHeader _header;
    private readonly Contact _toGround;
    private GpioController _gpio;

    public EmulatedGpioDriverTests()
    {
        _header = new PinHeader(_board);
        _header.AttachChip().Drive(20, high: false);
        _toGround = _header.Wire(3, 20);
        _gpio = new GpioController(new EmulatedGpioDriver(_header));
    }

    [Fact]
    public void Pins_written_in_one_span_end_as_when_written_one_by_one()
    {
        for (int pin = 5; pin < 9; pin++) _gpio.OpenPin(pin, PinMode.Output, PinValue.Low);
        _gpio.Write([new(5, true), new(6, false), new(7, true), new(8, true)]);
        PinValuePair[] read = [new(8, 0), new(7, 0), new(6, 0), new(5, 0)];
        _gpio.Read(read);
        Assert.Equal([true, true, false, true], read.Select(pair => (bool)pair.PinValue));
    }

    [Fact]
    public void An_edge_callback_comes_at_the_moment_the_contact_changes()
    {
        var seen = new List<string>();
        _gpio.OpenPin(3, PinMode.InputPullUp);
        _gpio.RegisterCallbackForPinValueChangedEvent(3, PinEventTypes.Falling | PinEventTypes.Rising,
            (_, edge) => seen.Add($"{edge.ChangeType} of {edge.PinNumber} at {_board.Time.Now.TotalMilliseconds}"));
        _board.Time.At(TimeSpan.FromMilliseconds(3), _toGround.Close);
        _board.Time.At(TimeSpan.FromMilliseconds(9), _toGround.Open);
        _board.Time.Wait(TimeSpan.FromMilliseconds(20));
        Assert.Equal(["Falling of 3 at 3", "Rising of 3 at 9"], seen);
    }

    [Fact]
    public void Only_the_edges_asked_for_are_told_and_none_after_unregistering()
    {
        int falls = 0;
        void Count(object sender, PinValueChangedEventArgs edge) => falls++;
        _gpio.OpenPin(3, PinMode.InputPullUp);
        _gpio.RegisterCallbackForPinValueChangedEvent(3, PinEventTypes.Falling, Count);
        Knock();
        Knock();
        _gpio.UnregisterCallbackForPinValueChangedEvent(3, Count);
        Knock();
        Assert.Equal(2, falls);
    }

    [Fact]
    public void An_edge_handler_may_not_wait()
    {
        _gpio.OpenPin(3, PinMode.InputPullUp);
        _gpio.RegisterCallbackForPinValueChangedEvent(
            3, PinEventTypes.Falling, (_, _) => _board.Time.Wait(TimeSpan.FromMilliseconds(1)));
        _board.Time.At(TimeSpan.FromMilliseconds(3), _toGround.Close);
        Assert.Throws<InvalidOperationException>(() => _board.Time.Wait(TimeSpan.FromMilliseconds(20)));
    }

    [Fact]
    public void Callbacks_of_firmware_that_lost_its_power_are_gone_even_after_power_up()
    {
        int oldEdges = 0;
        _gpio.OpenPin(3, PinMode.InputPullUp);
        _gpio.RegisterCallbackForPinValueChangedEvent(3, PinEventTypes.Falling, (_, _) => oldEdges++);
        _board.Power.Fail();
        _board.Power.Restore();
        var next = new GpioController(new EmulatedGpioDriver(_header));
        next.OpenPin(3, PinMode.InputPullUp);
        Knock();
        Assert.Equal(0, oldEdges);
    }

    [Fact]
    public void Disposing_the_controller_makes_every_pin_an_input_and_ends_its_callbacks()
    {
        int edges = 0;
        _gpio.OpenPin(7, PinMode.Output, PinValue.High);
        _gpio.OpenPin(3, PinMode.InputPullUp);
        _gpio.RegisterCallbackForPinValueChangedEvent(3, PinEventTypes.Falling, (_, _) => edges++);
        _gpio.Dispose();
        Assert.Equal(PinMode.Input, _header.ModeOf(7));
        _header.Pull(3, PinPull.Up);
        Knock();
        Assert.Equal(0, edges);
        _gpio = new GpioController(new EmulatedGpioDriver(_header));
    }

    [Fact]
    public void Blocking_for_an_edge_is_refused_with_the_reason()
    {
        _gpio.OpenPin(3, PinMode.InputPullUp);
        var refused = Assert.Throws<NotSupportedException>(
            () => _gpio.WaitForEvent(3, PinEventTypes.Falling, TestContext.Current.CancellationToken));
        Assert.Contains("Register a callback", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pin_not_open_can_neither_be_read_nor_written_by_span()
    {
        Assert.Throws<InvalidOperationException>(() => _gpio.Write([new PinValuePair(9, PinValue.High)]));
        Assert.Throws<InvalidOperationException>(() => _gpio.Read([new PinValuePair(9, PinValue.High)]));
    }

    [Fact]
    public void Toggle_flips_an_output()
    {
        _gpio.OpenPin(7, PinMode.Output, PinValue.Low);
        _gpio.Toggle(7);
        Assert.True(_header.LevelOf(7));
        _gpio.Toggle(7);
        Assert.False(_header.LevelOf(7));
    }

    private void Knock()
    {
        _toGround.Close();
        _toGround.Open();
    }
}
