using System.Globalization;
using System.Text;

namespace HilBench.Roles;

/// <summary>The data of an SVG path: strokes to the right and downwards, in few letters.</summary>
internal sealed class SvgPath
{
    private readonly StringBuilder _data = new();
    private int _x;
    private int _y;

    /// <summary>A stroke from this place to the right, or down; of length 0 where its caps are what is seen.</summary>
    public void Add(int x, int y, int length, bool down = false)
    {
        var (right, below) = (x - _x, y - _y);
        _data.Append(CultureInfo.InvariantCulture, $"m{right}{(below < 0 ? "" : " ")}{below}")
            .Append(CultureInfo.InvariantCulture, $"{(down ? 'v' : 'h')}{length}");
        (_x, _y) = down ? (x, y + length) : (x + length, y);
    }

    public override string ToString() => _data.ToString();
}
