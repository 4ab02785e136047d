using HilBench.Input;

namespace HilBench.Lots.Uploads;

/// <summary>Which column holds what, by the first line of the file or as somebody says.</summary>
internal sealed class UploadHeader
{
    private readonly string _file;
    private readonly string[] _names;
    private readonly int[] _places;

    /// <param name="file">The file as the user knows it.</param>
    /// <param name="names">The cells of its first line.</param>
    /// <param name="said">Headers by field, where the user names them.</param>
    /// <exception cref="SettingsException">The columns are not clear; one line says why.</exception>
    public UploadHeader(string file, string[] names, IReadOnlyDictionary<UploadField, string> said)
    {
        (_file, _names) = (file, [.. names.Select(name => name.Trim())]);
        DemandNames();
        _places = [.. UploadField.All.Select(field => PlaceOf(field, said.GetValueOrDefault(field)))];
        foreach (var twice in _places.Where(place => place >= 0).GroupBy(place => place).Where(one => one.Count() > 1))
            throw Wrong($"column \"{Told(twice.Key)}\" cannot hold two things; name another with --column");
        if (this[UploadField.Meter] < 0)
        {
            throw Wrong($"no column holds the meter number; the columns are {Listed(_names)}; "
                + "say which with --column \"meter number=HEADER\"");
        }
    }

    /// <summary>The column of a field, from 0; negative where there is none.</summary>
    public int this[UploadField field] => _places[IndexOf(field)];

    public IReadOnlyList<(UploadField, string)> Columns =>
        [.. UploadField.All.Where(one => this[one] >= 0).Select(one => (one, _names[this[one]]))];

    public IReadOnlyList<UploadField> NotThere => [.. UploadField.All.Where(one => this[one] < 0)];

    public IReadOnlyList<string> NotLookedAt =>
        [.. _names.Where((name, at) => !_places.Contains(at) && name.Length > 0)];

    /// <summary>The columns that a line must have at least.</summary>
    public int Least => _places.Max() + 1;

    private static int IndexOf(UploadField field)
    {
        for (var at = 0; at < UploadField.All.Count; at++)
        {
            if (ReferenceEquals(UploadField.All[at], field)) return at;
        }

        throw new ArgumentOutOfRangeException(nameof(field), field.Name, "No such field.");
    }

    private void DemandNames()
    {
        if (_names.Any(name => name.Contains('\0') || name.Contains('\uFFFD')))
            throw Wrong("not text in UTF-8; save the file as CSV in UTF-8");
        if (_names.FirstOrDefault(name => name.Length >= 10 && name.All(char.IsAsciiDigit)) is { } number)
        {
            throw Wrong($"the first line must name the columns, such as meter number,supply group; it holds "
                + $"\"{OneLine.Beginning(number)}\"");
        }
    }

    private int PlaceOf(UploadField field, string? said)
    {
        bool Fits(string name) => said is null
            ? field.IsNamed(name)
            : string.Equals(name, said.Trim(), StringComparison.OrdinalIgnoreCase);
        int[] places = [.. Enumerable.Range(0, _names.Length).Where(at => Fits(_names[at]))];
        if (places.Length > 1)
        {
            throw Wrong($"{places.Length} columns may be the {field.Name}: {Listed(places.Select(at => _names[at]))}; "
                + $"say which with --column \"{field.Name}=HEADER\"");
        }

        if (places.Length == 0 && said is not null)
        {
            throw Wrong($"no column \"{OneLine.Beginning(said)}\" for the {field.Name}; "
                + $"{NearestName.Question(said, _names)}the columns are {Listed(_names)}");
        }

        return places is [var only] ? only : -1;
    }

    private string Told(int at) => OneLine.Beginning(_names[at]);

    private static string Listed(IEnumerable<string> names) =>
        string.Join(", ", names.Take(20).Select(name => $"\"{OneLine.Beginning(name)}\""));

    private SettingsException Wrong(string what) => new($"{_file}:1: {what}");
}
