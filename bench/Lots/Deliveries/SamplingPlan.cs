using System.Globalization;
using HilBench.Input;
using HilBench.Roles;
using HilBench.Scenarios;

namespace HilBench.Lots.Deliveries;

/// <summary>
/// How many meters of a lot are tested, and how many of them may fail: single sampling for attributes, as ISO 2859-1
/// has it. The numbers are the buyer's, from the table of his contract.
/// </summary>
/// <param name="Sample">How many are tested.</param>
/// <param name="Accept">With more meters that fail the lot is rejected.</param>
public sealed record SamplingPlan(int Sample, int Accept)
{
    private static readonly string[] Columns = ["lot up to", "sample", "accept"];

    /// <summary>Every meter, of which none may fail.</summary>
    public static SamplingPlan All { get; } = new(int.MaxValue, 0);

    /// <summary>
    /// The row of a table for a lot of this size: the first that is for lots at least as large.
    /// </summary>
    /// <param name="path">A file with the columns <c>lot up to</c>, <c>sample</c> and <c>accept</c>.</param>
    /// <param name="size">How many meters were delivered.</param>
    /// <exception cref="SettingsException">The table is wrong, or has no row for this lot.</exception>
    public static SamplingPlan Of(string path, int size)
    {
        var table = DeliveryTable.Of(InputFile.Shown(path), InputFile.ReadText(path));
        int[] places = [.. Columns.Select(name => PlaceOf(table, name))];
        SamplingPlan? found = null;
        var before = 0;
        foreach (var (line, cells) in table.Rows)
        {
            int[] values = [.. places.Zip(Columns, (at, name) => NumberOf(table, line, cells, at, name))];
            if (values[0] <= before)
                throw table.Wrong(line, $"lots up to {values[0]} come after lots up to {before}; the rows must grow");
            if (values[1] < 1) throw table.Wrong(line, "sample is 0; at least one meter must be tested");
            if (values[2] >= values[1])
                throw table.Wrong(line, $"accept is {values[2]} of a sample of {values[1]}: nothing could be rejected");
            before = values[0];
            if (size <= before) found ??= new SamplingPlan(values[1], values[2]);
        }

        return found ?? throw new SettingsException(
            $"{table.File}: it has no row for a lot of {size} meters; the largest is for {before}");
    }

    /// <summary>
    /// The meters to be tested, in the order of the list: drawn by the seed, so that another can draw them, too.
    /// </summary>
    /// <param name="lot">All that were delivered.</param>
    /// <param name="seed">The seed of the run.</param>
    public IReadOnlyList<OrderedMeter> Draw(IReadOnlyList<OrderedMeter> lot, ulong seed)
    {
        if (Sample >= lot.Count) return lot;
        var drawn = lot.OrderBy(one => ScenarioSeed.For(seed, one.Serial).Value)
            .ThenBy(one => one.Serial, StringComparer.Ordinal).Take(Sample).ToHashSet();
        return [.. lot.Where(drawn.Contains)];
    }

    private static int PlaceOf(DeliveryTable table, string name)
    {
        for (var at = 0; at < table.Header.Count; at++)
        {
            if (table.Header[at].Equals(name, StringComparison.OrdinalIgnoreCase)) return at;
        }

        throw table.Wrong(1, $"no column is called \"{name}\"; the columns must be {string.Join(", ", Columns)}");
    }

    private static int NumberOf(DeliveryTable table, int line, IReadOnlyList<string> cells, int at, string name) =>
        int.TryParse(
            at < cells.Count ? cells[at] : "", NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw table.Wrong(
                line, $"{name} is \"{OneLine.Beginning(at < cells.Count ? cells[at] : "")}\"; allowed: a whole number");
}
