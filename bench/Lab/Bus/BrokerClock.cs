using System.Diagnostics;

namespace HilBench.Lab.Bus;

/// <summary>
/// The time of the broker, from a value that was written and read back. Clocks of machines in a lab differ by minutes,
/// and leases must not end earlier for one of them.
/// </summary>
/// <param name="marks">Where it is written.</param>
/// <param name="name">Who this is.</param>
internal sealed class BrokerClock(Bucket<ClockMark> marks, string name)
{
    private Reading? _reading;

    /// <summary>UTC; until it was set once, that of this machine.</summary>
    public DateTime Now => Volatile.Read(ref _reading) is { } reading
        ? reading.Then + Stopwatch.GetElapsedTime(reading.At) : DateTime.UtcNow;

    /// <summary>Asks the broker.</summary>
    public async Task Set(CancellationToken stop)
    {
        var mark = new ClockMark(Guid.NewGuid().ToString("N"));
        var asked = Stopwatch.GetTimestamp();
        await marks.Put(name, mark, stop);
        var half = Stopwatch.GetElapsedTime(asked) / 2;
        if (await marks.Get(name, stop) is not { } written) return;
        Volatile.Write(
            ref _reading, new Reading(written.Written, asked + (long)(half.TotalSeconds * Stopwatch.Frequency)));
    }

    private sealed record Reading(DateTime Then, long At);
}

/// <summary>Something to write; which, does not matter.</summary>
internal sealed record ClockMark(string Nonce);
