using HilBench.Input;

namespace HilBench.Lots.Uploads;

/// <summary>
/// A file of which the beginning has been looked at: its byte order mark is gone and what parts its columns is known.
/// It counts what is read, for whoever shows how far it is.
/// </summary>
internal sealed class TextHead : Stream
{
    private const int Looked = 1 << 16;
    private static readonly char[] Separators = [',', ';', '\t', '|'];

    private readonly Stream _rest;
    private readonly byte[] _head;
    private readonly int _length;
    private int _given;
    private long _read;

    /// <exception cref="SettingsException">It is empty, or written in UTF-16 or UTF-32; one line says so.</exception>
    public TextHead(string file, Stream input)
    {
        _rest = input;
        _head = new byte[Looked];
        _length = input.ReadAtLeast(_head, Looked, throwOnEndOfStream: false);
        var head = _head.AsSpan(0, _length);
        if (head.IsEmpty)
            throw new SettingsException($"{file}:1: the file is empty; its first line must name the columns");
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            throw new SettingsException($"{file}:1: the file is written in UTF-16 or UTF-32; save it as CSV in UTF-8");
        _given = head.StartsWith("\uFEFF"u8) ? 3 : 0;
        Separator = SeparatorOf(head[_given..]);
    }

    /// <summary>What stands most often in the first line, outside quotes.</summary>
    public char Separator { get; }

    /// <summary>How many bytes have been read.</summary>
    public long BytesRead => Interlocked.Read(ref _read);

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        var count = Math.Min(buffer.Length, _length - _given);
        if (count > 0)
        {
            _head.AsSpan(_given, count).CopyTo(buffer);
            _given += count;
        }
        else
        {
            count = _rest.Read(buffer);
        }

        Interlocked.Add(ref _read, count);
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
        // Nothing is written.
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) _rest.Dispose();
        base.Dispose(disposing);
    }

    private static char SeparatorOf(ReadOnlySpan<byte> head)
    {
        var counts = new int[Separators.Length];
        var isQuoted = false;
        foreach (var letter in head)
        {
            if (letter is (byte)'\n' or (byte)'\r' && !isQuoted) break;
            if (letter == (byte)'"') isQuoted = !isQuoted;
            var which = isQuoted ? -1 : Array.IndexOf(Separators, (char)letter);
            if (which >= 0) counts[which]++;
        }

        return Separators[Array.IndexOf(counts, counts.Max())];
    }
}
