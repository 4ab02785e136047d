using System.Diagnostics;
using HilBench.Roles;

namespace HilBench.Benchmarks;

/// <summary>
/// The stock drivers wait by the wall clock and cannot be given another. Between two touches of the hardware, the
/// bench's clock is let go on by as much as the wall clock did, so that emulated chips in virtual time see the same
/// waits that silicon would. Where the bench's clock is the wall clock nothing is added.
/// </summary>
/// <remarks>Virtual time then depends on how busy the computer is: such a run does not replay byte for byte.</remarks>
internal sealed class PassingTime(IBenchClock clock)
{
    private long _wall = Stopwatch.GetTimestamp();
    private TimeSpan _bench = clock.Now;

    /// <summary>From touch to touch at least this much passes, as on pins that are slower than the bench's.</summary>
    public TimeSpan PinTime { get; set; }

    /// <summary>
    /// From touch to touch at most this much is counted: what is longer is a computer with other work, not the driver.
    /// </summary>
    public TimeSpan Longest { get; set; } = TimeSpan.MaxValue;

    /// <summary>The driver begins to work; what passed while nobody used it counts for nothing.</summary>
    public void Begin()
    {
        _wall = Stopwatch.GetTimestamp();
        _bench = clock.Now;
    }

    /// <summary>Before the hardware is touched.</summary>
    public void CatchUp()
    {
        var passed = Stopwatch.GetElapsedTime(_wall);
        if (passed > Longest) passed = Longest;
        var behind = (passed > PinTime ? passed : PinTime) - (clock.Now - _bench);
        if (behind > TimeSpan.Zero) clock.Wait(behind);
    }

    /// <summary>The hardware was touched, which may have taken time of its own on the bench's clock.</summary>
    public void Touched() => Begin();
}
