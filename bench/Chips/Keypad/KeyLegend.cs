namespace HilBench.Chips;

/// <summary>What is printed on the keys, row by row; a space is a place without a key.</summary>
public sealed class KeyLegend
{
    private readonly string[] _rows;

    /// <exception cref="ArgumentException">Rows of different lengths, no keys at all, or a key printed
    /// twice.</exception>
    public KeyLegend(params string[] rows)
    {
        if (rows.Length == 0 || rows[0].Length == 0) throw new ArgumentException("A keypad needs a key.", nameof(rows));
        if (rows.Any(row => row.Length != rows[0].Length))
            throw new ArgumentException("All rows of a keypad have the same length.", nameof(rows));
        string keys = string.Concat(rows).Replace(" ", "", StringComparison.Ordinal);
        if (keys.Distinct().Count() != keys.Length)
            throw new ArgumentException($"A key is printed twice in \"{keys}\".", nameof(rows));
        _rows = [.. rows];
    }

    /// <summary>The pad of a telephone: 123 / 456 / 789 / *0#.</summary>
    public static KeyLegend Telephone { get; } = new("123", "456", "789", "*0#");

    /// <summary>Every key, row by row.</summary>
    public string Keys => string.Concat(_rows).Replace(" ", "", StringComparison.Ordinal);

    public int Rows => _rows.Length;

    public int Columns => _rows[0].Length;

    public char KeyAt(int row, int column) => _rows[row][column];

    /// <exception cref="ArgumentException">There is no such key.</exception>
    public (int Row, int Column) PlaceOf(char key)
    {
        for (int row = 0; key != ' ' && row < Rows; row++)
        {
            int column = _rows[row].IndexOf(key, StringComparison.Ordinal);
            if (column >= 0) return (row, column);
        }

        throw new ArgumentException($"The keypad {this} has no key '{key}'.", nameof(key));
    }

    public override string ToString() => string.Join(" / ", _rows);
}
