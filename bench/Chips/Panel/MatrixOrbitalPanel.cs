using System.Globalization;

namespace HilBench.Chips;

/// <summary>
/// <b>Matrix Orbital serial panel</b> (LK162, LK204): a text display with a keypad on a serial line, 19,200 baud 8N1.
/// <para>
/// Source: Matrix Orbital LK204-25 and LK162-12 technical manuals, command summary; Adafruit's serial backpacks take
/// the same display commands. A command is FE, its code and its parameters; every other byte is text at the cursor.
/// Keys are scanned and debounced (n × 6.554 ms). They are sent at once, or up to ten of them are kept until they are
/// asked for; a reply with bit 7 set says that more of them wait.
/// </para>
/// <para>
/// Misuse is reported, and then the panel does what a real one does: it skips an unknown command, leaves the cursor
/// where it was instead of moving it off the glass, and loses text beyond the end of a line while wrapping is off.
/// </para>
/// <para>
/// <b>Not modelled:</b> bars, large digits, the outputs, contrast, key-up and auto-repeat, scrolling, saving settings,
/// changing the baud rate. The line itself is not part of the panel: bytes arrive whole.
/// </para>
/// </summary>
public sealed class MatrixOrbitalPanel : Chip
{
    public const int Baud = 19_200;

    /// <summary>One step of the debounce time.</summary>
    public static readonly TimeSpan DebounceStep = TimeSpan.FromTicks(65_540);

    public MatrixOrbitalPanel(CircuitBoard board, int columns = 16, int rows = 2, string name = "LK162")
        : base(board, name)
    {
        if ((columns, rows) is not ((16, 2) or (20, 2) or (20, 4)))
            throw new ArgumentException($"A panel must have 16×2, 20×2 or 20×4 characters, not {columns}×{rows}.");
        Columns = columns;
        Rows = rows;
        _cells = new char[rows, columns];
        Reset();
    }

    public int Columns { get; }

    public int Rows { get; }

    // ---- the line: in ---------------------------------------------------------------------------------------

    /// <summary>A byte has arrived.</summary>
    public void Receive(byte value)
    {
        if (!IsPowered) return;
        if (_command.Count > 0 || value == Prefix) TakeCommand(value);
        else Print(value);
    }

    /// <summary>
    /// What arrived was not what was sent: from now on nonsense is nobody's misuse, until the next start.
    /// </summary>
    public void Disturb() => _isDisturbed = true;

    // ---- the line: out --------------------------------------------------------------------------------------

    /// <summary>The panel sends a byte; a handler must not wait.</summary>
    public event Action<byte>? Sent;

    // ---- keys -----------------------------------------------------------------------------------------------

    /// <summary>
    /// A finger closes the key with this code at <paramref name="at"/> and lets it go after <paramref name="hold"/>: a
    /// press shorter than the debounce time is none.
    /// </summary>
    public void Press(char code, TimeSpan at, TimeSpan hold)
    {
        if (code is < 'A' or > 'Z') throw new ArgumentException($"A panel has no key with code '{code}'.",
            nameof(code));
        Board.Time.At(at, () =>
        {
            if (IsPowered && hold >= Debounce) Board.Time.After(Debounce, () => Report(code));
        });
    }

    // ---- peeks ----------------------------------------------------------------------------------------------

    /// <summary>Raised after every change of the glass; a handler must not wait.</summary>
    public event Action? GlassChanged;

    public TimeSpan Debounce => _debounce * DebounceStep;

    public bool IsLit => IsPowered && _backlight;

    public bool SendsKeys => _autoTransmit;

    /// <summary>Keys that wait to be asked for.</summary>
    public int KeysWaiting => _keys.Count;

    /// <summary>The lines as a person sees them; blank without power.</summary>
    public string[] ReadGlass()
    {
        var lines = new string[Rows];
        for (int row = 0; row < Rows; row++)
        {
            int line = row;
            lines[row] = string.Create(Columns, this, (text, panel) =>
            {
                for (int column = 0; column < text.Length; column++)
                    text[column] = panel.IsPowered ? panel._cells[line, column] : Blank;
            });
        }

        return lines;
    }

    /// <summary>The eight rows of dots of one of the eight characters that can be drawn.</summary>
    public ReadOnlySpan<byte> Drawing(int code) => _drawings.AsSpan(code * DotRows, DotRows);

    /// <summary>Which drawn character stands for this in <see cref="ReadGlass"/>; null = none, it is text.</summary>
    public static int? DrawnCode(char character) =>
        character is >= FirstDrawn and < (char)(FirstDrawn + Drawings) ? character - FirstDrawn : null;

    /// <inheritdoc/>
    public override string Describe() => string.Create(
        CultureInfo.InvariantCulture,
        $"[{string.Join('|', ReadGlass())}] at {_column},{_row} wrap {_wrap} light {_backlight} keys "
        + $"{string.Concat(_keys)} auto {_autoTransmit} debounce {_debounce} half {_command.Count} "
        + $"drawings {Convert.ToHexStringLower(_drawings)}");

    // ---- reset and power ------------------------------------------------------------------------------------

    public override void Reset()
    {
        _isDisturbed = false;
        foreach (ref char cell in Cells) cell = Blank;
        Array.Clear(_drawings);
        _command.Clear();
        _keys.Clear();
        _column = _row = 0;
        _wrap = _autoTransmit = _backlight = true;
        _debounce = DefaultDebounce;
        GlassChanged?.Invoke();
    }

    protected override void PowerOn() => Reset();

    protected override void PowerOff() => Reset();

    // ---- commands -------------------------------------------------------------------------------------------

