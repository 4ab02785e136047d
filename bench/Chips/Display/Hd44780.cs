using System.Globalization;

namespace HilBench.Chips;

/// <summary>
/// <b>HD44780U</b> (character ROM A00): character display controller with its glass, 8×1, 16×2 or 20×4.
/// <para>
/// Source: Hitachi HD44780U datasheet (ADE-207-272): instructions table 6, bus timing figures 25 and 26, initialising
/// by instruction figure 24, reset function page 23, character ROM table 4. It powers up with an 8-bit interface, one
/// line and the display off. Inputs are taken over when E falls.
/// </para>
/// <para>
/// Misuse is reported and then happens as on the chip: an instruction that comes while it is busy is <i>lost</i>, and
/// so is one before the supply has been up for 40 ms; the nibbles are counted on, so the halves stay in step.
/// </para>
/// <para>
/// <b>The enable pulse:</b> virtual time stands still between two pin writes. A pulse (or cycle) that takes some
/// virtual time but less than the datasheet asks is always a finding; one that takes none only with
/// <see cref="Hd44780Timing.StrictPulse"/>. Set-up and hold times (tens of ns) are below the clock's 100 ns.
/// </para>
/// <para>
/// Pins in: RS, E, R/W (or tied low), D4 to D7 or D0 to D7. Pins out: the data pins, while E is high in a read. Open
/// D0 to D3 are read as ones, which is what the chip's own pull-ups make of them.
/// </para>
/// <para>
/// <b>Not modelled:</b> contrast and backlight, the blinking of the cursor, ROM A02, the 5×10 font (as text it looks
/// alike), the pull-ups as seen from outside, a supply too slow for the chip's own reset.
/// </para>
/// </summary>
public sealed partial class Hd44780 : Chip, IPinWatcher
{
    public Hd44780(
        CircuitBoard board,
        PinHeader header,
        Hd44780Pins pins,
        int columns = 16,
        int rows = 2,
        Hd44780Timing? timing = null,
        string name = "HD44780")
        : base(board, name)
    {
        if ((columns, rows) is not ((8, 1) or (16, 2) or (20, 4) or (20, 2) or (40, 2)))
            throw new ArgumentException($"A glass of {columns}×{rows} is not known: 8×1, 16×2, 20×2, 20×4, 40×2.");
        if (pins.Data.Count is not (4 or 8))
            throw new ArgumentException("Data pins are D4 to D7, or D0 to D7.", nameof(pins));
        Columns = columns;
        Rows = rows;
        Timing = timing ?? new Hd44780Timing();
        _header = header;
        _data = [.. pins.Data];
        _rs = pins.RegisterSelect;
        _enable = pins.Enable;
        _rw = pins.ReadWrite ?? TiedLow;
        foreach (int pin in _data.Append(_rs).Append(pins.ReadWrite ?? _rs)) header.Demand(pin);
        _port = header.AttachChip();
        header.Watch(pins.Enable, this);
        Reset();
    }

    public int Columns { get; }

    public int Rows { get; }

    public Hd44780Timing Timing { get; private set; }

    // ---- pins in --------------------------------------------------------------------------------------------

    /// <summary>E has changed.</summary>
    void IPinWatcher.PinChanged(int pin, bool high)
    {
        if (!IsPowered || IsUnplugged(high)) return;
        if (high) EnableRose();
        else if (LostPulses?.Strike() != true) EnableFell();
    }

    // ---- peeks: the glass -----------------------------------------------------------------------------------

    /// <summary>Counts every change a person could see; equal versions mean equal glass.</summary>
    public long GlassVersion { get; private set; }

    /// <summary>When the glass last changed.</summary>
    public TimeSpan GlassChangedAt { get; private set; }

    /// <summary>Raised after every change of the glass, at its virtual moment; a handler must not wait.</summary>
    public event Action? GlassChanged;

    /// <summary>True while characters can be seen at all.</summary>
    public bool IsLit => IsPowered && _displayOn && Unplugged is null;

