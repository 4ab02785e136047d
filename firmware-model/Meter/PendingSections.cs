namespace HilBench.Meter;

/// <summary>
/// The key change sections taken so far, as their 44 data bits. Nothing in a section ties it to its set, so the newest
/// wins: a different section of a kind already pending throws every earlier one away, an identical one is harmless.
/// What is applied in the end is exactly what was typed last (docs/sts.md).
/// </summary>
public sealed record PendingSections(ulong? First, ulong? Second, ulong? Third, ulong? Fourth)
{
    /// <summary>The one instance that nearly every meter has, nearly always.</summary>
    public static PendingSections None { get; } = new(null, null, null, null);

    public bool IsEmpty => this == None;

    public ulong? this[KeyChangeSection section] => section switch
    {
        KeyChangeSection.First => First,
        KeyChangeSection.Second => Second,
        KeyChangeSection.Third => Third,
        _ => Fourth,
    };

    public PendingSections With(KeyChangeSection section, ulong data44)
    {
        var earlier = this[section] is { } pending && pending != data44 ? None : this;
        return section switch
        {
            KeyChangeSection.First => earlier with { First = data44 },
            KeyChangeSection.Second => earlier with { Second = data44 },
            KeyChangeSection.Third => earlier with { Third = data44 },
            _ => earlier with { Fourth = data44 },
        };
    }
}

/// <summary>The tokens of a key change, in the order in which a vendor prints them.</summary>
public enum KeyChangeSection
{
    First = 1,
    Second = 2,
    Third = 3,
    Fourth = 4,
}