    private void TakeCommand(byte value)
    {
        _command.Add(value);
        if (_command.Count < 2) return;
        if (Parameters(_command[1]) is not { } wanted)
        {
            Misused($"command FE {_command[1]:X2} is not known", "manual, command summary");
            _command.Clear();
            return;
        }

        if (_command.Count < 2 + wanted) return;
        byte[] command = [.. _command];
        _command.Clear();
        Do((Command)command[1], command.AsSpan(2));
    }

    private static int? Parameters(byte code) => (Command)code switch
    {
        Command.DrawCharacter => 1 + DotRows,
        Command.CursorTo => 2,
        Command.BacklightOn or Command.Debounce => 1,
        Command.PollKeys or Command.SerialNumber or Command.ModuleType or Command.AutoTransmitOn
            or Command.WrapOn or Command.WrapOff or Command.ClearKeys or Command.BacklightOff or Command.Home
            or Command.AutoTransmitOff or Command.Clear => 0,
        _ => null,
    };

    private void Do(Command command, ReadOnlySpan<byte> parameters)
    {
        switch (command)
        {
            case Command.Clear:
                foreach (ref char cell in Cells) cell = Blank;
                _column = _row = 0;
                GlassChanged?.Invoke();
                break;
            case Command.CursorTo: MoveTo(parameters[0], parameters[1]); break;
            case Command.DrawCharacter: Draw(parameters[0], parameters[1..]); break;
            case Command.Home: _column = _row = 0; break;
            case Command.WrapOn: _wrap = true; break;
            case Command.WrapOff: _wrap = false; break;
            case Command.BacklightOn: _backlight = true; break;
            case Command.BacklightOff: _backlight = false; break;
            case Command.AutoTransmitOn: _autoTransmit = true; break;
            case Command.AutoTransmitOff: _autoTransmit = false; break;
            case Command.ClearKeys: _keys.Clear(); break;
            case Command.Debounce: _debounce = parameters[0]; break;
            case Command.PollKeys: SendKey(); break;
            case Command.ModuleType: Sent?.Invoke(ModuleType); break;
            default:
                Sent?.Invoke(0);
                Sent?.Invoke(1);
                break;
        }
    }

    private void MoveTo(int column, int row)
    {
        if (column < 1 || column > Columns || row < 1 || row > Rows)
        {
            Misused($"cursor to column {column}, row {row} of a {Columns}×{Rows} glass", "manual, set cursor position");
            return;
        }

        (_column, _row) = (column - 1, row - 1);
    }

    private void Draw(byte code, ReadOnlySpan<byte> dots)
    {
        if (code >= Drawings) Misused($"character {code} cannot be drawn", "manual, custom characters: 0 to 7 can");
        else dots.CopyTo(_drawings.AsSpan(code * DotRows, DotRows));
    }

    private void Print(byte value)
    {
        if (CharacterOf(value) is not { } character)
        {
            Misused($"byte {value:X2} is no text", "manual, character set: 20 to 7E are the same on every panel");
            return;
        }

        if (_column == Columns && _wrap) (_column, _row) = (0, (_row + 1) % Rows);
        if (_column == Columns)
        {
            Misused($"'{character}' beyond the end of line {_row + 1}", "manual, line wrap off: the text is lost");
            return;
        }

        char before = _cells[_row, _column];
        _cells[_row, _column++] = character;
        if (before != character) GlassChanged?.Invoke();
    }

    private static char? CharacterOf(byte value) => value switch
    {
        < Drawings => (char)(FirstDrawn + value),
        >= (byte)' ' and <= 0x7E => (char)value,
        byte.MaxValue => '█',
        _ => null,
    };

    private void Misused(string what, string rule)
    {
        if (!_isDisturbed) Report(what, rule);
    }

    private void Report(char code)
    {
        if (!IsPowered) return;
        if (_autoTransmit) Sent?.Invoke((byte)code);
        else if (_keys.Count < MostKeys) _keys.Enqueue(code);
    }

    private void SendKey()
    {
        byte reply = _keys.TryDequeue(out char code) ? (byte)code : (byte)0;
        Sent?.Invoke(_keys.Count > 0 ? (byte)(reply | MoreKeys) : reply);
    }

    private Span<char> Cells => System.Runtime.InteropServices.MemoryMarshal.CreateSpan(ref _cells[0, 0],
        Rows * Columns);

    // ---- fields and codes -----------------------------------------------------------------------------------

    private const byte Prefix = 0xFE;
    private const byte MoreKeys = 0x80;
    private const byte ModuleType = 0x33;
    private const char Blank = ' ';
    private const char FirstDrawn = '\uE000';
    private const int Drawings = 8;
    private const int DotRows = 8;
    private const int DefaultDebounce = 8;
    private const int MostKeys = 10;

    private readonly char[,] _cells;
    private readonly byte[] _drawings = new byte[Drawings * DotRows];
    private readonly List<byte> _command = [];
    private readonly Queue<char> _keys = new();
    private int _column;
    private int _row;
    private int _debounce;
    private bool _wrap;
    private bool _isDisturbed;
    private bool _autoTransmit;
    private bool _backlight;

    private enum Command : byte
    {
        PollKeys = 0x26,
        SerialNumber = 0x35,
        ModuleType = 0x37,
        AutoTransmitOn = 0x41,
        BacklightOn = 0x42,
        WrapOn = 0x43,
        WrapOff = 0x44,
        ClearKeys = 0x45,
        BacklightOff = 0x46,
        CursorTo = 0x47,
        Home = 0x48,
        DrawCharacter = 0x4E,
        AutoTransmitOff = 0x4F,
        Debounce = 0x55,
        Clear = 0x58,
    }
}
