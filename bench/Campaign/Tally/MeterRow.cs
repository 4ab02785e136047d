namespace HilBench.Campaign.Tally;

/// <summary>What became of one meter. Days count from 0, the first of the plan; energy in tenths of a kWh.</summary>
internal readonly record struct MeterRow
{
    public long Meter { get; init; }

    public int Profile { get; init; }

    public int Household { get; init; }

    /// <summary>Nobody was in the house on the first day.</summary>
    public bool IsEmpty { get; init; }

    /// <summary>What is wrong in the records once the codes are ready.</summary>
    public Cause Record { get; init; }

    /// <summary>When the codes were ready; null = never.</summary>
    public int? ReadyDay { get; init; }

    /// <summary>When somebody was given them; null = never.</summary>
    public int? GivenDay { get; init; }

    public int? UpdatedDay { get; init; }

    /// <summary>Why it is not updated on the last day.</summary>
    public Cause WhyNot { get; init; }

    public int Tokens { get; init; }

    public int Refused { get; init; }

    public int Calls { get; init; }

    public long Bought { get; init; }

    public long Loaded { get; init; }

    public long Lost { get; init; }

    /// <summary>Bought, not loaded and not lost: it waits for the update.</summary>
    public long InHand { get; init; }

    public int TokensLost { get; init; }

    /// <summary>Whole days without credit in a house where somebody is.</summary>
    public int DarkDays { get; init; }
}
