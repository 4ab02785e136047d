using System.Buffers.Binary;
using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using HilBench.Roles;

namespace HilBench.Rig.Tests.Pictures;

/// <summary>Reads a picture of dots back: which dots its path or its bitmap lights.</summary>
internal sealed partial class DrawnDots
{
    private const string LitPath = "#1d2a05";

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private readonly HashSet<(int X, int Y)> _lit = [];

    private DrawnDots()
    {
    }

    public int Count => _lit.Count;

    public static DrawnDots OfPath(string svg)
    {
        var dots = new DrawnDots();
        var data = Assert.Single(
            XDocument.Parse(svg).Descendants(Svg + "path"), path => (string?)path.Attribute("stroke") == LitPath)
            .Attribute("d")!.Value;
        var (x, y) = (0, 0);
        foreach (Match stroke in Stroke().Matches(data))
        {
            (x, y) = (x + int.Parse(stroke.Groups[1].Value), y + int.Parse(stroke.Groups[2].Value));
            var (length, isDown) = (int.Parse(stroke.Groups[4].Value), stroke.Groups[3].Value == "v");
            for (var at = 0; at <= length; at++) dots._lit.Add(isDown ? (x, y + at) : (x + at, y));
            (x, y) = isDown ? (x, y + length) : (x + length, y);
        }

        Assert.Equal(data, string.Concat(Stroke().Matches(data).Select(stroke => stroke.Value)));
        return dots;
    }

    public static DrawnDots OfBitmap(string svg)
    {
        var image = Assert.Single(XDocument.Parse(svg).Descendants(Svg + "image"));
        var link = image.Attribute("href")!.Value;
        Assert.StartsWith("data:image/png;base64,", link);
        var png = Convert.FromBase64String(link["data:image/png;base64,".Length..]);
        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)),
            BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)));
        Assert.Equal((width, height), ((int)image.Attribute("width")!, (int)image.Attribute("height")!));
        using var zlib = new ZLibStream(new MemoryStream(Chunk(png, "IDAT")), CompressionMode.Decompress);
        using var unpacked = new MemoryStream();
        zlib.CopyTo(unpacked);
        var (rows, dots) = (unpacked.ToArray(), new DrawnDots());
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var bits = rows[(y * (1 + ((width + 7) / 8))) + 1 + (x / 8)];
                if ((bits & (0x80 >> (x % 8))) == 0) dots._lit.Add((x, y));
            }
        }

        return dots;
    }

    /// <summary>The cell that begins at this dot, as rows of five bits.</summary>
    public byte[] Cell(int left, int top) =>
    [
        .. Enumerable.Range(top, DotFont.Rows).Select(y => (byte)Enumerable.Range(left, DotFont.Columns)
            .Sum(x => _lit.Contains((x, y)) ? 1 << (DotFont.Columns - 1 - (x - left)) : 0)),
    ];

    private static byte[] Chunk(byte[] png, string type)
    {
        for (var at = 8; ; )
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            if (png.AsSpan(at + 4, 4).SequenceEqual(System.Text.Encoding.ASCII.GetBytes(type)))
                return png[(at + 8)..(at + 8 + length)];
            at += length + 12;
        }
    }

    [GeneratedRegex(@"m(-?\d+) ?(-?\d+)([hv])(\d+)")]
    private static partial Regex Stroke();
}
