namespace HilBench.Chips;

/// <summary>Whether every key has a diode in series, and which way it points (anode to cathode).</summary>
public enum KeypadDiodes
{
    None,

    /// <summary>Fits a scanner that drives rows low and reads pulled-up columns.</summary>
    ColumnToRow,

    /// <summary>
    /// Fits a scanner that drives columns low and reads pulled-up rows (or rows high into pull-downs).
    /// </summary>
    RowToColumn,
}
