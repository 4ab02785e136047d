using System.Text;

namespace HilBench.TokenPort;

/// <summary>
/// Reads the data sets of an answer or a read-out as meters really send them: several on a line, each on a line of its
/// own, line ends before ETX, blanks around values, the end mark <c>!</c> on a line of its own, behind the last data
/// set, or left out, and a slash or an exclamation mark inside a value.
/// </summary>
public static class DataLines
{
    private const char End = '!';

    /// <summary>The data sets, without blanks around addresses and values; null when the text has none.</summary>
    public static IReadOnlyList<DataSet>? TryParse(ReadOnlySpan<byte> text)
    {
        var sets = new List<DataSet>();
        foreach (var line in Encoding.Latin1.GetString(text).Split('\r', '\n'))
        {
            if (!TakeLine(line, sets, out var isLast)) return null;
            if (isLast) break;
        }

        return sets.Count > 0 ? sets : null;
    }

    private static bool TakeLine(string line, List<DataSet> sets, out bool isLast)
    {
        isLast = false;
        if (!line.All(IsPrintable)) return false;
        var rest = line.Trim();
        while (rest.Length > 0)
        {
            if (isLast = rest[0] == End) return true;
            var open = rest.IndexOf('(');
            if (open < 0)
            {
                // Words without brackets: no data set, but a meter may refuse with them.
                isLast = rest[^1] == End;
                sets.Add(new DataSet(rest.TrimEnd(End).TrimEnd(), []));
                return true;
            }

            var address = rest[..open].TrimEnd();
            var values = new List<string>(1);
            rest = rest[open..];
            while (rest.StartsWith('('))
            {
                var close = rest.IndexOf(')');
                if (close < 0) return false;
                values.Add(rest[1..close].Trim());
                rest = rest[(close + 1)..].TrimStart();
            }

            sets.Add(new DataSet(address, values));
        }

        return true;
    }

    private static bool IsPrintable(char character) => character is (>= ' ' and <= '~') or '\t';
}
