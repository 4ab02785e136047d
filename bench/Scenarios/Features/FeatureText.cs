using System.Buffers;
using System.Text;
using HilBench.Input;

namespace HilBench.Scenarios.Features;

/// <summary>The bytes of a feature file as text. Only UTF-8 is taken: anything else would change the words.</summary>
internal static class FeatureText
{
    /// <summary>More is no feature that anybody wrote.</summary>
    internal const int MostMegabytes = 16;

    private static readonly UTF8Encoding Strict =
        new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly (byte[] Mark, string Name)[] Others =
    [
        ([0xFF, 0xFE, 0, 0], "UTF-32"), ([0, 0, 0xFE, 0xFF], "UTF-32"), ([0xFF, 0xFE], "UTF-16"),
        ([0xFE, 0xFF], "UTF-16"),
    ];

    private static byte[] Utf8Mark { get; } = [0xEF, 0xBB, 0xBF];

    /// <exception cref="FeatureMistakesException">It is not text in UTF-8.</exception>
    /// <exception cref="SettingsException">It cannot be read, or is larger than any feature file.</exception>
    public static string Of(string path, string shown) => Of(InputFile.Read(path, MostMegabytes), shown);

    internal static string Of(ReadOnlySpan<byte> bytes, string shown)
    {
        foreach (var (mark, name) in Others)
        {
            if (bytes.StartsWith(mark))
                throw new FeatureMistakesException($"{shown}:1: the file is written in {name}; save it as UTF-8");
        }

        if (bytes.StartsWith(Utf8Mark)) bytes = bytes[Utf8Mark.Length..];
        try
        {
            var text = Strict.GetString(bytes);
            var zero = text.IndexOf('\0', StringComparison.Ordinal);
            return zero < 0 ? text : throw new FeatureMistakesException(
                $"{shown}:{LineOf(bytes, zero).Line}: the file holds zero bytes: it is no text, or not in UTF-8");
        }
        catch (DecoderFallbackException)
        {
            throw new FeatureMistakesException(NotUtf8(bytes, shown));
        }
    }

    /// <summary>The byte order mark that the file begins with, if it does.</summary>
    internal static byte[] MarkOf(ReadOnlySpan<byte> bytes) => bytes.StartsWith(Utf8Mark) ? Utf8Mark : [];

    private static string NotUtf8(ReadOnlySpan<byte> bytes, string shown)
    {
        var at = FirstWrong(bytes);
        var (line, column) = LineOf(bytes, at);
        return $"{shown}:{line}: the byte {bytes[at]:X2} at column {column} is not UTF-8; save the file as UTF-8";
    }

    private static int FirstWrong(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        while (Rune.DecodeFromUtf8(bytes[at..], out _, out var length) == OperationStatus.Done) at += length;
        return at;
    }

    private static (int Line, int Column) LineOf(ReadOnlySpan<byte> bytes, int at)
    {
        var before = bytes[..Math.Min(at, bytes.Length)];
        var line = before.Count((byte)'\n') + 1;
        var start = before.LastIndexOf((byte)'\n') + 1;
        return (line, Encoding.UTF8.GetCharCount(before[start..]) + 1);
    }
}
