using System.Buffers.Binary;
using System.IO.Compression;

namespace HilBench.Recording;

/// <summary>
/// The file is a line of text and then blocks: kind (1 byte), length of what follows (4 bytes, little-endian), and a
/// zlib stream of the kind once more and the content; its checksum tells a damaged block from a whole one.
/// </summary>
internal static class Blocks
{
    /// <summary>What a file begins with.</summary>
    public static ReadOnlySpan<byte> Magic => "HilBench recording\n"u8;

    /// <summary>No block of ours comes near it; a length beyond it is damage.</summary>
    private const int MostBytes = 1 << 27;

    private const int HeadBytes = 5;

    /// <summary>One block, as it stands in a file.</summary>
    public static byte[] Pack(BlockKind kind, ReadOnlySpan<byte> content)
    {
        using var packed = new MemoryStream();
        packed.Write(new byte[HeadBytes]);
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            zlib.WriteByte((byte)kind);
            zlib.Write(content);
        }

        var block = packed.ToArray();
        block[0] = (byte)kind;
        BinaryPrimitives.WriteInt32LittleEndian(block.AsSpan(1), block.Length - HeadBytes);
        return block;
    }

    /// <summary>The next block; null where the file ends, or holds nothing whole any more.</summary>
    public static (BlockKind Kind, byte[] Content)? Read(Stream from, out bool isCut)
    {
        var head = new byte[HeadBytes];
        var got = from.ReadAtLeast(head, HeadBytes, throwOnEndOfStream: false);
        isCut = got is > 0 and < HeadBytes;
        if (got < HeadBytes) return null;
        var length = BinaryPrimitives.ReadInt32LittleEndian(head.AsSpan(1));
        isCut = true;
        if (length is < 0 or > MostBytes) return null;
        var packed = new byte[length];
        if (from.ReadAtLeast(packed, length, throwOnEndOfStream: false) < length) return null;
        try
        {
            var unpacked = Unpack(packed);
            if (unpacked.Length is 0 or > MostBytes || unpacked[0] != head[0]) return null;
            isCut = false;
            return ((BlockKind)head[0], unpacked[1..]);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>Stops when it is too much.</summary>
    private static byte[] Unpack(byte[] packed)
    {
        using var content = new MemoryStream();
        using var zlib = new ZLibStream(new MemoryStream(packed), CompressionMode.Decompress);
        var buffer = new byte[81_920];
        for (var got = -1; got != 0 && content.Length <= MostBytes;)
        {
            got = zlib.Read(buffer);
            content.Write(buffer.AsSpan(0, got));
        }

        return content.ToArray();
    }
}
