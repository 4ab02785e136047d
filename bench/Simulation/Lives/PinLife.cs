using HilBench.Meter;
using HilBench.Simulation.Events;
using HilBench.Simulation.Memory;
using HilBench.Simulation.Trials;

namespace HilBench.Simulation.Lives;

/// <summary>
/// A life that is also run through pins: as the seed has it, without what no sentence says, and each token takes as
/// long as a person needs for its keys. The model lives it once more, and the feature asks for each answer.
/// </summary>
public sealed class PinLife
{
    /// <summary>Of the lives one in so many: those whose seed is a multiple.</summary>
    public const ulong OneIn = 1_000;

    /// <summary>Twenty digits and Enter, 200 ms each, as the rig <c>virtual</c> presses keys.</summary>
    private static readonly TimeSpan TypingTime = TimeSpan.FromMilliseconds(21 * 200);

    private readonly Life _life;
    private readonly Func<MeterProfile, IFirmware> _make;

    internal PinLife(ulong seed, Life life, Func<MeterProfile, IFirmware> make)
    {
        (Seed, _make) = (seed, make);
        _life = life with { Events = [.. life.Events.Select(Said).OfType<LifeEvent>()] };

        LifeEvent? Said(LifeEvent happening) => FeatureText.Said(happening, life.Profile);
    }

    public ulong Seed { get; }

    public string Profile => _life.Profile.Name;

    public int Events => _life.Events.Count;

    /// <summary>The life as a feature.</summary>
    public string Feature => FeatureOf(_life.Events)
        ?? throw new InvalidOperationException("The model breaks a promise in this life; that is told first.");

    /// <summary>The shortest life that still fails through pins.</summary>
    /// <param name="wrongWith">What is wrong with a feature when it is run; null = it passes.</param>
    /// <returns>The failure; null when the whole life passes.</returns>
    public Failure? Shortest(Func<string, string?> wrongWith)
    {
        if (Wrong(_life.Events) is null) return null;
        var shortest = Shrinker.Shrink(_life.Events, events => Wrong(events) is not null);
        return new Failure(Wrong(shortest)!, Seed, Profile, shortest.Count, FeatureOf(shortest)!);

        string? Wrong(IReadOnlyList<LifeEvent> events) => FeatureOf(events) is { } feature ? wrongWith(feature) : null;
    }

    private string? FeatureOf(IReadOnlyList<LifeEvent> events)
    {
        var memory = new ModelMemory(StoredRecord.SlotBytes);
        var trial = new Trial(_life.Profile, _life.Cipher, _make, memory) { TypingTime = TypingTime };
        return trial.Live(events) is null
            ? FeatureText.Of(_life with { Events = events }, $"life of seed {Seed}", trial, saysAnswers: true)
            : null;
    }
}
