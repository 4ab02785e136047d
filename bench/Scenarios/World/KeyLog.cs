using HilBench.Roles;

namespace HilBench.Scenarios.World;

/// <summary>The last keys of a scenario with their receipts, as a person reads them.</summary>
internal static class KeyLog
{
    public static IReadOnlyList<string> Lines(IReadOnlyList<PressReceipt> log, int most)
    {
        var last = log.Skip(Math.Max(0, log.Count - most)).ToArray();
        if (last.Length == 0) return ["none"];
        var delivered = last.Where(receipt => receipt.IsDelivered).ToArray();
        var lines = new List<string> { string.Join(' ', last.Select(Mark)) };
        if (delivered.Length > 0)
        {
            var slowest = delivered.Max(receipt => (receipt.SeenAt!.Value - receipt.PressedAt).TotalMilliseconds);
            var witness = delivered[^1].Witness.ToString().ToLowerInvariant();
            lines.Add(FormattableString.Invariant(
                $"{delivered.Length} of {last.Length} seen by the {witness}, each within {slowest:0.0} ms"));
        }

        lines.AddRange(last.Where(receipt => !receipt.IsDelivered).Select(receipt => receipt.ToString()));
        return lines;
    }

    /// <summary>A key nobody saw is marked, so that it cannot be taken for one the meter got.</summary>
    private static string Mark(PressReceipt receipt) => receipt.IsDelivered ? $"{receipt.Key}" : $"({receipt.Key}?)";
}
