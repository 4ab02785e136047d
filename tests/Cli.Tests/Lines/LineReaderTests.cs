using System.Text;
using CsCheck;
using HilBench.Input;

namespace HilBench.Cli.Tests.Lines;

/// <summary>Lines are the same however they arrive.</summary>
public class LineReaderTests
{
    private const int Most = 65_536;

    [Fact]
    public void Lines_are_cut_the_same_whatever_each_read_brings() =>
        Gen.Select(Gen.Char["ab\r\né€"].Array[0, 40], Gen.Int[1, 7]).Sample((text, step) =>
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            Assert.Equal(Expected(new string(text)), Read(new Trickle(bytes, step)));
        });

    [Theory]
    [InlineData("utf-16", "a\r\nb€c\n😀")]
    [InlineData("utf-16BE", "a\r\nb€c\n😀")]
    [InlineData("utf-32", "a\r\nb€c\n😀")]
    [InlineData("utf-8", "a\r\nb€c\n😀")]
    [InlineData("utf-16", "")]
    [InlineData("utf-8", "")]
    [InlineData("utf-8", "\uFEFFa")]
    public void A_byte_order_mark_says_what_the_text_is_written_in(string encoding, string text)
    {
        var written = Encoding.GetEncoding(encoding);
        byte[] bytes = [.. written.GetPreamble(), .. written.GetBytes(text)];
        foreach (var step in new[] { 1, 3, 1000 }) Assert.Equal(Expected(text), Read(new Trickle(bytes, step)));
    }

    [Fact]
    public void The_longest_line_is_kept_whole_and_one_character_more_is_refused_without_harm_to_the_next()
    {
        foreach (var letter in new[] { "x", "é", "€" })
        {
            var longest = string.Concat(Enumerable.Repeat(letter, Most));
            var read = Read(new MemoryStream(Encoding.UTF8.GetBytes($"{longest}\n{longest}{letter}\nc\n{longest}y")));
            Assert.Equal([longest, null, "c", null], read);
        }
    }

    [Fact]
    public void A_line_that_is_far_too_long_is_dropped_as_it_comes()
    {
        var text = new string('x', 5_000_000);
        Assert.Equal(["a", null, "b"], Read(new Trickle(Encoding.UTF8.GetBytes($"a\n{text}\r\nb"), 100_000)));
        Assert.Equal(["a", null], Read(new Trickle(Encoding.UTF8.GetBytes($"a\n{text}"), 100_000)));
    }

    [Fact]
    public void What_never_ends_a_line_is_not_read_for_ever()
    {
        var reader = new LineReader(new Endless(), "endless");
        var wrong = Assert.Throws<SettingsException>(() => reader.Fill(new LineBlock()));
        Assert.Equal(
            "endless:1: the line is longer than 16 MB; a request is one line of at most 65536 characters",
            wrong.Message);
    }

    [Fact]
    public void A_read_that_fails_is_told_by_the_name_of_the_input()
    {
        var reader = new LineReader(new Broken(), "broken");
        Assert.Equal(
            "broken: cannot be read: Is a directory",
            Assert.Throws<SettingsException>(() => reader.Fill(new LineBlock())).Message);
    }

    /// <summary>Lines end with LF, CR LF or CR; the last one perhaps with nothing.</summary>
    private static IReadOnlyList<string?> Expected(string text)
    {
        var lines = text.Replace("\r\n", "\n").Replace('\r', '\n').Split('\n');
        return lines[^1].Length == 0 ? lines[..^1] : lines;
    }

    /// <summary>All lines; null is one that was too long.</summary>
    private static IReadOnlyList<string?> Read(Stream stream)
    {
        var reader = new LineReader(stream, "test");
        var block = new LineBlock();
        var lines = new List<string?>();
        while (reader.Fill(block))
        {
            for (var line = 0; line < block.Lines; line++)
                lines.Add(block.Line(line) is { } bytes ? Encoding.UTF8.GetString(bytes.Span) : null);
        }

        return lines;
    }

    /// <summary>Gives a few bytes a read.</summary>
    private sealed class Trickle(byte[] bytes, int step) : MemoryStream(bytes)
    {
        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(step, buffer.Length)]);
    }

    private sealed class Endless : MemoryStream
    {
        public override int Read(Span<byte> buffer)
        {
            buffer.Clear();
            return buffer.Length;
        }
    }

    private sealed class Broken : MemoryStream
    {
        public override int Read(Span<byte> buffer) => throw new IOException("Is a directory");
    }
}
