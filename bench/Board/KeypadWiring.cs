namespace HilBench.Board;

/// <summary>
/// Which pins the rows and columns hang on and what is printed on the keys. <paramref name="Legend"/> has one string
/// for each row and one character for each column; none at all = what the meter's profile says.
/// </summary>
public sealed record KeypadWiring(IReadOnlyList<int> Rows, IReadOnlyList<int> Columns, IReadOnlyList<string> Legend)
{
    /// <summary>The expander whose lines these are; null = pins of the processor.</summary>
    public ExpanderWiring? Expander { get; init; }

    /// <summary>The processor's pins among them, inputs first.</summary>
    public IReadOnlyList<int> Inputs => Expander is null ? Columns : Expander.Interrupt is { } pin ? [pin] : [];

    public IReadOnlyList<int> Outputs => Expander is null ? Rows : [];

    /// <summary>The telephone pad of most meters.</summary>
    public static IReadOnlyList<string> TelephonePad { get; } = ["123", "456", "789", "*0#"];

    /// <summary>Largest pad the scanner has room for.</summary>
    public const int MostRows = 8;

    public const int MostColumns = 8;

    /// <summary>With the legend of a meter's pad, where the wiring has none of its own.</summary>
    public KeypadWiring LegendOr(IReadOnlyList<string> pad) => Legend.Count > 0 ? this : this with { Legend = pad };

    /// <summary>What is wrong with this wiring, or null.</summary>
    public string? Problem()
    {
        if (Rows.Count is 0 or > MostRows) return $"a keypad has 1 to {MostRows} rows, not {Rows.Count}";
        if (Columns.Count is 0 or > MostColumns) return $"a keypad has 1 to {MostColumns} columns, not {Columns.Count}";
        if (Rows.Concat(Columns).Distinct().Count() != Rows.Count + Columns.Count) return "a pin is used twice";
        if (ExpanderProblem() is { } problem) return problem;
        if (Legend.Count == 0) return null;
        if (Legend.Count != Rows.Count) return $"the legend has {Legend.Count} rows, the wiring {Rows.Count}";
        foreach (var row in Legend)
        {
            if (row.Length != Columns.Count) return $"legend row \"{row}\" must have {Columns.Count} keys";
        }

        var keys = string.Concat(Legend);
        return keys.Distinct().Count() == keys.Length ? null : "the legend names a key twice";
    }

    private string? ExpanderProblem()
    {
        if (Expander is null) return null;
        if (Expander.Address is < 0x20 or > 0x27)
            return $"no MCP23017 answers to 0x{Expander.Address:X2}; allowed: 0x20 to 0x27";
        var last = Rows.Concat(Columns).Max();
        if (last >= ExpanderWiring.Lines) return $"an MCP23017 has lines 0 to {ExpanderWiring.Lines - 1}, not {last}";
        var deaf = Columns.Where(line => ExpanderWiring.OutputOnly.Contains(line)).ToArray();
        return deaf.Length == 0
            ? null
            : $"{ExpanderWiring.NameOf(deaf[0])} cannot be an input on newer chips, so it cannot be a column";
    }
}
