namespace HilBench.Meter.Split;

/// <summary>
/// Puts bytes together to frames. What is no frame, or is damaged, is dropped: whoever sent it will send it again. A
/// pause inside a frame ends it, so that a frame that lost its end does not swallow the next.
/// </summary>
public sealed class FrameCollector
{
    /// <summary>The longest pause inside a frame.</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(50);

    private readonly List<byte> _bytes = [];
    private MeterTime _lastAt;

    /// <summary>Whole frames of which the checksum was wrong; for whoever looks for a bad line.</summary>
    public long Damaged { get; private set; }

    /// <summary>Something of a frame is here, and the rest is not.</summary>
    public bool IsCollecting => _bytes.Count > 0;

    /// <summary>Takes one byte; the frame it completes, or null.</summary>
    public LineFrame? Take(byte value, MeterTime now)
    {
        if (now - _lastAt > LongestPause) _bytes.Clear();
        _lastAt = now;
        _bytes.Add(value);
        return Next();
    }

    private LineFrame? Next()
    {
        while (_bytes.Count > 0)
        {
            var bytes = _bytes.ToArray();
            if (LineFrame.LengthOf(bytes) is not { } length) return null;
            if (length > bytes.Length) return null;
            if (length > 0 && LineFrame.Decode(bytes.AsSpan(0, length)) is { } frame)
            {
                _bytes.RemoveRange(0, length);
                return frame;
            }

            if (length > 0) Damaged++;
            // What began here was no frame: the next may have begun inside it.
            var next = _bytes.IndexOf(LineFrame.Start, 1);
            _bytes.RemoveRange(0, next < 0 ? _bytes.Count : next);
        }

        return null;
    }
}
