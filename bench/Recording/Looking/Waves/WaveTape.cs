using HilBench.Meter;
using HilBench.Roles;

namespace HilBench.Recording.Looking.Waves;

/// <summary>
/// The last that went on inside a rig, for people who look on while it runs. The rig writes it on its own threads,
/// anybody takes a <see cref="Reel"/> of it; neither waits for the other for longer than one entry takes.
/// </summary>
/// <remarks>One rig has one tape: its times begin with the rig's clock.</remarks>
public sealed class WaveTape : IRigProbe
{
    /// <summary>Levels, transfers, inputs and effects that are kept: some megabytes.</summary>
    public const int MostMoments = 200_000;

    /// <summary>Pictures that are kept.</summary>
    private const int MostPictures = 4096;

    private readonly Lock _lock = new();
    private readonly int _most;
    private readonly List<(string Name, WaveStrip Edges)> _wires = [];
    private readonly List<(string Name, WaveStrip Bytes)> _lines = [];
    private readonly WaveStrip _glass = new(hasContents: true);
    private readonly WaveStrip _told = new(hasContents: true);
    private readonly WaveStrip _wanted = new(hasContents: true);

    /// <summary>Where each of the moments is, oldest first.</summary>
    private readonly Queue<WaveStrip> _order = new();

    private IReadOnlyList<string> _shown = [];
    private TimeSpan _shownAt;
    private TimeSpan _from;
    private TimeSpan _now;
    private long _grown;
    private long _happened;
    private WaveReel? _reel;

    /// <param name="mostMoments">Older ones go when there are more.</param>
    public WaveTape(int mostMoments = MostMoments) => _most = mostMoments;

    /// <summary>Another number whenever something was added: a watcher knows that there is more to see.</summary>
    public long Grown => Interlocked.Read(ref _grown);

    /// <summary>Another number whenever more than time was added.</summary>
    public long Happened => Interlocked.Read(ref _happened);

    /// <summary>The tape as it is now. It never changes; watchers of one moment share it.</summary>
    public WaveReel Reel()
    {
        lock (_lock)
        {
            return _reel ??= new WaveReel(
                [
                    new EventLane(WaveKind.Glass, "glass", _glass.Times, _glass.Contents),
                    .. _wires.Select(one => new LevelLane(
                        WaveNames.KindOf(one.Name), one.Name, one.Edges.Dropped % 2 != 0, one.Edges.Times)),
                    .. _lines.Select(one => new EventLane(
                        WaveNames.KindOfLine(one.Name), one.Name, one.Bytes.Times, one.Bytes.Contents)),
                    new EventLane(WaveKind.Told, "told", _told.Times, _told.Contents),
                    new EventLane(WaveKind.Wanted, "wanted", _wanted.Times, _wanted.Contents),
                ],
                _from, _now, []);
        }
    }

    /// <summary>A settled picture stands on the display since then. The same picture again changes nothing.</summary>
    public void Glass(IReadOnlyList<string> lines, TimeSpan at)
    {
        lock (_lock)
        {
            if (_glass.Count > 0 && lines.SequenceEqual(_shown)) return;
            _shown = [.. lines];
            // It is told when it has settled, and counts from when it was there.
            _shownAt = at > _shownAt ? at : _shownAt;
            _glass.Add(_shownAt, _shown);
            Interlocked.Increment(ref _happened);
            Move(at);
            if (_glass.Count > MostPictures) _glass.DropFirst();
        }
    }

    /// <summary>Time went on, though nothing may have happened.</summary>
    public void Passed(TimeSpan now)
    {
        lock (_lock)
        {
            if (now > _now) Move(now);
        }
    }

    public int Wire(string name)
    {
        lock (_lock)
        {
            _wires.Add((name, new WaveStrip(hasContents: false)));
            Move(_now);
            return _wires.Count - 1;
        }
    }

    public void Level(int wire, bool isHigh, TimeSpan at)
    {
        lock (_lock)
        {
            var edges = _wires[wire].Edges;
            // A wire begins low, and every edge turns it.
            if ((edges.Dropped + edges.Count) % 2 != 0 == isHigh) return;
            Add(edges, at);
        }
    }

    public int Line(string name)
    {
        lock (_lock)
        {
            _lines.Add((name, new WaveStrip(hasContents: true)));
            Move(_now);
            return _lines.Count - 1;
        }
    }

    public void Bytes(int line, LineTraffic traffic, ReadOnlySpan<byte> bytes, TimeSpan at)
    {
        var sent = new SentBytes(traffic, bytes.ToArray());
        lock (_lock) Add(_lines[line].Bytes, at, sent);
    }

    public void Takes(MeterInput input, TimeSpan at)
    {
        lock (_lock) Add(_told, at, input);
    }

    public void Does(Effect effect, TimeSpan at)
    {
        lock (_lock) Add(_wanted, at, effect);
    }

    private void Add(WaveStrip to, TimeSpan at, object? content = null)
    {
        to.Add(Move(at), content);
        Interlocked.Increment(ref _happened);
        _order.Enqueue(to);
        if (_order.Count > _most) _from = _order.Dequeue().DropFirst();
    }

    /// <summary>What is told late counts from when it is told: a search needs times in order.</summary>
    private TimeSpan Move(TimeSpan at)
    {
        Interlocked.Increment(ref _grown);
        _reel = null;
        return _now = at > _now ? at : _now;
    }
}
