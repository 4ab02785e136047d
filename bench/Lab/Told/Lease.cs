namespace HilBench.Lab.Told;

/// <summary>Who has a bench, for what and until when. The value stays when the lease is over, for its number.</summary>
public sealed record Lease
{
    /// <summary>
    /// The number of the lease: whoever has it later has a greater one, and the rig refuses key presses of a smaller.
    /// </summary>
    public long Fence { get; init; }

    /// <summary>The user; empty when nobody has it.</summary>
    public string Holder { get; init; } = "";

    /// <summary>The key of the run it is for; empty when it is for work by hand.</summary>
    public string Run { get; init; } = "";

    /// <summary>For what, in words.</summary>
    public string For { get; init; } = "";

    /// <summary>By the broker's clock, UTC.</summary>
    public DateTime Until { get; init; }

    /// <summary>Somebody has the bench at this moment of the broker's clock.</summary>
    public bool IsHeldAt(DateTime now) => Holder.Length > 0 && now < Until;

    /// <summary>It belongs to this run, or to this user for work by hand.</summary>
    public bool IsOf(string user, string run) => Holder == user && (Run == run || Run.Length == 0);

    /// <summary>In words, for lists and reasons.</summary>
    public string Told => $"leased by {Holder} until {Until:HH:mm:ss} UTC" + (For.Length > 0 ? $" for {For}" : "");
}
