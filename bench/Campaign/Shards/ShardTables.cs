using HilBench.Campaign.Plans;
using HilBench.Campaign.Tally;
using Parquet;

namespace HilBench.Campaign.Shards;

/// <summary>A shard as two tables: one line for each meter and plan, and one for each thing counted on a day.</summary>
internal static class ShardTables
{
    private const double UnitsPerKwh = 10;

    public static byte[] Meters(Shard shard, IReadOnlyList<Variant> variants)
    {
        var rows = variants.SelectMany((variant, i) => shard.Meters[i].Select(row => (Variant: variant, Row: row)))
            .ToArray();
        var table = new ParquetTable();
        table.Add("seed", Array.ConvertAll(rows, _ => (long)shard.Name.Seed));
        table.Add("plan", Array.ConvertAll(rows, one => one.Variant.Name));
        table.Add("meter", Array.ConvertAll(rows, one => one.Row.Meter));
        table.Add("profile", Array.ConvertAll(rows, one => one.Variant.Plan.Profiles[one.Row.Profile].Profile.Name));
        table.Add("household", Array.ConvertAll(rows, one => one.Variant.Plan.Households[one.Row.Household].Name));
        table.Add("empty_house", Array.ConvertAll(rows, one => one.Row.IsEmpty));
        table.Add("record_wrong", Array.ConvertAll(rows, one => Causes.Name(one.Row.Record)));
        table.Add("ready", Array.ConvertAll(rows, one => Date(one.Variant, one.Row.ReadyDay)));
        table.Add("given", Array.ConvertAll(rows, one => Date(one.Variant, one.Row.GivenDay)));
        table.Add("updated", Array.ConvertAll(rows, one => Date(one.Variant, one.Row.UpdatedDay)));
        table.Add("why_not", Array.ConvertAll(rows, one => Causes.Name(one.Row.WhyNot)));
        table.Add("tokens", Array.ConvertAll(rows, one => one.Row.Tokens));
        table.Add("refused", Array.ConvertAll(rows, one => one.Row.Refused));
        table.Add("calls", Array.ConvertAll(rows, one => one.Row.Calls));
        table.Add("kwh_bought", Array.ConvertAll(rows, one => one.Row.Bought / UnitsPerKwh));
        table.Add("kwh_loaded", Array.ConvertAll(rows, one => one.Row.Loaded / UnitsPerKwh));
        table.Add("kwh_lost", Array.ConvertAll(rows, one => one.Row.Lost / UnitsPerKwh));
        table.Add("kwh_in_hand", Array.ConvertAll(rows, one => one.Row.InHand / UnitsPerKwh));
        table.Add("tokens_lost", Array.ConvertAll(rows, one => one.Row.TokensLost));
        table.Add("dark_days", Array.ConvertAll(rows, one => one.Row.DarkDays));
        return table.ToBytes();
    }

    public static byte[] Days(Shard shard, IReadOnlyList<Variant> variants)
    {
        var rows = variants
            .SelectMany((variant, i) => shard.Sums[i].Counts().Select(count => (Variant: variant, Count: count)))
            .ToArray();
        var table = new ParquetTable();
        table.Add("seed", Array.ConvertAll(rows, _ => (long)shard.Name.Seed));
        table.Add("plan", Array.ConvertAll(rows, one => one.Variant.Name));
        table.Add("day", Array.ConvertAll(rows, one => Date(one.Variant, one.Count.Day)!.Value));
        table.Add("what", Array.ConvertAll(rows, one => DaySums.NameOf(one.Count.Row).What));
        table.Add("cause", Array.ConvertAll(rows, one => DaySums.NameOf(one.Count.Row).Cause));
        table.Add("count", Array.ConvertAll(rows, one => one.Count.Count));
        return table.ToBytes();
    }

    /// <summary>What was counted each day, for each plan, from the file that <see cref="Days"/> made.</summary>
    /// <exception cref="InvalidDataException">The file holds something else.</exception>
    public static async Task<IReadOnlyList<DaySums>> ReadDays(Stream file, IReadOnlyList<Variant> variants)
    {
        await using var reader = await ParquetReader.CreateAsync(file);
        var plans = await ParquetTable.ReadTexts(reader, "plan");
        var days = await ParquetTable.Read<DateTime>(reader, "day");
        var whats = await ParquetTable.ReadTexts(reader, "what");
        var causes = await ParquetTable.ReadTexts(reader, "cause");
        var counts = await ParquetTable.Read<long>(reader, "count");
        var sums = variants.Select(variant => new DaySums(variant.Plan.Days)).ToArray();
        var rows = new Dictionary<(string, string), int?>();
        for (var i = 0; i < counts.Length; i++)
        {
            var at = variants.Select(variant => variant.Name).ToList().IndexOf(plans[i]);
            var name = (whats[i], causes[i]);
            if (!rows.TryGetValue(name, out var row)) rows[name] = row = DaySums.RowOf(whats[i], causes[i]);
            if (at < 0 || row is null) throw new InvalidDataException("a plan or a count of another campaign");
            sums[at].Restore(row.Value, variants[at].Plan.DayOf(DateOnly.FromDateTime(days[i])), counts[i]);
        }

        return sums;
    }

    private static DateTime? Date(Variant variant, int? day) =>
        day is { } number ? variant.Plan.Begins.AddDays(number).ToDateTime(default) : null;
}
