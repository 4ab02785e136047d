namespace HilBench.Chips;

/// <summary>
/// <b>PCF8574</b> and <b>PCF8574A</b>: eight quasi-bidirectional lines on I²C, as on the backpacks of text panels.
/// <para>
/// Source: NXP PCF8574/74A data sheet rev. 5, sections 7 (addresses) and 8 (quasi-bidirectional I/O). There is no
/// register and no direction: a line written 0 is driven low, a line written 1 is held high by about 100 µA, so that
/// anybody may pull it low and a read sees it. After power-on all lines are high. Each byte written appears at the
/// lines when it has passed, not at the end of the transfer; a read tells the levels of all eight lines.
/// </para>
/// <para>Pins in: the bus (0x20 to 0x27; the A type 0x38 to 0x3F). Pins in and out: P0 to P7.</para>
/// <para>
/// Misuse: none of its own; a line held low that somebody else drives high is a fight on the wires.
/// <b>Not modelled:</b> the interrupt output, the strong pull-up for the half clock after a line goes high, currents.
/// </para>
/// </summary>
public sealed class Pcf8574 : Chip, II2cChip
{
    public const int Lines = 8;
    private const int AllHigh = 0xFF;

    /// <param name="header">The wires; line n is wire <paramref name="firstPin"/> + n.</param>
    public Pcf8574(
        CircuitBoard board, PinHeader header, int busAddress = 0x27, int firstPin = 0, string name = "PCF8574")
        : base(board, name)
    {
        if (busAddress is not (>= 0x20 and <= 0x27 or >= 0x38 and <= 0x3F))
        {
            throw new ArgumentOutOfRangeException(
                nameof(busAddress), busAddress, "A PCF8574 answers to 0x20 to 0x27, a PCF8574A to 0x38 to 0x3F.");
        }

        BusAddress = busAddress;
        _header = header;
        _first = firstPin;
        header.Demand(firstPin);
        header.Demand(firstPin + Lines - 1);
        _port = header.AttachChip();
        Reset();
    }

    // ---- pins in: the bus -----------------------------------------------------------------------------------

    public int BusAddress { get; }

    bool II2cChip.TakesEachByte => true;

    bool II2cChip.TryWrite(ReadOnlySpan<byte> bytes, bool stop)
    {
        if (!IsPowered) return false;
        foreach (byte value in bytes) Latch(value);
        return true;
    }

    bool II2cChip.TryRead(Span<byte> bytes)
    {
        if (!IsPowered) return false;
        int levels = 0;
        for (int line = 0; line < Lines; line++)
        {
            if (_header.Sense(_first + line)) levels |= 1 << line;
        }

        bytes.Fill((byte)levels);
        return true;
    }

    // ---- peeks ----------------------------------------------------------------------------------------------

    /// <summary>Peek: what was written last, bit n for line n.</summary>
    public int Latched => _latch;

    /// <inheritdoc/>
    public override string Describe() => $"latch {_latch:x2}";

    // ---- reset and power ------------------------------------------------------------------------------------

    /// <summary>The power-on reset: every line high.</summary>
    public override void Reset() => Latch(AllHigh);

    protected override void PowerOn() => Reset();

    protected override void PowerOff()
    {
        _latch = AllHigh;
        _port.ReleaseAll();
    }

    // ---- private machinery ----------------------------------------------------------------------------------

    /// <summary>All lines change at one moment.</summary>
    private void Latch(int value)
    {
        _latch = value;
        if (!IsPowered) return;
        ulong ones = (ulong)value << _first;
        ulong zeros = (ulong)(~value & AllHigh) << _first;
        _port.Set(high: 0, low: zeros, pulledUp: ones);
    }

    // ---- fields and state -----------------------------------------------------------------------------------

    private readonly PinHeader _header;
    private readonly ChipPort _port;
    private readonly int _first;
    private int _latch;
}
