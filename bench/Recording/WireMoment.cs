using HilBench.Roles;

namespace HilBench.Recording;

/// <summary>A wire changed its level, or bytes went over a line.</summary>
/// <param name="At">When.</param>
/// <param name="Place">Its place among all events.</param>
/// <param name="Wire">Which wire; -1 = this is about a line.</param>
/// <param name="IsHigh">Its level from now on.</param>
/// <param name="Line">Which bus or link; -1 = this is about a wire, or a gap.</param>
/// <param name="Traffic">Who sent the bytes.</param>
/// <param name="Bytes">What was sent; null for a wire and for a gap.</param>
public readonly record struct WireMoment(
    TimeSpan At, long Place, int Wire = -1, bool IsHigh = false, int Line = -1, LineTraffic Traffic = default,
    byte[]? Bytes = null)
{
    /// <summary>Levels and bytes before this moment were left out, because there were too many.</summary>
    public bool IsGap => Wire < 0 && Line < 0;
}
