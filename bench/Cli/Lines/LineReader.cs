using System.Text;
using HilBench.Input;

namespace HilBench.Cli;

/// <summary>
/// Cuts a stream into blocks of whole lines. A block is what one read gives, so lines can be answered as soon as they
/// arrive. Lines end with LF, CR LF or CR. The bytes of a line that is too long are dropped, and a line that does not
/// end within 16 MB ends the reading: <c>/dev/zero</c> must neither fill the memory nor be read for ever.
/// </summary>
internal sealed class LineReader(Stream input, string name)
{
    /// <summary>The most characters a line may have, which is many times what any request needs.</summary>
    public const int Longest = 65_536;

    private const int LongestInBytes = Longest * 3;
    private const int Megabyte = 1_048_576;
    private const int NoLineInMegabytes = 16;

    private readonly byte[] _rest = new byte[LongestInBytes + 1];
    private readonly TextInput _input = new(input);
    private int _restLength;
    private long _dropped = -1;
    private long _lines;
    private bool _afterReturn;
    private bool _ended;

    /// <summary>Reads until the block has at least one line. False when there are no more.</summary>
    /// <exception cref="SettingsException">The stream cannot be read, or a line does not end.</exception>
    public bool Fill(LineBlock block)
    {
        block.Clear();
        _rest.AsSpan(0, _restLength).CopyTo(block.Bytes);
        var length = _restLength;
        while (block.Lines == 0 && !_ended)
        {
            var count = Read(block.Bytes.AsSpan(length));
            _ended = count == 0;
            var end = length + count;
            var start = Cut(block, length, end);
            length = Keep(block, start, end);
        }

        _lines += block.Lines;
        return block.Lines > 0;
    }

    private int Read(Span<byte> room)
    {
        try
        {
            return _input.Read(room);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new SettingsException($"{name}: cannot be read: {(wrong.InnerException ?? wrong).Message}");
        }
    }

    /// <summary>Adds the lines that end in what was just read. Returns where the next one begins.</summary>
    private int Cut(LineBlock block, int read, int end)
    {
        var bytes = block.Bytes;
        var (start, from) = (0, read);
        while (from < end)
        {
            if (_afterReturn && bytes[from] == '\n') start = ++from;
            _afterReturn = false;
            var found = bytes.AsSpan(from, end - from).IndexOfAny((byte)'\r', (byte)'\n');
            if (found < 0) break;
            Add(block, start, from + found - start);
            _afterReturn = bytes[from + found] == '\r';
            start = from += found + 1;
        }

        return start;
    }

    private void Add(LineBlock block, int start, int length)
    {
        if (_dropped >= 0 || IsTooLong(block.Bytes.AsSpan(start, length))) block.AddTooLong();
        else block.Add(start, length);
        _dropped = -1;
    }

    /// <summary>
    /// Keeps the beginning of the next line for the next block, or drops it when it is too long already. If the block
    /// has no line yet, it moves to the front, and reading goes on behind it. Returns its length.
    /// </summary>
    private int Keep(LineBlock block, int start, int end)
    {
        var left = end - start;
        if (_ended)
        {
            if (left > 0 || _dropped > 0) Add(block, start, left);
            left = 0;
        }
        else if (_dropped >= 0 || left > LongestInBytes)
        {
            _dropped = Math.Max(_dropped, 0) + left;
            left = 0;
            if (_dropped > NoLineInMegabytes * Megabyte)
            {
                throw new SettingsException($"{name}:{_lines + block.Lines + 1}: the line is longer than "
                    + $"{NoLineInMegabytes} MB; a request is one line of at most {Longest} characters");
            }
        }

        var rest = block.Bytes.AsSpan(start, left);
        rest.CopyTo(_rest);
        if (block.Lines == 0) rest.CopyTo(block.Bytes);
        _restLength = left;
        return left;
    }

    private static bool IsTooLong(ReadOnlySpan<byte> line) =>
        line.Length > Longest && Encoding.UTF8.GetCharCount(line) > Longest;
}
