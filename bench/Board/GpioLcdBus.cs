using System.Device.Gpio;
using HilBench.Roles;

namespace HilBench.Board;

/// <summary>
/// How bytes reach an HD44780 over four data pins (Hitachi HD44780U data sheet, figures 9 and 25, table 6): high nibble
/// first, taken over when E falls. A pin is written only when its level changes, and all that change at one moment in
/// one call: the controller hands such a call to the driver as it is, while a single write goes through its own books.
/// </summary>
internal sealed class GpioLcdBus : ILcdBus
{
    /// <summary>
    /// E must stay high for 450 ns at 3 V and the cycle last 1 µs; both hold with half a microsecond a side.
    /// </summary>
    private static readonly TimeSpan HalfCycle = TimeSpan.FromTicks(5);

    /// <summary>Busy for longer than this, the panel is broken or not there.</summary>
    private static readonly TimeSpan BusyLimit = TimeSpan.FromMilliseconds(10);

    private const int DataPins = 4;

    private readonly GpioController _gpio;
    private readonly IBenchClock _clock;
    private readonly GpioPin _registerSelect;
    private readonly GpioPin _enable;
    private readonly GpioPin? _readWrite;
    private readonly GpioPin[] _data;
    private readonly PinValuePair[] _forData;
    private readonly PinValuePair[] _forInstructions;
    private readonly PinValuePair[] _rise;
    private readonly PinValuePair[] _fall;
    private readonly PinValuePair[] _changes = new PinValuePair[DataPins];
    private readonly PinValuePair[] _asked;
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
        _forData = [new PinValuePair(wiring.RegisterSelect, PinValue.High)];
        _forInstructions = [new PinValuePair(wiring.RegisterSelect, PinValue.Low)];
        _rise = [new PinValuePair(wiring.Enable, PinValue.High)];
        _fall = [new PinValuePair(wiring.Enable, PinValue.Low)];
        _asked = [.. wiring.Data.Select(data => new PinValuePair(data, PinValue.Low))];
    }

    public bool CanAsk => _readWrite is not null;

    public bool CanReadBack => CanAsk;

    public long BytesSent { get; private set; }

    /// <summary>A panel on pins has its light on its own supply.</summary>
    public bool IsLit
    {
        get => false;
        set { }
    }

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
        _gpio.Write(_rise);
        _clock.Wait(HalfCycle);
        _gpio.Read(_asked);
        var nibble = 0;
        for (var bit = 0; bit < DataPins; bit++)
        {
            if (_asked[bit].PinValue == PinValue.High) nibble |= 1 << bit;
        }

        _gpio.Write(_fall);
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
        var count = 0;
        for (var bit = 0; bit < DataPins; bit++)
        {
            if ((changed >> bit & 1) == 0) continue;
            _changes[count++] = new PinValuePair(_data[bit].PinNumber, nibble >> bit & 1);
        }

        if (count > 0) _gpio.Write(_changes.AsSpan(0, count));
        _nibbleOut = nibble;
        Pulse();
    }

    private void Pulse()
    {
        _gpio.Write(_rise);
        _clock.Wait(HalfCycle);
        _gpio.Write(_fall);
        _clock.Wait(HalfCycle);
    }

    private void SelectData(bool isData)
    {
        if (isData == _dataSelected) return;
        _gpio.Write(isData ? _forData : _forInstructions);
        _dataSelected = isData;
    }
}
