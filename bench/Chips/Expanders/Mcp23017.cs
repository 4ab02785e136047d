using System.Globalization;

namespace HilBench.Chips;

/// <summary>
/// <b>MCP23017</b>: sixteen lines on I²C with direction, pull-ups and an interrupt output.
/// <para>
/// Source: Microchip MCP23017/MCP23S17 data sheet DS20001952D: register addresses tables 3-1 to 3-5, IOCON register
/// 3-6, interrupts 3.6, pin description table 2-1. After power-on all lines are inputs without pull-ups and the
/// registers lie in pairs (BANK = 0). A transfer names a register and goes on through the next ones (SEQOP = 0), or
/// toggles between the two of a pair (SEQOP = 1, BANK = 0).
/// </para>
/// <para>
/// Interrupts: a line with GPINTEN whose level differs from its last one (INTCON 0) or from DEFVAL (INTCON 1) freezes
/// INTCAP and pulls INT low until GPIO or INTCAP of that port is read. INTA and INTB are one wire here, which is what
/// MIRROR = 1 makes of them; with MIRROR = 0 it is INTA's.
/// </para>
/// <para>
/// Misuse: registers that do not exist, BANK = 1, writes to INTF or INTCAP, inputs read while nothing holds them, and
/// GPA7 or GPB7 used as inputs, which revision D of the data sheet forbids.
/// </para>
/// <para>Pins in: the bus (0x20 to 0x27). Pins in and out: GPA0 to GPA7 = 0 to 7, GPB0 to GPB7 = 8 to 15; INT.</para>
/// <para><b>Not modelled:</b> BANK = 1, the reset pin, INTPOL, currents, times below a byte on the bus.</para>
/// </summary>
public sealed partial class Mcp23017 : Chip, II2cChip, IPinWatcher
{
    public const int Lines = 16;

    /// <param name="header">The wires of the sixteen lines, numbered like them.</param>
    /// <param name="interruptHeader">Where INT is wired to; null = nowhere.</param>
    public Mcp23017(
        CircuitBoard board,
        PinHeader header,
        int busAddress = 0x20,
        PinHeader? interruptHeader = null,
        int interruptPin = 0,
        string name = "MCP23017")
        : base(board, name)
    {
        if (busAddress is < 0x20 or > 0x27)
            throw new ArgumentOutOfRangeException(nameof(busAddress), busAddress, "An MCP23017 is at 0x20 to 0x27.");
        BusAddress = busAddress;
        _header = header;
        header.Demand(Lines - 1);
        _port = header.AttachChip();
        _interrupt = interruptHeader?.AttachChip();
        _interruptPin = interruptPin;
        for (int line = 0; line < Lines; line++) header.Watch(line, this);
        Reset();
    }

    // ---- pins in --------------------------------------------------------------------------------------------

    public int BusAddress { get; }

    bool II2cChip.TryWrite(ReadOnlySpan<byte> bytes, bool stop)
    {
        if (!IsPowered) return false;
        if (bytes.Length == 0) return true;
        _pointer = bytes[0];
        foreach (byte value in bytes[1..])
        {
            WriteRegister(value);
            MovePointer();
        }

        return true;
    }

    bool II2cChip.TryRead(Span<byte> bytes)
    {
        if (!IsPowered) return false;
        for (int i = 0; i < bytes.Length; i++)
        {
            bytes[i] = ReadRegister();
            MovePointer();
        }

        return true;
    }

    void IPinWatcher.PinChanged(int pin, bool high)
    {
        if (IsPowered) LookForInterrupts();
    }

    // ---- peeks ----------------------------------------------------------------------------------------------

    /// <summary>Peek: INT is low.</summary>
    public bool IsInterrupting => _flags != 0;

    /// <inheritdoc/>
    public override string Describe() => string.Create(
        CultureInfo.InvariantCulture,
        $"at {_pointer:x2} dir {_direction:x4} pull {_pullUp:x4} latch {_latch:x4} inverted {_polarity:x4} "
        + $"inten {_enabled:x4} intcon {_control:x4} defval {_default:x4} iocon {_configuration:x2} "
        + $"intf {_flags:x4} intcap {_captured:x4}");

    // ---- reset and power ------------------------------------------------------------------------------------

    /// <summary>The power-on reset: inputs without pull-ups, no interrupts.</summary>
    public override void Reset()
    {
        _direction = AllLines;
        _pullUp = _latch = _polarity = _enabled = _control = _default = _flags = _captured = 0;
        _configuration = 0;
        _pointer = 0;
        DriveLines();
        _last = LevelsNow();
    }

    protected override void PowerOn() => Reset();

    protected override void PowerOff()
    {
        Reset();
        _port.ReleaseAll();
        _interrupt?.ReleaseAll();
    }

    // ---- private machinery ----------------------------------------------------------------------------------

    /// <summary>Outputs are strong, pull-ups (100 kΩ) are weak and only there on inputs.</summary>
    private void DriveLines()
    {
        if (!IsPowered) return;
        int outputs = ~_direction & AllLines;
        _port.Set((ulong)(outputs & _latch), (ulong)(outputs & ~_latch), (ulong)(_direction & _pullUp));
        LookForInterrupts();
    }

    private int LevelsNow()
    {
        int levels = 0;
        for (int line = 0; line < Lines; line++)
        {
            if (_header.Sense(line)) levels |= 1 << line;
        }

        return levels;
    }

    /// <summary>What GPIO reads: inputs may be inverted, outputs read as they are.</summary>
    private int PortNow() => LevelsNow() ^ (_polarity & _direction);

    private void LookForInterrupts()
    {
        int port = PortNow();
        int wanted = (_control & (port ^ _default)) | (~_control & (port ^ _last));
        int raised = wanted & _enabled & _direction & AllLines;
        _last = port;
        for (int side = 0; side < 2; side++)
        {
            int ours = PortMask << (8 * side);
            if ((raised & ours) == 0 || (_flags & ours) != 0) continue;
            _flags |= raised & ours;
            _captured = (_captured & ~ours) | (port & ours);
        }

        ShowInterrupt();
    }

    private void ClearInterrupt(int side)
    {
        _flags &= ~(PortMask << (8 * side));
        ShowInterrupt();
    }

    private void ShowInterrupt()
    {
        if (_interrupt is null) return;
        int seen = (_configuration & Mirror) != 0 ? _flags : _flags & PortMask;
        ulong wire = 1UL << _interruptPin;
        bool openDrain = (_configuration & OpenDrain) != 0;
        _interrupt.Set(openDrain || seen != 0 ? 0 : wire, seen != 0 ? wire : 0, 0);
    }
}
