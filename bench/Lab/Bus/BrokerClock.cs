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
    private long _at;
    private DateTime _then;

    /// <summary>UTC; until it was set once, that of this machine.</summary>
    public DateTime Now => Volatile.Read(ref _at) is var at and not 0
        ? _then + Stopwatch.GetElapsedTime(at) : DateTime.UtcNow;

    /// <summary>Asks the broker.</summary>
    public async Task Set(CancellationToken stop)
    {
        var mark = new ClockMark(Guid.NewGuid().ToString("N"));
        var asked = Stopwatch.GetTimestamp();
        await marks.Put(name, mark, stop);
        var half = Stopwatch.GetElapsedTime(asked) / 2;
        if (await marks.Get(name, stop) is not { } written) return;
        _then = written.Written;
        Volatile.Write(ref _at, asked + (long)(half.TotalSeconds * Stopwatch.Frequency));
    }
}

/// <summary>Something to write; which, does not matter.</summary>
internal sealed record ClockMark(string Nonce);
