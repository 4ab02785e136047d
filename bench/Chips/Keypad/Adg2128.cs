namespace HilBench.Chips;

/// <summary>
/// <b>ADG2128</b>: analog crosspoint switch, 12 X lines by 8 Y lines, on I²C. Wired across a keypad it presses keys.
/// <para>
/// Source: Analog Devices ADG2128 data sheet rev. D: write operation figure 32, address decode table 8, readback table
/// 9. A write is two bytes: DATA (1 = close) with the codes of X and Y, then LDSW: with 1 the contacts change now, with
/// 0 they wait for the next write with 1, so that several change at one moment. The codes of X skip 6 and 7. After
/// power-on, and while RESET is low, every contact is open.
/// </para>
/// <para>Pins in: the bus (0x70 to 0x77), RESET. Pins in and out: X0 to X11, Y0 to Y7 on wires of the pad.</para>
/// <para>
/// <b>Not modelled:</b> on-resistance (35 Ω), signals outside the supply, the time a switch takes (below 200 ns).
/// </para>
/// </summary>
public sealed class Adg2128 : Chip, II2cChip, IPinWatcher
{
    public const int XLines = 12;
    public const int YLines = 8;

    /// <param name="header">The wires of the pad.</param>
    /// <param name="x">The wire at each X line, from X0 on; null = not connected.</param>
    /// <param name="y">The wire at each Y line.</param>
    /// <param name="resetHeader">Where RESET is wired to; null = tied high.</param>
    public Adg2128(
        CircuitBoard board,
        PinHeader header,
        IReadOnlyList<int?> x,
        IReadOnlyList<int?> y,
        int busAddress = 0x70,
        PinHeader? resetHeader = null,
        int resetPin = 0,
        string name = "ADG2128")
        : base(board, name)
    {
        if (busAddress is < 0x70 or > 0x77)
            throw new ArgumentOutOfRangeException(nameof(busAddress), busAddress, "An ADG2128 is at 0x70 to 0x77.");
        if (x.Count > XLines || y.Count > YLines)
            throw new ArgumentException($"An ADG2128 has {XLines} X lines and {YLines} Y lines.", nameof(x));
        BusAddress = busAddress;
        _contacts = new Contact?[XLines, YLines];
        for (int i = 0; i < x.Count; i++)
        {
            for (int j = 0; j < y.Count; j++)
            {
                if (x[i] is { } first && y[j] is { } second) _contacts[i, j] = header.Wire(first, second);
            }
        }

        (_resetHeader, _resetPin) = (resetHeader, resetPin);
        resetHeader?.Watch(resetPin, this);
        Reset();
    }

    // ---- pins in --------------------------------------------------------------------------------------------

    public int BusAddress { get; }

    bool II2cChip.TryWrite(ReadOnlySpan<byte> bytes, bool stop)
    {
        if (!IsPowered) return false;
        for (int i = 0; i < bytes.Length; i += 2)
        {
            int readback = Array.IndexOf(ReadbackCodes, bytes[i]);
            if (readback >= 0) _readback = readback;
            else if (i + 1 < bytes.Length) Take(bytes[i], load: (bytes[i + 1] & 1) != 0);
            else Report($"0x{bytes[i]:X2} came without its second byte", "figure 32: a write is two bytes");
        }

        return true;
    }

    bool II2cChip.TryRead(Span<byte> bytes)
    {
        if (!IsPowered) return false;
        bytes.Clear();
        if (_readback >= 0 && bytes.Length > 1) bytes[1] = (byte)_loaded[_readback];
        return true;
    }

    /// <summary>RESET opens all contacts whatever the bus does.</summary>
    void IPinWatcher.PinChanged(int pin, bool high)
    {
        if (!high) Reset();
    }

    // ---- peeks ----------------------------------------------------------------------------------------------

    /// <summary>Peek: how many contacts are closed.</summary>
    public int ClosedCount => _loaded.Sum(row => System.Numerics.BitOperations.PopCount((uint)row));

    public bool IsClosed(int x, int y) => (_loaded[x] >> y & 1) != 0;

    /// <inheritdoc/>
    public override string Describe() =>
        $"closed [{string.Join(' ', _loaded.Select(row => $"{row:x2}"))}] waiting "
        + $"[{string.Join(' ', _waiting.Select(row => $"{row:x2}"))}] readback {_readback}";

    // ---- reset and power ------------------------------------------------------------------------------------

    /// <summary>Every contact open.</summary>
    public override void Reset()
    {
        Array.Clear(_waiting);
        _readback = -1;
        Load();
    }

    protected override void PowerOn() => Reset();

    protected override void PowerOff() => Reset();

    // ---- private machinery ----------------------------------------------------------------------------------

    private bool IsHeldInReset =>
        _resetHeader is { } header && !header.IsFloating(_resetPin) && !header.LevelOf(_resetPin);

    private void Take(byte address, bool load)
    {
        int code = address >> 3 & 0xF;
        if (code is 6 or 7 or 14 or 15)
        {
            Report($"0x{address:X2} names no X line", "table 8: 0110, 0111, 1110 and 1111 are reserved");
            return;
        }

        if (IsHeldInReset)
        {
            Report("it was written while RESET was low", "pin description: RESET low holds all switches open");
            return;
        }

        int x = code < 6 ? code : code - 2;
        int bit = 1 << (address & 7);
        _waiting[x] = (address & Close) != 0 ? _waiting[x] | bit : _waiting[x] & ~bit;
        if (load) Load();
    }

    private void Load()
    {
        _waiting.CopyTo(_loaded, 0);
        for (int x = 0; x < XLines; x++)
        {
            for (int y = 0; y < YLines; y++)
            {
                if (IsClosed(x, y)) _contacts[x, y]?.Close();
                else _contacts[x, y]?.Open();
            }
        }
    }

    // ---- fields and state -----------------------------------------------------------------------------------

    private const int Close = 0x80;

    /// <summary>What to write before a read of X0 to X11 (table 9).</summary>
    private static readonly byte[] ReadbackCodes =
        [0x34, 0x3C, 0x74, 0x7C, 0x35, 0x3D, 0x75, 0x7D, 0x36, 0x3E, 0x76, 0x7E];

    private readonly Contact?[,] _contacts;
    private readonly PinHeader? _resetHeader;
    private readonly int _resetPin;
    private readonly int[] _waiting = new int[XLines];
    private readonly int[] _loaded = new int[XLines];
    private int _readback = -1;
}
