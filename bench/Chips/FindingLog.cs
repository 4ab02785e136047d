namespace HilBench.Chips;

/// <summary>
/// The misuse found by all chips of one board, in the order in which it happened. Firmware gone wild can misuse a chip
/// a million times: the first findings are kept, the rest is counted.
/// </summary>
public sealed class FindingLog
{
    public const int Kept = 1_000;

    private readonly List<ChipFinding> _findings = [];

    /// <summary>The findings kept, oldest first.</summary>
    public IReadOnlyList<ChipFinding> All => _findings;

    /// <summary>How many there were, kept or not.</summary>
    public long Total { get; private set; }

    public void Add(ChipFinding finding)
    {
        Total++;
        if (_findings.Count < Kept) _findings.Add(finding);
    }
}
