using System.Diagnostics;
using HilBench.Lab.Bus;
using HilBench.Lab.Told;

namespace HilBench.Lab.Coordination;

/// <summary>A bench as a coordinator sees it.</summary>
internal sealed class BenchView(BenchCard card)
{
    private long _lastBeat = Stopwatch.GetTimestamp();

    public BenchCard Card { get; private set; } = card;

    public string Name => Card.Name;

    /// <summary>As the broker has it; null when nobody ever had the bench.</summary>
    public Kept<Lease>? Lease { get; set; }

    /// <summary>The number of the lease that this run has; null when it has none.</summary>
    public long? Held { get; set; }

    /// <summary>The lease is one for work by hand of the same user: it is used and left alone.</summary>
    public bool IsBorrowed { get; set; }

    /// <summary>When the lease was renewed last.</summary>
    public long Renewed { get; set; }

    /// <summary>What it runs for this run; null when it does nothing.</summary>
    public Trying? Busy { get; set; }

    /// <summary>How long there was no card of it.</summary>
    public TimeSpan Silence => Stopwatch.GetElapsedTime(_lastBeat);

    /// <summary>It is at the lab: there was a card lately, as far as anybody could hear.</summary>
    public bool IsHere(LabBus bus) =>
        !Card.HasLeft && (Silence < bus.Pace.LostAfter || bus.BackFor < bus.Pace.LostAfter);

    public void Saw(BenchCard card)
    {
        Card = card;
        _lastBeat = Stopwatch.GetTimestamp();
    }

    /// <summary>A card that was there before: only the next one is a sign of life.</summary>
    public void SawLongAgo(TimeSpan age) => _lastBeat -= (long)(age.TotalSeconds * Stopwatch.Frequency);
}

/// <summary>A scenario that a bench is at.</summary>
/// <param name="Scenario">Which of the run.</param>
/// <param name="Attempt">Which attempt.</param>
/// <param name="Session">The bench as it was started then.</param>
internal sealed record Trying(int Scenario, int Attempt, string Session);
