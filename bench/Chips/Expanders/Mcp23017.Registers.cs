namespace HilBench.Chips;

/// <summary>The registers of the expander: a pair for each kind, port A first.</summary>
public sealed partial class Mcp23017
{
    private void WriteRegister(byte value)
    {
        int side = _pointer & 1;
        switch ((Register)(_pointer & ~1))
        {
            case Register.Direction: Put(ref _direction, side, value); break;
            case Register.Polarity: Put(ref _polarity, side, value); break;
            case Register.InterruptEnable: Put(ref _enabled, side, value); break;
            case Register.Default: Put(ref _default, side, value); break;
            case Register.InterruptControl: Put(ref _control, side, value); break;
            case Register.Configuration: Configure(value); break;
            case Register.PullUp: Put(ref _pullUp, side, value); break;
            case Register.Port or Register.Latch: Put(ref _latch, side, value); break;
            case Register.InterruptFlags or Register.InterruptCaptured:
                Report($"0x{value:X2} was written to read-only register 0x{_pointer:X2}", "tables 3-1: INTF, INTCAP");
                break;
            default: ReportNoRegister(); break;
        }

        if ((_direction & (_pullUp | _enabled) & OutputOnly) != 0)
            Report("GPA7 or GPB7 was set up as an input", "table 2-1, revision D: GPA7 and GPB7 are outputs");
        DriveLines();
    }

    private byte ReadRegister()
    {
        int side = _pointer & 1;
        int value = (Register)(_pointer & ~1) switch
        {
            Register.Direction => _direction,
            Register.Polarity => _polarity,
            Register.InterruptEnable => _enabled,
            Register.Default => _default,
            Register.InterruptControl => _control,
            Register.Configuration => _configuration | _configuration << 8,
            Register.PullUp => _pullUp,
            Register.InterruptFlags => _flags,
            Register.InterruptCaptured => Captured(side),
            Register.Port => ReadPort(side),
            Register.Latch => _latch,
            _ => ReportNoRegister(),
        };
        return (byte)(value >> (8 * side) & PortMask);
    }

    private int Captured(int side)
    {
        int captured = _captured;
        ClearInterrupt(side);
        return captured;
    }

    /// <summary>
    /// Only inputs that firmware prepared (a pull-up, an interrupt) are wanted: the rest of a byte comes along unasked.
    /// </summary>
    private int ReadPort(int side)
    {
        int port = PortNow();
        int wanted = _direction & (_pullUp | _enabled) & (PortMask << (8 * side));
        for (int line = 0; line < Lines; line++)
        {
            if ((wanted >> line & 1) != 0 && _header.IsFloating(line))
                Report($"line {line} was read while nothing held its level", "section 1.1: an input needs a driver");
        }

        _last = port;
        ClearInterrupt(side);
        return port;
    }

    private void Configure(byte value)
    {
        if ((value & Bank) != 0)
            Report("BANK was set", "this chip is modelled with its registers in pairs (register 3-6, BANK = 0)");
        _configuration = value & ~Bank;
    }

    private void MovePointer()
    {
        if ((_configuration & NotSequential) != 0) _pointer ^= 1;
        else _pointer = _pointer >= LastRegister ? 0 : _pointer + 1;
    }

    private int ReportNoRegister()
    {
        Report($"register 0x{_pointer:X2} was used", "table 3-3: registers 0x00 to 0x15");
        return 0;
    }

    private static void Put(ref int pair, int side, byte value) =>
        pair = (pair & ~(PortMask << (8 * side))) | (value << (8 * side));

    // ---- fields and registers -------------------------------------------------------------------------------

    private const int AllLines = 0xFFFF;
    private const int PortMask = 0xFF;
    private const int OutputOnly = 0x8080;
    private const int LastRegister = 0x15;
    private const int Bank = 0x80;
    private const int Mirror = 0x40;
    private const int NotSequential = 0x20;
    private const int OpenDrain = 0x04;

    private readonly PinHeader _header;
    private readonly ChipPort _port;
    private readonly ChipPort? _interrupt;
    private readonly int _interruptPin;

    private int _pointer;
    private int _direction;
    private int _polarity;
    private int _enabled;
    private int _default;
    private int _control;
    private int _configuration;
    private int _pullUp;
    private int _latch;
    private int _flags;
    private int _captured;
    private int _last;

    /// <summary>Addresses of port A's register with BANK = 0; port B's is the next.</summary>
    private enum Register
    {
        Direction = 0x00,
        Polarity = 0x02,
        InterruptEnable = 0x04,
        Default = 0x06,
        InterruptControl = 0x08,
        Configuration = 0x0A,
        PullUp = 0x0C,
        InterruptFlags = 0x0E,
        InterruptCaptured = 0x10,
        Port = 0x12,
        Latch = 0x14,
    }
}
