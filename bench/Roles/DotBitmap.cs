using System.Buffers.Binary;
using System.IO.Compression;

namespace HilBench.Roles;

/// <summary>Dots as a PNG of one bit each: lit ones are black, the others let through what is behind them.</summary>
/// <remarks>Source: PNG specification, third edition, clauses 5, 9 to 11 and annex D.</remarks>
internal sealed class DotBitmap(int width, int height)
{
    private const byte BitDepth = 1;
    private const uint CrcPolynomial = 0xEDB88320;

    private static readonly byte[] Signature = [0x89, .. "PNG\r\n"u8, 0x1A, (byte)'\n'];

    /// <summary>Rows of filter type 0, which is a byte of zeros at the left; a bit that is set is a dark dot.</summary>
    private readonly byte[] _rows = NewRows(width, height);

    private int RowBytes => _rows.Length / height;

    public void Light(int x, int y) => _rows[(y * RowBytes) + 1 + (x / 8)] &= (byte)(0xFF ^ (0x80 >> (x % 8)));

    public string ToBase64()
    {
        using var png = new MemoryStream();
        png.Write(Signature);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = BitDepth;
        Write(png, "IHDR"u8, header);
        Write(png, "tRNS"u8, [0, 1]);
        using (var data = new MemoryStream())
        {
            using (var zlib = new ZLibStream(data, CompressionLevel.SmallestSize, leaveOpen: true)) zlib.Write(_rows);
            Write(png, "IDAT"u8, data.ToArray());
        }

        Write(png, "IEND"u8, []);
        return Convert.ToBase64String(png.ToArray());
    }

    private static byte[] NewRows(int width, int height)
    {
        var row = new byte[1 + ((width + 7) / 8)];
        row.AsSpan(1).Fill(0xFF);
        return [.. Enumerable.Repeat(row, height).SelectMany(one => one)];
    }

    private static void Write(MemoryStream png, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        Span<byte> word = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteInt32BigEndian(word, data.Length);
        png.Write(word);
        png.Write(type);
        png.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(word, ~Crc(Crc(uint.MaxValue, type), data));
        png.Write(word);
    }

    private static uint Crc(uint crc, ReadOnlySpan<byte> bytes)
    {
        foreach (var one in bytes)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++) crc = (crc >> 1) ^ ((crc & 1) * CrcPolynomial);
        }

        return crc;
    }
}