    /// <summary>The lines as a person sees them, each as wide as the glass; blank while off or unpowered.</summary>
    public string[] ReadGlass()
    {
        var lines = new string[Rows];
        Span<char> line = stackalloc char[Columns];
        for (int row = 0; row < Rows; row++)
        {
            ReadLine(row, line);
            lines[row] = new string(line);
        }

        return lines;
    }

    /// <summary>One line into a caller's buffer of at least <see cref="Columns"/> characters.</summary>
    public void ReadLine(int row, Span<char> line)
    {
        for (int column = 0; column < Columns; column++)
        {
            int cell = IsLit ? CellAt(row, column) : Outside;
            line[column] = cell == Outside ? ' ' : CharacterOf(_ddram[cell]);
        }
    }

    /// <summary>Where the cursor is on the glass; null when it is off or outside.</summary>
    public (int Row, int Column)? Cursor
    {
        get
        {
            int cell = _inCgram || !IsLit || !(_cursorOn || _blinkOn) ? Outside : CellOf(_address);
            for (int place = 0; cell != Outside && place < Rows * Columns; place++)
            {
                if (CellAt(place / Columns, place % Columns) == cell) return (place / Columns, place % Columns);
            }

            return null;
        }
    }

    /// <summary>The eight rows (low five bits each) of one of the eight characters firmware can define.</summary>
    public byte[] CustomGlyph(int code) => _cgram.AsSpan(code * 8, 8).ToArray();

    // ---- peeks: the chip ------------------------------------------------------------------------------------

    public bool IsBusy => IsPowered && Board.Time.Now < BusyUntil;

    /// <summary>When the chip takes the next instruction.</summary>
    public TimeSpan BusyUntil => new(Math.Max(_busyUntil, ReadyTicks));

    /// <summary>DDRAM or CGRAM address the next data goes to or comes from.</summary>
    public int AddressCounter => _address;

    public bool IsEightBit => _eightBit;

    /// <summary>The character code at a DDRAM address, or null where the chip has no memory.</summary>
    public byte? CodeAt(int ddramAddress)
    {
        int cell = CellOf(ddramAddress);
        return cell == Outside ? null : _ddram[cell];
    }

    /// <inheritdoc/>
    public override string Describe() => string.Create(
        CultureInfo.InvariantCulture,
        $"{(_eightBit ? 8 : 4)}-bit {(_twoLines ? 2 : 1)}-line display {(_displayOn ? "on" : "off")} "
        + $"entry {(_increment ? "+" : "-")}{(_shiftOnWrite ? "s" : "")} at {(_inCgram ? "cg" : "dd")}{_address:x2} "
        + $"shift {_shift} half {(_nibblePending ? _highNibble >> 4 : -1)} {(IsBusy ? "busy" : "ready")} "
        + $"[{string.Join('|', ReadGlass())}] codes {Convert.ToHexStringLower(_ddram)} "
        + $"glyphs {Convert.ToHexStringLower(_cgram)}");

    // ---- reset and power ------------------------------------------------------------------------------------

    /// <summary>
    /// The chip's own reset (page 23): 8 bits, one line, display off, increment, memory cleared to blanks.
    /// </summary>
    public override void Reset()
    {
        _port.ReleaseAll();
        _eightBit = true;
        _twoLines = _displayOn = _cursorOn = _blinkOn = _shiftOnWrite = false;
        _increment = true;
        _nibblePending = _reading = _inCgram = false;
        _functionSet = _functionLocked = false;
        _functionSetsSeen = 0;
        _address = _shift = 0;
        _busyUntil = 0;
        _roseAt = _previousRose = LongAgo;
        Array.Fill(_ddram, Blank);
        Array.Clear(_cgram);
        GlassTouched();
    }

    protected override void PowerOn()
    {
        // From here on a repaired panel has been initialised rightly, or it is the firmware's fault.
        _isSpoilt = Unplugged is not null || StuckLine is not null || LostPulses is { IsDue: true };
        Reset();
        if (_header.Sense(_enable)) EnableRose();
    }

    protected override void PowerOff() => Reset();
}
