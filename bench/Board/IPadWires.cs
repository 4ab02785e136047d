namespace HilBench.Board;

/// <summary>
/// The rows and columns of a pad, whoever holds them: rows that are pulled low one by one, columns with pull-ups. A row
/// that is not driven floats, as an open-drain output would: two keys in one column then never short two outputs.
/// </summary>
public interface IPadWires : IDisposable
{
    int RowCount { get; }

    int ColumnCount { get; }

    /// <summary>
    /// All rows low, so that any key that closes makes an edge on its column: how a pad rests, and how it begins.
    /// </summary>
    void DriveAll();

    /// <summary>This row low, every other one floating; -1 = all floating.</summary>
    void DriveOnly(int row);

    /// <summary>The columns that are low now, bit n = column n.</summary>
    int LowColumns();

    /// <summary>
    /// Something may have changed on a column; may come on a thread of a driver, or not at all where
    /// <see cref="ReportsTouches"/> is false.
    /// </summary>
    event Action? Touched;

    bool ReportsTouches { get; }

    /// <summary>How a person finds a column, such as <c>GPIO 12</c> or <c>GPB0</c>.</summary>
    string NameOfColumn(int column);
}
