using System.Globalization;
using System.Text;

namespace HilBench.Recording.Looking;

/// <summary>
/// The path data of one line of a waveform: strokes where its edges can be told apart, a band where they cannot.
/// </summary>
/// <param name="window">What the picture shows.</param>
/// <param name="left">Where it begins, in pixels.</param>
/// <param name="width">How wide it is.</param>
/// <param name="apart">Edges that are nearer than so many pixels become a band.</param>
internal sealed class WaveTrace(WaveWindow window, int left, int width, int apart)
{
    /// <summary>From low to high, in pixels.</summary>
    public const int Height = 10;

    private readonly StringBuilder _strokes = new();
    private readonly StringBuilder _bands = new();

    /// <summary>Strokes of one pixel.</summary>
    public StringBuilder Strokes => _strokes;

    /// <summary>Strokes as thick as a line is high, along the middle of it.</summary>
    public StringBuilder Bands => _bands;

    public int PixelOf(TimeSpan at) => left + (int)((at - window.From) / window.Length * width);

    /// <param name="row">The line.</param>
    /// <param name="low">Where its low level is, from the top.</param>
    public void Add(WaveRow row, int low)
    {
        var (isHigh, x) = (row.StartsHigh, left);
        Append(_strokes, $"M{x} {low - (isHigh ? Height : 0)}");
        for (var at = 0; at < row.Edges.Count;)
        {
            var last = LastOfBand(row.Edges, at);
            var (begin, end) = (PixelOf(row.Edges[at]), PixelOf(row.Edges[last]) + 1);
            var changes = (last - at + 1) % 2 == 1;
            if (begin > x) Append(_strokes, $"h{begin - x}");
            x = Math.Max(x, begin);
            if (last > at)
            {
                Append(_bands, $"M{begin} {low - (Height / 2)}h{Math.Max(1, end - begin)}");
                x = Math.Max(x, end);
                isHigh ^= changes;
                Append(_strokes, $"M{x} {low - (isHigh ? Height : 0)}");
            }
            else
            {
                isHigh ^= changes;
                Append(_strokes, $"v{(isHigh ? -Height : Height)}");
            }

            at = last + 1;
        }

        if (left + width > x) Append(_strokes, $"h{left + width - x}");
    }

    /// <summary>A band takes in what touches it; an edge alone is the last of its own.</summary>
    private int LastOfBand(IReadOnlyList<TimeSpan> edges, int first)
    {
        for (var last = first; ;)
        {
            var reach = last == first ? apart - 1 : Math.Max(apart - 1, 1);
            var next = LastUpTo(edges, last, PixelOf(edges[last]) + reach);
            if (next == last) return last;
            last = next;
        }
    }

    /// <summary>A search in steps that grow, because a band can be a hundred thousand edges.</summary>
    private int LastUpTo(IReadOnlyList<TimeSpan> edges, int from, int pixel)
    {
        var (low, step) = (from, 1);
        for (; low + step < edges.Count && PixelOf(edges[low + step]) <= pixel; step *= 2) low += step;
        for (var high = Math.Min(low + step, edges.Count) - 1; low < high;)
        {
            var middle = low + ((high - low + 1) / 2);
            if (PixelOf(edges[middle]) <= pixel) low = middle;
            else high = middle - 1;
        }

        return low;
    }

    private static void Append(StringBuilder to, FormattableString text) =>
        to.Append(text.ToString(CultureInfo.InvariantCulture));
}
