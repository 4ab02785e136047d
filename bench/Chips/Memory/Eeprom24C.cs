namespace HilBench.Chips;

/// <summary>
/// <b>24C32</b>: serial EEPROM, 4,096 bytes in pages of 32, two address bytes, I²C.
/// <para>
/// Source: Microchip 24AA32A/24LC32A datasheet (DS21713), sections 6 to 8: byte and page write, acknowledge polling,
/// current, random and sequential read. A write is taken into the page buffer and programmed after STOP, which takes
/// <see cref="WriteTime"/>; meanwhile the chip does not acknowledge. A page write that runs over the end of its page
/// goes on at the page's start; a read runs over the end of the memory to its beginning.
/// </para>
/// <para>
/// Power failing while a page is programmed leaves some of its bytes old and some new, by the board's seed: when two
/// or more differ, at least one of each kind.
/// </para>
/// <para>Pins in: the bus (address 0x50 to 0x57 by A2..A0). Pins out: none.</para>
/// <para>
/// <b>Not modelled:</b> the write-protect pin (tied low), bit times on the bus, cells that hold neither 0 nor 1,
/// programming that ends early by itself, wear before <see cref="Endurance"/> (past it: a finding, and the cells still
/// work).
/// </para>
/// </summary>
public sealed class Eeprom24C : Chip, II2cChip
{
    public const int Size = 4096;
    public const int PageSize = 32;
    public const int Pages = Size / PageSize;

    /// <summary>Writes a page stands according to the datasheet.</summary>
    public const long Endurance = 1_000_000;

    public const byte Erased = 0xFF;

    private const int AddressBytes = 2;

    public static readonly TimeSpan WriteTime = TimeSpan.FromMilliseconds(5);

    public Eeprom24C(CircuitBoard board, int busAddress = 0x50, string name = "24C32")
        : base(board, name)
    {
        if (busAddress is < 0x50 or > 0x57)
            throw new ArgumentOutOfRangeException(nameof(busAddress), busAddress, "A 24C32 answers to 0x50 to 0x57.");
        BusAddress = busAddress;
        _random = SeededRandom.For(board.Seed, name);
        Array.Fill(_cells, Erased);
        Reset();
    }

    // ---- pins in: the bus -----------------------------------------------------------------------------------

    public int BusAddress { get; }

    bool II2cChip.TryWrite(ReadOnlySpan<byte> bytes, bool stop)
    {
        if (!IsPowered || IsBusy || Refusal?.Strike() == true) return false;
        FinishWrite();
        if (bytes.Length > 0) SetAddress(bytes);
        if (bytes.Length <= AddressBytes) return true;
        if (stop) BeginWrite(bytes[AddressBytes..]);
        else Report("data bytes were not followed by STOP and are lost", "DS21713 §6: programming begins at STOP");
        return true;
    }

    bool II2cChip.TryRead(Span<byte> bytes)
    {
        if (!IsPowered || IsBusy || Refusal?.Strike() == true) return false;
        FinishWrite();
        for (int i = 0; i < bytes.Length; i++)
        {
            bytes[i] = CellAt(_address);
            _address = (_address + 1) % Size;
        }

        return true;
    }

    // ---- peeks and the factory's programmer -----------------------------------------------------------------

    /// <summary>Peek: true while a page is being programmed and the chip does not answer.</summary>
    public bool IsBusy => Board.Time.Now < _busyUntil;

