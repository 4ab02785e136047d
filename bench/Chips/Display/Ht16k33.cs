namespace HilBench.Chips;

/// <summary>
/// <b>HT16K33</b> with four digits of seven segments and two points between them, as on the usual modules.
/// <para>
/// Source: Holtek HT16K33 data sheet rev. 1.10, command summary: display address 0x00 to 0x0F, system set-up 0x2n (bit
/// 0 = oscillator), display set-up 0x8n (bit 0 = on, bits 1 and 2 = blinking), ROW/INT 0xAn, dimming 0xEn. Bytes after
/// a display address go into the memory from there on. What the memory holds after power-on is not said, and here it is
/// not nothing. The digits hang on the low halves of words 0, 1, 3 and 4, the two points on word 2.
/// </para>
/// <para>Misuse: commands that do not exist, and bytes after a command that takes none.</para>
/// <para>Pins in: the bus (0x70 to 0x77).</para>
/// <para><b>Not modelled:</b> brightness, how blinking looks, the keys and the memory that could be read back.</para>
/// </summary>
public sealed class Ht16k33 : Chip, II2cChip
{
    public const int Digits = 4;
    public const int FirstAddress = 0x70;
    public const int LastAddress = 0x77;

    private const int MemoryBytes = 16;
    private const byte Garbage = 0x5A;
    private const string Commands = "command summary";

    /// <summary>Where each digit is in the memory, left to right.</summary>
    private static readonly int[] Places = [0, 2, 6, 8];

    public Ht16k33(CircuitBoard board, int busAddress = FirstAddress, string name = "HT16K33")
        : base(board, name)
    {
        if (busAddress is < FirstAddress or > LastAddress)
            throw new ArgumentOutOfRangeException(nameof(busAddress), busAddress, "An HT16K33 is at 0x70 to 0x77.");
        BusAddress = busAddress;
        PowerOn();
    }

    /// <summary>A segment that was lit is dark, or the other way round.</summary>
    public event Action? GlassChanged;

    // ---- pins in --------------------------------------------------------------------------------------------

    public int BusAddress { get; }

    bool II2cChip.TryWrite(ReadOnlySpan<byte> bytes, bool stop)
    {
        if (!IsPowered) return false;
        if (bytes.Length == 0) return true;
        byte[] before = Glass();
        if ((Command)(bytes[0] & 0xF0) == Command.DisplayAddress) Store(bytes[0] & 0xF, bytes[1..]);
        else Obey(bytes);
        if (!before.AsSpan().SequenceEqual(Glass())) GlassChanged?.Invoke();
        return true;
    }

    bool II2cChip.TryRead(Span<byte> bytes)
    {
        bytes.Clear();
        return IsPowered;
    }

    // ---- peeks ----------------------------------------------------------------------------------------------

    /// <summary>Peek: the lit segments of each digit, left to right, for <see cref="SevenSegments"/>.</summary>
    public byte[] Glass()
    {
        var glass = new byte[Digits];
        if (!IsPowered || !_oscillates || !_isOn) return glass;
        for (int i = 0; i < Digits; i++) glass[i] = _memory[Places[i]];
        return glass;
    }

    /// <inheritdoc/>
    public override string Describe() =>
        $"{Convert.ToHexStringLower(_memory)}, {(_oscillates ? "awake" : "asleep")}, {(_isOn ? "on" : "off")}";

    // ---- reset and power ------------------------------------------------------------------------------------

    /// <summary>Asleep and dark; the memory stays as it is.</summary>
    public override void Reset() => (_oscillates, _isOn) = (false, false);

    protected override void PowerOn()
    {
        Array.Fill(_memory, Garbage);
        Reset();
    }

    protected override void PowerOff()
    {
        Reset();
        GlassChanged?.Invoke();
    }

    // ---- private machinery ----------------------------------------------------------------------------------

    private void Store(int address, ReadOnlySpan<byte> values)
    {
        foreach (byte value in values)
        {
            _memory[address] = value;
            address = (address + 1) % MemoryBytes;
        }
    }

    private void Obey(ReadOnlySpan<byte> bytes)
    {
        byte command = bytes[0];
        switch ((Command)(command & 0xF0))
        {
            case Command.System:
                _oscillates = (command & 1) != 0;
                break;
            case Command.Display:
                _isOn = (command & 1) != 0;
                break;
            case Command.RowOrInterrupt or Command.Dimming:
                break;
            default:
                Report($"command 0x{command:X2} does not exist", Commands);
                break;
        }

        if (bytes.Length > 1) Report($"{bytes.Length - 1} bytes came after command 0x{command:X2}", Commands);
    }

    // ---- fields and state -----------------------------------------------------------------------------------

    private readonly byte[] _memory = new byte[MemoryBytes];
    private bool _oscillates;
    private bool _isOn;

    private enum Command : byte
    {
        DisplayAddress = 0x00,
        System = 0x20,
        Display = 0x80,
        RowOrInterrupt = 0xA0,
        Dimming = 0xE0,
    }
}
