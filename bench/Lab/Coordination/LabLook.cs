using HilBench.Lab.Bus;
using HilBench.Lab.Told;

namespace HilBench.Lab.Coordination;

/// <summary>A lab as it is at one moment.</summary>
/// <param name="Rigs">By name.</param>
/// <param name="Runs">Those that wait or go on, in the order in which they get rigs.</param>
public sealed record LabLook(IReadOnlyList<RigLook> Rigs, IReadOnlyList<RunLook> Runs)
{
    public static async Task<LabLook> At(LabBoard board, CancellationToken stop)
    {
        var cards = await board.Benches.All(">", stop);
        var leases = (await board.Leases.All(">", stop)).Where(one => one.Value is not null)
            .ToDictionary(one => one.Key, one => one.Value!);
        var runs = await board.Runs.All(">", stop);
        var (now, pace) = (board.Bus.Now, board.Bus.Pace);
        return new LabLook(
            [
                .. cards.Where(card => card.Value is not null).OrderBy(card => card.Key, StringComparer.Ordinal)
                    .Select(card => RigLook.Of(card, leases.GetValueOrDefault(card.Key), now, pace)),
            ],
            [
                .. runs.Where(run => run.Value is { HasEnded: false } && now - run.Written < pace.GoneAfter)
                    .OrderByDescending(run => run.Value!.Priority).ThenBy(run => run.Value!.Since)
                    .Select(run => new RunLook(run.Key, run.Value!)),
            ]);
    }
}

/// <summary>A rig of a lab.</summary>
/// <param name="Card">What it tells of itself.</param>
/// <param name="State">free, leased, broken, offline or gone.</param>
/// <param name="Told">The state in words: by whom, until when, since when, because of what.</param>
public sealed record RigLook(BenchCard Card, string State, string Told)
{
    public const string Free = "free";

    internal static RigLook Of(Kept<BenchCard> card, Lease? lease, DateTime now, LabPace pace)
    {
        var said = card.Value!;
        if (said.HasLeft) return new RigLook(said, "gone", $"left at {card.Written:yyyy-MM-dd HH:mm:ss} UTC");
        if (now - card.Written > pace.LostAfter)
            return new RigLook(said, "offline", $"offline since {card.Written:yyyy-MM-dd HH:mm:ss} UTC");
        if (said.Broken is { } broken) return new RigLook(said, "broken", $"broken: {broken}");
        if (lease is null || !lease.IsHeldAt(now)) return new RigLook(said, Free, Free);
        // A run renews its lease again and again: when it ends is of no interest.
        var told = lease.Run.Length == 0 ? lease.Told : $"runs {lease.For} of {lease.Holder}";
        return new RigLook(said, "leased", told + (said.Scenario is { } title ? $": {title}" : ""));
    }
}

/// <summary>A run of a lab.</summary>
/// <param name="Key">Its user and number.</param>
/// <param name="Note">What it tells of itself.</param>
public sealed record RunLook(string Key, RunNote Note);
