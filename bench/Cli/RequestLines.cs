using System.Text;

namespace HilBench.Cli;

/// <summary>
/// The lines of a stream, each cut off when it is longer than any request: a stream without line ends, such as
/// <c>/dev/zero</c>, must not fill the memory.
/// </summary>
internal static class RequestLines
{
    /// <summary>Many times the longest request there is.</summary>
    public const int Longest = 65_536;

    private const int BlockChars = 16_384;

    /// <summary>Line ends are LF, CR LF and CR. A line that is too long comes with one character too many.</summary>
    public static IEnumerable<string> Of(TextReader input)
    {
        var block = new char[BlockChars];
        var line = new StringBuilder();
        var (afterReturn, isOpen) = (false, false);
        while (input.Read(block) is var count and > 0)
        {
            var rest = block.AsMemory(0, count);
            while (rest.Length > 0)
            {
                if (afterReturn && rest.Span[0] == '\n') rest = rest[1..];
                afterReturn = false;
                var end = rest.Span.IndexOfAny('\r', '\n');
                var text = end < 0 ? rest : rest[..end];
                var room = Longest + 1 - line.Length;
                line.Append(text.Length <= room ? text : text[..room]);
                isOpen = end < 0 && (isOpen || text.Length > 0);
                if (end < 0) break;
                yield return line.ToString();
                line.Clear();
                afterReturn = rest.Span[end] == '\r';
                rest = rest[(end + 1)..];
            }
        }

        if (isOpen) yield return line.ToString();
    }
}
