namespace HilBench.Recording.Looking.Waves;

/// <summary>
/// Times that are added at the end and dropped at the beginning, with what happened then. A picture of it costs
/// nothing and never changes: places that were written once are not written again.
/// </summary>
internal sealed class WaveStrip(bool hasContents)
{
    private const int Fewest = 16;

    private TimeSpan[] _times = new TimeSpan[Fewest];
    private object[] _contents = hasContents ? new object[Fewest] : [];
    private int _start;
    private int _end;

    public int Count => _end - _start;

    /// <summary>How many were dropped.</summary>
    public long Dropped { get; private set; }

    public ArraySegment<TimeSpan> Times => new(_times, _start, Count);

    public ArraySegment<object> Contents => new(_contents, _start, Count);

    public void Add(TimeSpan at, object? content = null)
    {
        if (_end == _times.Length) Move();
        _times[_end] = at;
        if (hasContents) _contents[_end] = content!;
        _end++;
    }

    /// <summary>Drops the oldest, and says when it was.</summary>
    public TimeSpan DropFirst()
    {
        Dropped++;
        return _times[_start++];
    }

    private void Move()
    {
        var size = Math.Max(Fewest, Count * 2);
        _times = Moved(_times, size);
        if (hasContents) _contents = Moved(_contents, size);
        (_start, _end) = (0, Count);
    }

    private T[] Moved<T>(T[] from, int size)
    {
        var to = new T[size];
        Array.Copy(from, _start, to, 0, Count);
        return to;
    }
}
