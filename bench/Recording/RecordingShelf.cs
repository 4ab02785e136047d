
namespace HilBench.Recording;

/// <summary>The recordings of a run, until it is over; of many, most are in a temporary file.</summary>
public sealed class RecordingShelf : IDisposable
{
    private readonly Lock _lock = new();
    private readonly SpilledBytes _bytes = new();

    /// <summary>Why a recording could not be kept; null while all could.</summary>
    public string? WhyLost { get; private set; }

    /// <summary>How many could not.</summary>
    public int CountLost { get; private set; }

    public KeptRecording Put(MemoryStream recording)
    {
        lock (_lock)
        {
            var from = _bytes.Length;
            _bytes.Add(recording.GetBuffer().AsSpan(0, (int)recording.Length));
            return new KeptRecording(this, from, recording.Length);
        }
    }

    public void Lost(string why)
    {
        lock (_lock)
        {
            CountLost++;
            WhyLost ??= why;
        }
    }

    public void Dispose() => _bytes.Dispose();

    internal void CopyTo(Stream to, long from, long count)
    {
        lock (_lock) _bytes.CopyTo(to, from, count);
    }
}

/// <summary>A recording on a shelf, for as long as the shelf is there.</summary>
public sealed class KeptRecording
{
    private readonly RecordingShelf _shelf;
    private readonly long _from;

    internal KeptRecording(RecordingShelf shelf, long from, long bytes) => (_shelf, _from, Bytes) = (shelf, from, bytes);

    public long Bytes { get; }

    public void CopyTo(Stream to) => _shelf.CopyTo(to, _from, Bytes);

    public FlightRecording Read(string name)
    {
        using var whole = new MemoryStream();
        CopyTo(whole);
        whole.Position = 0;
        return FlightRecording.Read(name, whole);
    }
}
