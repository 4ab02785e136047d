using HilBench.Input;
using HilBench.RigFiles;
using HilBench.Roles;
using HilBench.Scenarios.Features;
using HilBench.Scenarios.World;

namespace HilBench.Lots.Deliveries;

/// <summary>
/// The list of a delivery: a line for each meter, its columns named by the first line. A column that is not there is as
/// in the default world, and so is an empty cell.
/// </summary>
public static class DeliveryFile
{
    private const string Number = "meter number";
    private const string Serial = "serial";
    private const string VendingKey = "vending key";

    /// <summary>The columns there can be, with what else they are called.</summary>
    private static readonly (string Name, string[] Others)[] Columns =
    [
        (Serial, ["serial number", "serial no"]),
        (Number, ["meter no", "number", "drn", "pan", "meter pan"]),
        ("supply group", ["supply group code", "sgc"]),
        ("tariff index", ["ti"]),
        ("key revision", ["key revision number", "krn"]),
        ("key type", ["kt"]),
        ("base date", []),
        ("encryption", ["ea", "encryption algorithm"]),
        ("key derivation", ["dkga", "decoder key generation algorithm"]),
        (VendingKey, ["key file", "vending key file", "vending key reference"]),
    ];

    /// <summary>Reads all of it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="tell">Told in one line of columns that mean nothing to the bench.</param>
    /// <exception cref="SettingsException">It cannot be read, or its first line is wrong.</exception>
    /// <exception cref="FeatureMistakesException">Lines are wrong; all of them.</exception>
    public static IReadOnlyList<OrderedMeter> Read(string path, Action<string> tell)
    {
        var shown = InputFile.Shown(path);
        var table = DeliveryTable.Of(shown, InputFile.ReadText(path));
        var places = PlacesOf(table, tell);
        var mistakes = new List<string>();
        var meters = new List<(OrderedMeter Meter, int Line)>();
        foreach (var (line, cells) in table.Rows)
        {
            try
            {
                meters.Add((MeterOf(places, cells, Path.GetDirectoryName(path) ?? ""), line));
            }
            catch (FormatException wrong)
            {
                mistakes.Add($"{shown}:{line}: {wrong.Message}");
            }
        }

        mistakes.AddRange(Twice(shown, meters, meter => meter.Serial, "serial"));
        mistakes.AddRange(Twice(shown, meters, meter => meter.Key.Pan.ToString(), Number));
        if (meters.Count == 0 && mistakes.Count == 0) mistakes.Add($"{shown}: there is no meter below the first line");
        if (mistakes.Count > 0) throw new FeatureMistakesException(mistakes);
        return [.. meters.Select(one => one.Meter)];
    }

    private static Dictionary<string, int> PlacesOf(DeliveryTable table, Action<string> tell)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var unknown = new List<string>();
        for (var at = 0; at < table.Header.Count; at++)
        {
            var name = NameOf(table.Header[at]);
            if (name is null)
            {
                unknown.Add(Unknown(table, table.Header[at]));
            }
            else if (!places.TryAdd(name, at))
            {
                throw table.Wrong(1, $"two columns are the {name}; there can be one");
            }
        }

        if (!places.ContainsKey(Number))
            throw table.Wrong(1, $"no column is called \"{Number}\"; the columns are {Listed(table.Header)}");
        if (unknown.Count > 0) tell($"{table.File}: columns that are not looked at: {Listed(unknown)}");
        return places;
    }

    /// <summary>A slip in the name of a column would test other meters than those of the list.</summary>
    private static string Unknown(DeliveryTable table, string header)
    {
        var question = NearestName.Question(Plain(header), Columns.Select(one => one.Name));
        return question.Length == 0 ? header : throw table.Wrong(
            1, $"no column is called \"{OneLine.Beginning(header)}\"; {question}"
                + $"known are {string.Join(", ", Columns.Select(one => one.Name))}");
    }

    private static OrderedMeter MeterOf(Dictionary<string, int> places, IReadOnlyList<string> cells, string folder)
    {
        string? Cell(string name) => places.TryGetValue(name, out var at) && at < cells.Count && cells[at].Length > 0
            ? cells[at] : null;
        if (Cell(Number) is not { } number) throw new FormatException($"the {Number} is empty");
        var rows = Columns.Select(one => one.Name).Where(name => name is not (Serial or VendingKey))
            .Select(name => (Name: name, Value: Cell(name))).Where(one => one.Value is not null)
            .Select(one => (one.Name, one.Value!));
        var meter = MeterSettings.Of(rows).Apply(new MeterDescription());
        var serial = Cell(Serial) ?? number;
        if (!IsSerial(serial))
        {
            throw new FormatException(
                $"serial \"{OneLine.Beginning(serial)}\" cannot name a folder; allowed: up to {RigLabels.LongestValue} "
                + "letters, digits, - and _");
        }

        return new OrderedMeter(serial, meter.Key, Cell(VendingKey) is { } where ? KeyAt(where, folder) : null);
    }

    private static Tokens.VendingKey KeyAt(string where, string folder)
    {
        try
        {
            return VendingKeyPlace.Read(where, folder);
        }
        catch (FormatException wrong)
        {
            throw new FormatException($"{VendingKey}{wrong.Message}");
        }
    }

    private static bool IsSerial(string text) => text.Length is > 0 and <= RigLabels.LongestValue
        && text.All(one => char.IsAsciiLetterOrDigit(one) || one is '-' or '_');

    private static IEnumerable<string> Twice(
        string file, List<(OrderedMeter Meter, int Line)> meters, Func<OrderedMeter, string> of, string what) =>
        from same in meters.GroupBy(one => of(one.Meter), StringComparer.OrdinalIgnoreCase)
        where same.Count() > 1
        select $"{file}:{same.Last().Line}: {what} {same.Key} is on line {same.First().Line} already";

    private static string? NameOf(string header)
    {
        var plain = Plain(header);
        return Columns.FirstOrDefault(one => one.Name == plain || one.Others.Contains(plain)).Name;
    }

    /// <summary>In any case of letters, with any signs between words.</summary>
    private static string Plain(string header) => string.Join(' ', string.Concat(
        header.Select(one => char.IsAsciiLetterOrDigit(one) ? char.ToLowerInvariant(one) : ' '))
        .Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static string Listed(IEnumerable<string> names) =>
        string.Join(", ", names.Take(20).Select(name => $"\"{OneLine.Beginning(name)}\""));
}
