using System.Text;

namespace HilBench.Cli;

/// <summary>
/// Reads a text as UTF-8. If it begins with a byte order mark, that says in which encoding it is written, and is not
/// part of the first line. A text without one is taken to be UTF-8.
/// </summary>
internal sealed class TextInput(Stream stream)
{
    /// <summary>The mark of UTF-32 begins with that of UTF-16, so it is tried first.</summary>
    private static readonly Encoding[] Marked =
    [
        Encoding.UTF32, new UTF32Encoding(bigEndian: true, byteOrderMark: true), Encoding.UTF8, Encoding.Unicode,
        Encoding.BigEndianUnicode,
    ];

    /// <summary>One byte of another encoding never becomes more than four of UTF-8.</summary>
    private const int MostGrowth = 4;

    private Decoder? _decoder;
    private bool _hasBegun;

    /// <summary>Reads what has arrived, as <see cref="Stream.Read(Span{byte})"/> does; 0 only at the end.</summary>
    public int Read(Span<byte> room)
    {
        if (_hasBegun) return Go(room);
        _hasBegun = true;
        return Begin(room) is > 0 and var count ? count : Go(room);
    }

    private int Go(Span<byte> room) => _decoder is null ? stream.Read(room) : Decode(room);

    /// <summary>
    /// Reads only as many bytes as it takes to know whether they are a mark. If not, they are the first of the text.
    /// </summary>
    private int Begin(Span<byte> room)
    {
        var length = 0;
        while (IsBeginning(room[..length]) && stream.Read(room.Slice(length, 1)) > 0) length++;
        foreach (var encoding in Marked)
        {
            var mark = encoding.Preamble.Length;
            if (!room[..length].StartsWith(encoding.Preamble)) continue;
            if (encoding is not UTF8Encoding) return Decode(room[mark..length].ToArray(), encoding, room);
            room[mark..length].CopyTo(room);
            return length - mark;
        }

        return length;
    }

    private static bool IsBeginning(ReadOnlySpan<byte> start)
    {
        foreach (var encoding in Marked)
        {
            if (encoding.Preamble.Length > start.Length && encoding.Preamble.StartsWith(start)) return true;
        }

        return false;
    }

    private int Decode(ReadOnlySpan<byte> first, Encoding encoding, Span<byte> room)
    {
        _decoder = encoding.GetDecoder();
        return Decode(first, room, isEnd: false);
    }

    private int Decode(Span<byte> room)
    {
        var bytes = new byte[room.Length / MostGrowth];
        int count, decoded;
        do
        {
            count = stream.Read(bytes);
            decoded = Decode(bytes.AsSpan(0, count), room, isEnd: count == 0);
        }
        while (decoded == 0 && count > 0);
        return decoded;
    }

    private int Decode(ReadOnlySpan<byte> bytes, Span<byte> room, bool isEnd)
    {
        var chars = new char[_decoder!.GetCharCount(bytes, isEnd)];
        _decoder.GetChars(bytes, chars, isEnd);
        return Encoding.UTF8.GetBytes(chars, room);
    }
}
