using Iot.Device.Display;

namespace HilBench.Board;

/// <summary>Text in the shapes of <see cref="FontHelper"/> of Iot.Device.Bindings.</summary>
internal static class SegmentText
{
    /// <summary>Shapes that the package has no character for.</summary>
    private const Segment SmallQ =
        Segment.Top | Segment.TopRight | Segment.BottomRight | Segment.TopLeft | Segment.Middle;

    private const char Point = '.';
    private const char Blank = ' ';

    /// <summary>The first sign of a text that has no shape, or null.</summary>
    public static char? FirstWithoutShape(string text)
    {
        foreach (var sign in text)
        {
            if (sign is not (Blank or Point) && ShapeOf(sign) == Segment.None) return sign;
        }

        return null;
    }

    /// <summary>
    /// A point goes into the digit before it where that one has none yet; what does not fit is left out, and a sign
    /// without a shape is blank.
    /// </summary>
    public static Segment[] Of(string text, int places)
    {
        var shapes = new Segment[places];
        var next = 0;
        foreach (var sign in text)
        {
            if (sign == Point && next > 0 && (shapes[next - 1] & Segment.Dot) == 0)
            {
                shapes[next - 1] |= Segment.Dot;
                continue;
            }

            if (next == places) break;
            shapes[next++] = sign == Point ? Segment.Dot : ShapeOf(sign);
        }

        return shapes;
    }

    private static Segment ShapeOf(char sign) => sign == 'q' ? SmallQ : (Segment)FontHelper.GetCharacter(sign);
}
