using System.Device.I2c;
using HilBench.Roles;

namespace HilBench.Board;

/// <summary>
/// How bytes reach an HD44780 through a PCF8574 (NXP data sheet, section 8): every line changes with each byte written,
/// so a nibble is one byte with E high and the same with E low. A byte on the bus takes 22 µs and more, which is longer
/// than any set-up time of the panel; only RS must stand before E rises and gets a byte of its own when it changes.
/// </summary>
internal sealed class BackpackLcdBus : ILcdBus
{
    private readonly I2cPart _part;
    private readonly LcdWiring _wiring;
    private readonly byte _enable;
    private readonly byte _registerSelect;
    private readonly byte _readWrite;
    private readonly byte _lightLine;
    private readonly byte _data;
    private byte _light;
    private BackpackChip? _opened;
    private bool _dataSelected;

    public BackpackLcdBus(I2cDevice device, LcdWiring wiring)
    {
        if (wiring.Problem() is { } problem) throw new RigFaultException($"display: {problem}");
        if (wiring.Backpack is not { } backpack) throw new RigFaultException("display: the wiring names no PCF8574");
        _part = new I2cPart(device, "the display's PCF8574");
        _wiring = wiring;
        _enable = Bit(wiring.Enable);
        _registerSelect = Bit(wiring.RegisterSelect);
        _readWrite = wiring.ReadWrite is { } readWrite ? Bit(readWrite) : (byte)0;
        _lightLine = _light = backpack.Backlight is { } light ? Bit(light) : (byte)0;
        _data = (byte)wiring.Data.Sum(line => 1 << line);
    }

    /// <summary>Asking takes longer than any instruction but clear and home.</summary>
    public bool CanAsk => false;

    public bool CanReadBack => _readWrite != 0;

    public long BytesSent { get; private set; }

    public bool IsLit
    {
        get => _light != 0;
        set
        {
            _light = value ? _lightLine : (byte)0;
            Chip.Send([(byte)(_light | (_dataSelected ? _registerSelect : 0))]);
        }
    }

    /// <summary>
    /// All lines of the chip are high since the supply came up, E among them. Where R/W is too, E falls first and
    /// alone, which ends that as the read it looks like; where it is tied low, the fall of E is a write, and is made
    /// the first of the instructions that wake the panel.
    /// </summary>
    public void Begin()
    {
        var wake = LinesOf(0x3, isData: false);
        _part.Write(_readWrite != 0 ? [(byte)(byte.MaxValue & ~_enable)] : [(byte)(wake | _enable), wake]);
        _opened ??= new BackpackChip(_part);
        _opened.Send([_light]);
        _dataSelected = false;
    }

    public void SendNibble(int nibble)
    {
        var (lines, resting) = (LinesOf(nibble, isData: false), _light);
        if (_dataSelected) Chip.Send([resting, (byte)(lines | _enable), lines]);
        else Chip.Send([(byte)(lines | _enable), lines]);
        _dataSelected = false;
    }

    public void Send(byte value, bool isData)
    {
        var (high, low) = (LinesOf(value >> 4, isData), LinesOf(value & 0xF, isData));
        if (isData == _dataSelected) Chip.Send([(byte)(high | _enable), high, (byte)(low | _enable), low]);
        else Chip.Send([high, (byte)(high | _enable), high, (byte)(low | _enable), low]);
        _dataSelected = isData;
        BytesSent++;
    }

    public bool WaitWhileBusy() => false;

    /// <summary>The data lines are written 1, so that the panel can pull them low.</summary>
    public byte ReadData()
    {
        var resting = (byte)(_data | _registerSelect | _readWrite | _light);
        var asking = (byte)(resting | _enable);
        Chip.Send([(byte)(_registerSelect | _light | _data), resting, asking]);
        var high = ReadNibble();
        Chip.Send([resting, asking]);
        var low = ReadNibble();
        Chip.Send([resting, (byte)(_registerSelect | _light)]);
        _dataSelected = true;
        return (byte)(high << 4 | low);
    }

    public void Dispose()
    {
        _opened?.Dispose();
        _part.Dispose();
    }

    private BackpackChip Chip => _opened ?? throw new InvalidOperationException("The panel has not been initialised.");

    private int ReadNibble()
    {
        var levels = Chip.ReadByte();
        var nibble = 0;
        for (var bit = 0; bit < _wiring.Data.Count; bit++)
        {
            if ((levels >> _wiring.Data[bit] & 1) != 0) nibble |= 1 << bit;
        }

        return nibble;
    }

    private byte LinesOf(int nibble, bool isData)
    {
        int lines = isData ? _light | _registerSelect : _light;
        for (var bit = 0; bit < _wiring.Data.Count; bit++)
        {
            if ((nibble >> bit & 1) != 0) lines |= 1 << _wiring.Data[bit];
        }

        return (byte)lines;
    }

    private static byte Bit(int line) => (byte)(1 << line);
}
