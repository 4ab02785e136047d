using System.Device.Gpio;
using HilBench.Rig.Roles;

namespace HilBench.Rig.Board;

/// <summary>
/// How bytes reach an HD44780 over four data pins (Hitachi HD44780U data sheet, figures 9 and 25, table 6): high nibble
/// first, taken over when E falls. A pin is written only when its level changes.
/// </summary>
internal sealed class GpioLcdBus : ILcdBus
{
    /// <summary>
    /// E must stay high for 450 ns at 3 V and the cycle last 1 µs; both hold with half a microsecond a side.
    /// </summary>
    private static readonly TimeSpan HalfCycle = TimeSpan.FromTicks(5);

    /// <summary>Busy for longer than this, the panel is broken or not there.</summary>
    private static readonly TimeSpan BusyLimit = TimeSpan.FromMilliseconds(10);

    private readonly GpioController _gpio;
    private readonly IBenchClock _clock;
    private readonly GpioPin _registerSelect;
    private readonly GpioPin _enable;
    private readonly GpioPin? _readWrite;
    private readonly GpioPin[] _data;
    private int _nibbleOut;
    private bool _dataSelected;

    public GpioLcdBus(GpioController gpio, LcdWiring wiring, IBenchClock clock)
    {
        if (wiring.Problem() is { } problem) throw new RigFaultException($"display: {problem}");
        _gpio = gpio;
        _clock = clock;
        _enable = gpio.OpenPin(wiring.Enable, PinMode.Output, PinValue.Low);
        _registerSelect = gpio.OpenPin(wiring.RegisterSelect, PinMode.Output, PinValue.Low);
        _readWrite = wiring.ReadWrite is { } pin ? gpio.OpenPin(pin, PinMode.Output, PinValue.Low) : null;
        _data = [.. wiring.Data.Select(data => gpio.OpenPin(data, PinMode.Output, PinValue.Low))];
    }

    public bool CanAsk => _readWrite is not null;

    public bool CanReadBack => CanAsk;

    public long BytesSent { get; private set; }

    /// <summary>The pins have been low since they were opened.</summary>
    public void Begin()
    {
    }

    public void SendNibble(int nibble)
    {
        SelectData(false);
        Clock(nibble);
    }

    public void Send(byte value, bool isData)
    {
        SelectData(isData);
        Clock(value >> 4);
        Clock(value & 0xF);
        BytesSent++;
    }

    public bool WaitWhileBusy()
    {
        var end = _clock.Now + BusyLimit;
        SelectData(false);
        Listen();
        bool busy;
        do busy = ReadBusyFlag();
        while (busy && _clock.Now < end);
        Talk();
        return !busy;
    }

    public byte ReadData()
    {
        SelectData(true);
        Listen();
        var high = ReadNibble();
        var low = ReadNibble();
        Talk();
        return (byte)(high << 4 | low);
    }

    public void Dispose()
    {
        foreach (var pin in _data) _gpio.ClosePin(pin.PinNumber);
        _gpio.ClosePin(_enable.PinNumber);
        _gpio.ClosePin(_registerSelect.PinNumber);
        if (_readWrite is not null) _gpio.ClosePin(_readWrite.PinNumber);
    }

    /// <summary>
    /// The flag is D7 of the first half; the second half, the address, must be clocked out all the same.
    /// </summary>
    private bool ReadBusyFlag()
    {
        var busy = (ReadNibble() & 0x8) != 0;
        Pulse();
        return busy;
    }

    private int ReadNibble()
    {
        _enable.Write(PinValue.High);
        _clock.Wait(HalfCycle);
        var nibble = 0;
        for (var bit = 0; bit < 4; bit++)
        {
            if (_data[bit].Read() == PinValue.High) nibble |= 1 << bit;
        }

        _enable.Write(PinValue.Low);
        _clock.Wait(HalfCycle);
        return nibble;
    }

    /// <summary>The panel may drive the data pins from here on.</summary>
    private void Listen()
    {
        foreach (var pin in _data) pin.SetPinMode(PinMode.Input);
        _readWrite!.Write(PinValue.High);
    }

    private void Talk()
    {
        _readWrite!.Write(PinValue.Low);
        foreach (var pin in _data)
        {
            pin.SetPinMode(PinMode.Output);
            pin.Write(PinValue.Low);
        }

        _nibbleOut = 0;
    }

    private void Clock(int nibble)
    {
        var changed = nibble ^ _nibbleOut;
        for (var bit = 0; bit < 4; bit++)
        {
            if ((changed >> bit & 1) == 0) continue;
            _data[bit].Write((nibble >> bit & 1) == 0 ? PinValue.Low : PinValue.High);
        }

        _nibbleOut = nibble;
        Pulse();
    }

    private void Pulse()
    {
        _enable.Write(PinValue.High);
        _clock.Wait(HalfCycle);
        _enable.Write(PinValue.Low);
        _clock.Wait(HalfCycle);
    }

    private void SelectData(bool isData)
    {
        if (isData == _dataSelected) return;
        _registerSelect.Write(isData ? PinValue.High : PinValue.Low);
        _dataSelected = isData;
    }
}
