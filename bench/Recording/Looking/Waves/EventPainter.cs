using System.Globalization;
using System.Text;
using HilBench.Roles;

namespace HilBench.Recording.Looking.Waves;

/// <summary>
/// Draws a lane of events: a box with words where the next one leaves room for it, else a stroke as high as the lane.
/// </summary>
internal sealed class EventPainter(EventLane lane, WaveFrame frame)
{
    /// <summary>Of the words in a box.</summary>
    private const double LetterWidth = 6.7;

    private const int Rim = 6;

    /// <summary>Less is no word, and of what lasts no box.</summary>
    private readonly int _narrowest = lane.IsLasting ? 4 : 28;

    /// <summary>Of events at one place, the words of so many are told.</summary>
    private const int MostAtOnePlace = 4;

    private const int MostOfAMessage = 256;

    private readonly StringBuilder _bands = new();
    private readonly List<WaveBox> _boxes = [];
    private (int From, int To)? _band;

    public WaveRowPicture Draw()
    {
        // What began before the frame lasts into it.
        var first = lane.FirstFrom(frame.From);
        if (lane.IsLasting && first > 0) first--;
        for (var one = first; one < lane.Times.Count && lane.Times[one] <= frame.To;)
        {
            var x = PixelOf(lane.Times[one]);
            // All of one pixel are one; a search finds the next, so it does not matter how many they are.
            var next = Math.Max(lane.FirstAfter(lane.Times[one]), lane.FirstFrom(frame.TimeAt(x + 1)));
            if (lane.Kind == WaveKind.Link) next = EndOfMessage(one, next);
            Add(x, one, next, next < lane.Times.Count ? PixelOf(lane.Times[next]) : frame.Width);
            one = next;
        }

        EndBand();
        return new WaveRowPicture(lane, Line(), _bands.ToString(), _boxes);
    }

    private void Add(int x, int from, int to, int end)
    {
        if (end - x < _narrowest)
        {
            Stroke(x, lane.IsLasting ? Math.Max(end, x + 1) : x + 1);
            return;
        }

        var title = TitleOf(from, to);
        var room = end - x - (lane.IsLasting ? 0 : 2);
        var width = lane.IsLasting ? room : Math.Min(room, (int)(title.Length * LetterWidth) + Rim);
        _boxes.Add(new WaveBox(x, width, Fitting(title, (int)((width - Rim) / LetterWidth)), title));
    }

    /// <summary>Bytes of a link come one by one; what one side sends without a break is read as one.</summary>
    private int EndOfMessage(int first, int end)
    {
        for (; end < lane.Times.Count && end - first < MostOfAMessage; end++)
        {
            var apart = PixelOf(lane.Times[end]) - PixelOf(lane.Times[end - 1]);
            if (apart >= _narrowest || SentBy(end) != SentBy(first)) break;
        }

        return end;
    }

    /// <summary>Null when both sides speak in it.</summary>
    private string? MessageOf(int from, int to)
    {
        var all = Enumerable.Range(from, to - from);
        return all.Any(one => SentBy(one) != SentBy(from)) ? null : WireWords.Message(
            SentBy(from), [.. all.SelectMany(one => ((SentBytes)lane.ContentOf(one)).Bytes).Take(MostOfAMessage)]);
    }

    private LineTraffic SentBy(int one) => ((SentBytes)lane.ContentOf(one)).Traffic;

    private string TitleOf(int from, int to)
    {
        // A picture that stood for no time at all was not seen.
        if (lane.IsLasting) return lane.TextOf(to - 1);
        if (lane.Kind == WaveKind.Link && MessageOf(from, to) is { } message) return message;
        var told = string.Join(" · ", Enumerable.Range(from, Math.Min(to - from, MostAtOnePlace)).Select(lane.TextOf));
        return to - from <= MostAtOnePlace ? told
            : string.Create(CultureInfo.InvariantCulture, $"{to - from}× {told} …");
    }

    private static string Fitting(string text, int most) =>
        text.Length <= most + 1 && most > 0 ? text : most < 2 ? "" : text[..most] + "…";

    private void Stroke(int from, int to)
    {
        if (_band is { } band && from <= band.To)
        {
            _band = (band.From, to);
            return;
        }

        EndBand();
        _band = (from, to);
    }

    private void EndBand()
    {
        if (_band is { } band)
        {
            _bands.Append(CultureInfo.InvariantCulture,
                $"M{band.From} {WavePicture.RowHeight / 2}h{band.To - band.From}");
        }

        _band = null;
    }

    private string Line() => string.Create(CultureInfo.InvariantCulture, $"M0 {WavePicture.RowHeight}h{frame.Width}");

    private int PixelOf(TimeSpan at) =>
        (int)Math.Clamp((at - frame.From) / frame.Length * frame.Width, 0, frame.Width);
}
