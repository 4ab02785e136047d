namespace HilBench.Scenarios.Tests.Binding;

public sealed class DataTableTests
{
    private static readonly DataTable Table = Trial.Read(
        Trial.Scenario("Given a table:", "| name | value |", "| a | 1 |", "| b \\| c | |"))[0].Steps[0].Table!;

    [Fact]
    public void A_table_has_a_header_and_rows_below_it()
    {
        Assert.Equal(["name", "value"], Table.Header);
        Assert.Equal(2, Table.RowCount);
        Assert.Equal(["a", "b | c"], Table.Rows.Select(row => row["name"]));
        Assert.Equal(["1", ""], Table.Rows.Select(row => row[1]));
        Assert.Equal("b | c", Table.Rows[1][0]);
    }

    [Fact]
    public void A_table_knows_its_columns()
    {
        Assert.True(Table.ContainsColumn("value"));
        Assert.False(Table.ContainsColumn("Value"));
        Assert.True(Table.Rows[0].ContainsKey("name"));
        Assert.False(Table.Rows[0].ContainsKey("a"));
    }

    [Fact]
    public void A_row_is_read_by_column()
    {
        var row = Table.Rows[0];
        Assert.Equal(["name", "value"], row.Keys);
        Assert.Equal(["a", "1"], row.Values);
        Assert.Equal(2, row.Count);
        Assert.True(row.TryGetValue("value", out var value));
        Assert.Equal("1", value);
        Assert.False(row.TryGetValue("colour", out _));
    }

    [Fact]
    public void A_column_that_is_not_there_is_answered_with_those_that_are() => Assert.Equal(
        "the table has no column \"colour\": it has name, value",
        Assert.Throws<FormatException>(() => Table.Rows[0]["colour"]).Message);

    [Fact]
    public void A_row_as_wide_as_the_header_can_be_added_and_no_other()
    {
        var table = new DataTable("x", "y");
        table.AddRow("1", "2");
        Assert.Equal("2", Assert.Single(table.Rows)["y"]);
        Assert.Throws<ArgumentException>(() => table.AddRow("1"));
    }
}
