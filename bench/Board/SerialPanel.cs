using HilBench.Roles;
using HilBench.TokenPort.Links;

namespace HilBench.Board;

/// <summary>
/// <b>A character panel with a keypad on a serial line</b>, Matrix Orbital command set (LK162/LK204 manuals; Adafruit's
/// backpacks take the same display commands): 19,200 8N1. It writes only cells that differ from what stands there, and
/// takes keys as they come or by asking. No text is FE, so none of it is ever taken for a command.
/// </summary>
public sealed class SerialPanel : ICharacterDisplay
{
    private const byte Blank = (byte)' ';

    private readonly IByteLink _link;
    private readonly IBenchClock _clock;
    private readonly SerialPanelSettings _settings;
    private readonly string _keys;
    private readonly IReadOnlyList<LcdGlyph> _glyphs;
    private readonly int _columns;
    private readonly byte[][] _shown;
    private readonly List<byte> _outgoing = [];
    private TimeSpan _askedAt;

    /// <param name="link">To the panel.</param>
    /// <param name="clock">What waits for its answers.</param>
    /// <param name="settings">How it speaks.</param>
    /// <param name="keys">The legends of the keys, in the order of <see cref="SerialPanelSettings.KeyCodes"/>.</param>
    /// <param name="columns">Characters per line.</param>
    /// <param name="lines">Lines.</param>
    /// <param name="glyphs">Signs to draw into the panel's own characters, at most eight.</param>
    public SerialPanel(
        IByteLink link, IBenchClock clock, SerialPanelSettings settings, string keys, int columns, int lines,
        IReadOnlyList<LcdGlyph>? glyphs = null)
    {
        if (settings.KeyCodes.Length != keys.Length)
            throw new RigFaultException($"panel: {settings.KeyCodes.Length} key codes for {keys.Length} keys");
        (_link, _clock, _settings, _keys, _columns) = (link, clock, settings, keys, columns);
        _glyphs = glyphs ?? [];
        _shown = [.. Enumerable.Range(0, lines).Select(_ => new byte[columns])];
    }

    public int Columns => _columns;

    public int LineCount => _shown.Length;

    /// <summary>The command set has no way to ask what stands on the glass.</summary>
    public bool CanReadBack => false;

    public IReadOnlyList<string> ReadBack() => throw new NotSupportedException("a serial panel cannot be read back");

    /// <summary>The link belongs to whoever opened it.</summary>
    public void Dispose()
    {
    }

    /// <summary>When the panel wants to be asked for keys; null = it speaks by itself.</summary>
    public TimeSpan? Due => _settings.Reports == KeyReports.Polled ? _askedAt + _settings.Poll : null;

    /// <summary>Brings a panel that has just got power, or whose cable is back, to an empty screen.</summary>
    public void Initialise()
    {
        _link.DiscardInput();
        Command(_settings.Reports == KeyReports.Automatic
            ? PanelCommands.AutoTransmitOn
            : PanelCommands.AutoTransmitOff);
        Command(PanelCommands.Debounce, (byte)_settings.DebounceSteps);
        Command(PanelCommands.ClearKeys);
        Command(PanelCommands.WrapOff);
        Command(PanelCommands.BacklightOn, 0);
        for (var code = 0; code < _glyphs.Count; code++)
            Command([PanelCommands.DrawCharacter, (byte)code, .. _glyphs[code].Dots]);
        Command(PanelCommands.Clear);
        Flush();
        foreach (var line in _shown) Array.Fill(line, Blank);
        _askedAt = _clock.Now;
    }

    /// <summary>Makes the glass read these lines; runs of changed cells, each with one cursor move.</summary>
    public void Show(IReadOnlyList<string> lines)
    {
        for (var row = 0; row < _shown.Length; row++)
        {
            var wanted = row < lines.Count ? lines[row] : "";
            for (var column = 0; column < _columns; column++)
            {
                if (_shown[row][column] == Wanted(wanted, column)) continue;
                Command(PanelCommands.CursorTo, (byte)(column + 1), (byte)(row + 1));
                for (; column < _columns && _shown[row][column] != Wanted(wanted, column); column++)
                {
                    _shown[row][column] = Wanted(wanted, column);
                    _outgoing.Add(_shown[row][column]);
                }
            }
        }

        Flush();
    }

    /// <summary>The keys pressed since the last time, oldest first.</summary>
    public IReadOnlyList<char> TakeKeys()
    {
        if (_settings.Reports == KeyReports.Automatic) return KeysOf(Arrived(TimeSpan.Zero));
        if (_clock.Now < _askedAt + _settings.Poll) return [];
        _askedAt = _clock.Now;
        var codes = new List<byte>();
        while (true)
        {
            Command(PanelCommands.PollKeys);
            Flush();
            var reply = Arrived(_settings.AnswerWait);
            if (reply.Length == 0)
                throw new LinkLostException(_link.Name,
                    $"waited {_settings.AnswerWait.TotalSeconds:0.0} s for its keys");
            codes.Add((byte)(reply[0] & ~PanelCommands.MoreKeys));
            if ((reply[0] & PanelCommands.MoreKeys) == 0) return KeysOf([.. codes]);
        }
    }

    /// <summary>ASCII, the signs drawn before, or a full block; never the byte that begins a command.</summary>
    private byte Wanted(string line, int column)
    {
        if (column >= line.Length) return Blank;
        for (var code = 0; code < _glyphs.Count; code++)
        {
            if (_glyphs[code].Sign == line[column]) return (byte)code;
        }

        return line[column] switch
        {
            >= ' ' and <= '~' => (byte)line[column],
            '█' => byte.MaxValue,
            _ => (byte)'?',
        };
    }

    /// <summary>Letters nobody gave a meaning are keys the meter does not have.</summary>
    private IReadOnlyList<char> KeysOf(ReadOnlySpan<byte> codes)
    {
        if (codes.IsEmpty) return [];
        var keys = new List<char>();
        foreach (var code in codes)
        {
            var index = _settings.KeyCodes.IndexOf((char)code);
            if (index >= 0) keys.Add(_keys[index]);
        }

        return keys;
    }

    private byte[] Arrived(TimeSpan patience)
    {
        Span<byte> arrived = stackalloc byte[64];
        return arrived[.._link.Read(arrived, patience)].ToArray();
    }

    private void Command(params ReadOnlySpan<byte> command)
    {
        _outgoing.Add(PanelCommands.Prefix);
        _outgoing.AddRange(command);
    }

    private void Flush()
    {
        if (_outgoing.Count == 0) return;
        _link.Write([.. _outgoing]);
        _outgoing.Clear();
    }
}
