using System.Buffers.Binary;
using System.Device.Gpio;
using System.Device.I2c;

namespace HilBench.Chips.Tests.Load;

/// <summary>The current monitor in a test loop of 12 V and 120 Ω, across a shunt of 0.1 Ω.</summary>
public sealed class Ina236Tests
{
    private const int Coil = 4;
    private readonly CircuitBoard _board = new(seed: 1);
    private readonly GpioController _gpio;
    private readonly TestLoopCircuit _loop;
    private readonly Ina236 _chip;
    private readonly I2cDevice _device;

    public Ina236Tests()
    {
        var header = new PinHeader(_board);
        _gpio = new GpioController(new EmulatedGpioDriver(header));
        _gpio.OpenPin(Coil, PinMode.Output, PinValue.Low);
        _loop = new TestLoopCircuit(_board, header, Coil, volts: 12, ohms: 120);
        _chip = new Ina236(_board, _loop, shuntOhms: 0.1);
        var bus = new EmulatedI2cBus();
        bus.Attach(_chip);
        _device = bus.CreateDevice(_chip.BusAddress);
    }

    [Fact]
    public void A_chip_fresh_from_its_supply_says_who_it_is_and_how_it_measures()
    {
        Assert.Equal(0x5449, Read(0x3E));
        Assert.Equal(0xA080, Read(0x3F));
        Assert.Equal(0x4127, Read(0x00));
    }

    [Fact]
    public void A_closed_contact_is_a_hundred_milliamps_in_the_steps_of_the_data_sheet()
    {
        Write(0x05, 1024);
        Close();
        Wait(50);
        Assert.Equal(7500, Read(0x02)); // 12 V in steps of 1.6 mV
        Assert.Equal(4000, Read(0x01)); // 10 mV in steps of 2.5 µV
        Assert.Equal(2000, Read(0x04)); // 4000 × 1024 / 2048
        Assert.Equal(750, Read(0x03)); // 2000 × 7500 / 20000
        Assert.Empty(_board.Findings.All);
    }

    /// <summary>Data sheet SBOSA81D, table 8-4: 12 V and 6 A through 8 mΩ.</summary>
    [Fact]
    public void The_example_of_the_data_sheet_is_read_as_it_says()
    {
        var header = new PinHeader(_board);
        var loop = new TestLoopCircuit(_board, header, Coil, volts: 12, ohms: 2)
        {
            Condition = ContactCondition.Welded,
        };
        var bus = new EmulatedI2cBus();
        var chip = new Ina236(_board, loop, shuntOhms: 0.008, busAddress: 0x41);
        bus.Attach(chip);
        var device = bus.CreateDevice(0x41);
        device.Write([0x05, 0x05, 0x00]); // 1280
        Wait(50);
        int[] read = [.. new byte[] { 0x00, 0x01, 0x02, 0x04, 0x03 }.Select(register => (int)Read(device, register))];
        Assert.Equal([0x4127, 19200, 7500, 12000, 4500], read);
    }

    [Fact]
    public void The_registers_follow_the_contact_one_measurement_later()
    {
        Wait(50);
        Assert.Equal(0, Read(0x01));
        Close();
        Wait(TestLoopCircuit.OperateTime.TotalMilliseconds + 2.1);
        Assert.Equal(0, Read(0x01));
        Wait(0.2);
        Assert.Equal(4000, Read(0x01));
    }

    [Fact]
    public void Averaging_makes_a_measurement_as_much_longer()
    {
        Write(0x00, 0x4127 | 2 << 9); // 16 samples
        Wait(50);
        Close();
        Wait(TestLoopCircuit.OperateTime.TotalMilliseconds + 35);
        Assert.Equal(0, Read(0x01));
        Wait(1);
        Assert.Equal(4000, Read(0x01));
    }

    [Fact]
    public void A_current_that_flows_backwards_is_negative()
    {
        _chip.IsReversed = true;
        Close();
        Wait(50);
        Assert.Equal(-4000, unchecked((short)Read(0x01)));
    }

    [Fact]
    public void What_is_too_much_for_the_chip_stays_at_its_end()
    {
        _loop.Ohms = 1;
        Close();
        Wait(50);
        Assert.Equal(0x7FFF, Read(0x01));
    }

    [Fact]
    public void A_current_without_calibration_and_a_register_that_is_not_there_are_misuse()
    {
        Assert.Equal(0, Read(0x04));
        Write(0x3F, 1);
        _ = Read(0x20);
        Assert.Equal(3, _board.Findings.Total);
    }

    private void Close() => _gpio.Write(Coil, PinValue.High);

    private void Wait(double milliseconds) => _board.Time.Wait(TimeSpan.FromMilliseconds(milliseconds));

    private void Write(byte register, int value) => _device.Write([register, (byte)(value >> 8), (byte)(value & 0xFF)]);

    private ushort Read(byte register) => Read(_device, register);

    private static ushort Read(I2cDevice device, byte register)
    {
        Span<byte> bytes = stackalloc byte[2];
        device.WriteRead([register], bytes);
        return BinaryPrimitives.ReadUInt16BigEndian(bytes);
    }
}
