using System.Collections;

namespace HilBench.Scenarios.Binding;

/// <summary>The table under a step: a header and rows (the part of Reqnroll's class that steps read).</summary>
public sealed class DataTable
{
    private readonly string[] _header;

    public DataTable(params string[] header)
    {
        _header = header;
        Rows = new DataTableRows();
    }

    public ICollection<string> Header => _header;

    public DataTableRows Rows { get; }

    public int RowCount => Rows.Count;

    public bool ContainsColumn(string column) => _header.Contains(column);

    public void AddRow(params string[] cells)
    {
        if (cells.Length != _header.Length)
        {
            throw new ArgumentException(
                $"The row has {cells.Length} cells, the header {_header.Length}.", nameof(cells));
        }

        Rows.Add(new DataTableRow(_header, cells));
    }
}

public sealed class DataTableRows : IReadOnlyList<DataTableRow>
{
    private readonly List<DataTableRow> _rows = [];

    public int Count => _rows.Count;

    public DataTableRow this[int index] => _rows[index];

    public IEnumerator<DataTableRow> GetEnumerator() => _rows.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal void Add(DataTableRow row) => _rows.Add(row);
}

/// <summary>One row, its cells by column name.</summary>
public sealed class DataTableRow
{
    private readonly string[] _header;
    private readonly string[] _cells;

    internal DataTableRow(string[] header, string[] cells)
    {
        _header = header;
        _cells = cells;
    }

    public ICollection<string> Keys => _header;

    public ICollection<string> Values => _cells;

    public int Count => _cells.Length;

    public string this[int index] => _cells[index];

    public string this[string column] => TryGetValue(column, out var value)
        ? value
        : throw new FormatException($"the table has no column \"{column}\": it has {string.Join(", ", _header)}");

    public bool ContainsKey(string column) => Array.IndexOf(_header, column) >= 0;

    public bool TryGetValue(string column, out string value)
    {
        var at = Array.IndexOf(_header, column);
        value = at < 0 ? "" : _cells[at];
        return at >= 0;
    }
}
