using System.Buffers.Binary;
using System.IO.Compression;

namespace HilBench.Recording.Tests.Looking;

/// <summary>The blocks of a file, by the description in docs/recordings.md alone.</summary>
internal static class RecordingFiles
{
    public static IReadOnlyList<(int At, byte Kind, byte[] Content)> BlocksOf(byte[] file)
    {
        var blocks = new List<(int, byte, byte[])>();
        for (var at = Array.IndexOf(file, (byte)'\n') + 1; at < file.Length;)
        {
            var length = BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(at + 1));
            using var content = new MemoryStream();
            using (var zlib = new ZLibStream(new MemoryStream(file, at + 5, length), CompressionMode.Decompress))
                zlib.CopyTo(content);
            blocks.Add((at, file[at], content.ToArray()));
            at += 5 + length;
        }

        return blocks;
    }

    public static int LastBlockOf(byte[] file) => BlocksOf(file)[^1].At;

    /// <summary>The same file with other contents, whose checksums fit.</summary>
    public static byte[] With(byte[] file, int block, byte[] content) =>
    [
        .. Blocks.Magic,
        .. BlocksOf(file).SelectMany((one, at) =>
            Blocks.Pack((BlockKind)one.Kind, at == block ? content : one.Content)),
    ];
}
