namespace HilBench.Chips;

/// <summary>A chip was misused: which chip, when, what happened, and the datasheet rule that says so.</summary>
public sealed record ChipFinding(string Chip, TimeSpan At, string What, string Rule)
{
    public override string ToString() => $"{Chip} at {At}: {What} ({Rule})";
}
