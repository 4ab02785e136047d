using System.Diagnostics;
using HilBench.Lab.Bus;
using HilBench.Lab.Told;

namespace HilBench.Lab.Coordination;

/// <summary>A bench as a coordinator sees it.</summary>
internal sealed class BenchView(BenchCard card)
{
    /// <summary>So many cards in a row that say it does nothing are no accident.</summary>
    private const int Idle = 3;

    /// <summary>It was asked so often.</summary>
    private const int Often = 4;

    private long _lastBeat = Stopwatch.GetTimestamp();
    private Trying? _busy;
    private int _idle;
    private int _given;

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
    public Trying? Busy
    {
        get => _busy;
        set => (_busy, _idle, _given) = (value, 0, 0);
    }

    /// <summary>It has something to do, and says all the same that it does nothing.</summary>
    public bool IsIdle => _busy is not null && _idle >= Idle;

    /// <summary>It was given its work again and again.</summary>
    public bool IsDeaf => _given >= Often;

    /// <summary>How long there was no card of it.</summary>
    public TimeSpan Silence => Stopwatch.GetElapsedTime(_lastBeat);

    /// <summary>It is at the lab: there was a card lately, as far as anybody could hear.</summary>
    public bool IsHere(LabBus bus) =>
        !Card.HasLeft && (Silence < bus.Pace.LostAfter || bus.BackFor < bus.Pace.LostAfter);

    /// <summary>A new card.</summary>
    /// <param name="card">What it tells.</param>
    /// <param name="run">The run it should be at.</param>
    public void Saw(BenchCard card, string run)
    {
        Card = card;
        _lastBeat = Stopwatch.GetTimestamp();
        _idle = card.Run == run ? 0 : _idle + 1;
    }

    /// <summary>Its rig is wrong, as it has told beside a result.</summary>
    public void IsBroken(string why) => Card = Card with { Broken = why };

    /// <summary>Its work is on the way, perhaps once more.</summary>
    public void WasGiven() => (_idle, _given) = (0, _given + 1);

    /// <summary>For so long nobody listened.</summary>
    public void Excuse(TimeSpan time) =>
        _lastBeat = Math.Min(Stopwatch.GetTimestamp(), _lastBeat + (long)(time.TotalSeconds * Stopwatch.Frequency));

    /// <summary>A card that was there before: only the next one is a sign of life.</summary>
    public void SawLongAgo(TimeSpan age) => _lastBeat -= (long)(age.TotalSeconds * Stopwatch.Frequency);
}

/// <summary>A scenario that a bench is at.</summary>
/// <param name="Scenario">Which of the run.</param>
/// <param name="Attempt">Which attempt.</param>
/// <param name="Session">The bench as it was started then.</param>
internal sealed record Trying(int Scenario, int Attempt, string Session);
