namespace HilBench.Chips.Tests.Keypad;

/// <summary>
/// Compares what a scan sees with the slowest possible model of a network of wires, a walk over its graph.
/// </summary>
public sealed class GhostProperties
{
    private static readonly Gen<string> HeldKeys =
        Gen.Bool.Array[12].Select(held => string.Concat("123456789*0#".Where((_, i) => held[i])));

    [Fact]
    public void Without_diodes_a_scan_sees_exactly_the_wires_that_are_connected() =>
        Gen.Select(HeldKeys, Gen.Bool).Sample((held, driveRows) => Agrees(held, driveRows, KeypadDiodes.None));

    [Fact]
    public void With_diodes_a_scan_sees_exactly_the_wires_current_can_flow_between() =>
        Gen.Select(HeldKeys, Gen.Bool, Gen.Bool).Sample((held, driveRows, toRow) =>
            Agrees(held, driveRows, toRow ? KeypadDiodes.ColumnToRow : KeypadDiodes.RowToColumn));

    [Fact]
    public void Opening_contacts_again_in_any_order_leaves_no_connection_behind() =>
        Gen.Select(HeldKeys, Gen.Int[0, 1000]).Sample((held, order) =>
        {
            var bench = new KeypadBench();
            foreach (char key in held) bench.Keypad.Hold(key);
            foreach (char key in held.OrderBy(key => (key * 31 + order) % 17)) bench.Keypad.Release(key);
            return bench.Scan() == "";
        });

    private static bool Agrees(string held, bool driveRows, KeypadDiodes diodes)
    {
        var bench = new KeypadBench(diodes: diodes);
        foreach (char key in held) bench.Keypad.Hold(key);
        return bench.Scan(driveRows) == NaiveScan(held, driveRows, diodes) && bench.Board.Findings.Total == 0;
    }

    private static string NaiveScan(string held, bool driveRows, KeypadDiodes diodes)
    {
        string seen = "";
        foreach (char key in "123456789*0#")
        {
            (int row, int column) = KeyLegend.Telephone.PlaceOf(key);
            string low = driveRows ? $"r{row}" : $"c{column}";
            string pulledUp = driveRows ? $"c{column}" : $"r{row}";
            if (Walk(pulledUp, held, diodes).Contains(low)) seen += key;
        }

        return seen;
    }

    /// <summary>All wires that current from <paramref name="start"/> can reach.</summary>
    private static HashSet<string> Walk(string start, string held, KeypadDiodes diodes)
    {
        var reached = new HashSet<string> { start };
        var open = new Queue<string>(reached);
        while (open.TryDequeue(out string? wire))
        {
            foreach (char key in held)
            {
                (int row, int column) = KeyLegend.Telephone.PlaceOf(key);
                bool fromRow = wire == $"r{row}" && diodes != KeypadDiodes.ColumnToRow;
                bool fromColumn = wire == $"c{column}" && diodes != KeypadDiodes.RowToColumn;
                if (fromRow && reached.Add($"c{column}")) open.Enqueue($"c{column}");
                if (fromColumn && reached.Add($"r{row}")) open.Enqueue($"r{row}");
            }
        }

        return reached;
    }
}