    /// <summary>Peek: bytes as firmware would read them once the chip is idle.</summary>
    public byte[] Peek(int address, int count)
    {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) bytes[i] = CellAt(Checked(address + i));
        return bytes;
    }

    /// <summary>The factory's programmer: sets bytes past the bus, without wear and without taking time.</summary>
    public void Poke(int address, ReadOnlySpan<byte> bytes)
    {
        for (int i = 0; i < bytes.Length; i++) _cells[Checked(address + i)] = bytes[i];
    }

    /// <summary>Peek: how often the page was programmed.</summary>
    public long WritesOf(int page) => _writes[page];

    /// <inheritdoc/>
    public override string Describe()
    {
        string used = string.Join(' ', Enumerable.Range(0, Pages)
            .Where(page => Peek(page * PageSize, PageSize).Any(cell => cell != Erased))
            .Select(page => $"{page * PageSize:x3}:{Convert.ToHexStringLower(Peek(page * PageSize, PageSize))}"));
        return $"at {_address:x3} {(IsBusy ? "busy" : "idle")} writes {_writes.Sum()} [{used}]";
    }

    // ---- faults ---------------------------------------------------------------------------------------------

    /// <summary>A bad cell: it reads as <paramref name="value"/> whatever is written.</summary>
    public void StickCell(int address, byte value) => _stuck[Checked(address)] = value;

    public void RepairCell(int address) => _stuck.Remove(Checked(address));

    /// <summary>The chip does not acknowledge, as if it were busy for ever: strikes at each transfer.</summary>
    public Defect? Refusal { get; set; }

    /// <summary>A page that was taken is never programmed, as when the write cycle fails: strikes at each.</summary>
    public Defect? Forgetting { get; set; }

    /// <summary>
    /// The cells are worn out: a page is programmed, but what it held stays. Strikes when that makes a difference.
    /// </summary>
    public Defect? Wear { get; set; }

    /// <summary>One bit of a cell turns over by itself, as after years or radiation.</summary>
    public void FlipBit(int address, int bit) => _cells[Checked(address)] ^= (byte)(1 << bit);

    /// <summary>
    /// What the page holds when the supply fails while it is programmed, from its old and its new bytes; null = old and
    /// new bytes mixed by the seed.
    /// </summary>
    public Func<byte[], byte[], byte[]>? Torn { get; set; }

    // ---- reset and power ------------------------------------------------------------------------------------

    /// <summary>The address counter returns to 0 and a write under way ends at once; the cells stay.</summary>
    public override void Reset()
    {
        FinishWrite();
        _busyUntil = TimeSpan.Zero;
        _address = 0;
    }

    protected override void PowerOn() => Reset();

    protected override void PowerOff()
    {
        if (IsBusy && _pageInWriting != NoPage) TearWrite();
        Reset();
    }

    // ---- private machinery ----------------------------------------------------------------------------------

    private static int Checked(int address) => address is >= 0 and < Size
        ? address
        : throw new ArgumentOutOfRangeException(nameof(address), address, $"A 24C32 has bytes 0 to {Size - 1}.");

    private byte CellAt(int address) =>
        _stuck.Count > 0 && _stuck.TryGetValue(address, out byte value) ? value : _cells[address];

    private void SetAddress(ReadOnlySpan<byte> bytes)
    {
        // The upper four bits are don't-care; one byte alone moves only the upper half of the counter.
        int high = (bytes[0] << 8) % Size;
        _address = bytes.Length > 1 ? high | bytes[1] : high | (_address & 0xFF);
    }

    private void BeginWrite(ReadOnlySpan<byte> data)
    {
        int page = _address / PageSize;
        if (_address % PageSize + data.Length > PageSize)
        {
            Report(
                $"{data.Length} bytes written at 0x{_address:X3} wrapped to the start of their page",
                "DS21713 §6.2: a page write must not cross the page boundary");
        }

        _before = _cells.AsSpan(page * PageSize, PageSize).ToArray();
        if (KeepsWhatItHeld(page, data)) return;
        foreach (byte value in data)
        {
            _cells[_address] = value;
            _address = page * PageSize + (_address + 1) % PageSize;
        }

        _pageInWriting = page;
        _busyUntil = Board.Time.Now + WriteTime;
        if (++_writes[page] == Endurance + 1)
            Report($"page {page} was written more than {Endurance} times", "DS21713: endurance 1,000,000 cycles");
    }

    /// <summary>A broken page takes its time and its wear, and nothing else.</summary>
    private bool KeepsWhatItHeld(int page, ReadOnlySpan<byte> data)
    {
        bool isWorn = Wear is not null && IsNew(page, data) && Wear.Strike();
        if (!isWorn && Forgetting?.Strike() != true) return false;
        _busyUntil = Board.Time.Now + WriteTime;
        _writes[page]++;
        return true;
    }

    private bool IsNew(int page, ReadOnlySpan<byte> data)
    {
        for (int i = 0; i < data.Length; i++)
        {
            if (_cells[page * PageSize + (_address + i) % PageSize] != data[i]) return true;
        }

        return false;
    }

    private void FinishWrite() => _pageInWriting = NoPage;

    /// <summary>
    /// The supply went away while the page was programmed: every byte is either the old or the new one.
    /// </summary>
    private void TearWrite()
    {
        Span<byte> page = _cells.AsSpan(_pageInWriting * PageSize, PageSize);
        if (Torn is { } torn)
        {
            torn(_before, page.ToArray()).CopyTo(page);
            return;
        }

        var differing = new List<int>();
        for (int i = 0; i < PageSize; i++)
        {
            if (page[i] != _before[i]) differing.Add(i);
        }

        int surelyOld = differing.Count > 1 ? (int)_random.NextBelow(differing.Count) : -1;
        int surelyNew = surelyOld < 0 ? -1 : (surelyOld + 1) % differing.Count;
        for (int i = 0; i < differing.Count; i++)
        {
            bool old = _random.NextBool();
            if (i == surelyOld || (old && i != surelyNew)) page[differing[i]] = _before[differing[i]];
        }
    }

    // ---- fields and state -----------------------------------------------------------------------------------

    private const int NoPage = -1;

    private readonly byte[] _cells = new byte[Size];
    private readonly long[] _writes = new long[Pages];
    private readonly Dictionary<int, byte> _stuck = [];
    private readonly SeededRandom _random;
    private byte[] _before = [];
    private int _address;
    private int _pageInWriting = NoPage;
    private TimeSpan _busyUntil;
}
