namespace HilBench.House.Tests;

/// <summary>A file is about one thing and short enough to be read at once.</summary>
public class SizeTests
{
    private const int MostLines = 400;
    private const int MostColumns = 120;

    /// <summary>Files that may be longer, each with its reason.</summary>
    private static readonly Dictionary<string, string> Longer = [];

    [Fact]
    public void No_source_file_is_longer_than_four_hundred_lines_without_a_reason()
    {
        var tooLong = House.Files(".cs")
            .Where(file => !file.EndsWith(".Tables.cs", StringComparison.Ordinal) && !Longer.ContainsKey(file))
            .Where(file => House.Lines(file).Length > MostLines);
        Assert.Empty(tooLong);
    }

    [Fact]
    public void Every_reason_for_a_long_file_is_still_needed()
    {
        Assert.All(Longer.Keys, file => Assert.True(House.Lines(file).Length > MostLines, file));
    }

    [Fact]
    public void No_source_line_is_wider_than_one_hundred_and_twenty_columns()
    {
        var wide = House.Files(".cs")
            .Where(file => !file.EndsWith(".Tables.cs", StringComparison.Ordinal))
            .SelectMany(file => House.Lines(file)
                .Select((line, index) => (Place: $"{file}:{index + 1}", line.Length))
                .Where(line => line.Length > MostColumns))
            .Select(line => line.Place);
        Assert.Empty(wide);
    }

    [Fact]
    public void A_feature_file_stays_readable_in_one_sitting()
    {
        Assert.All(House.Files(".feature"), file => Assert.InRange(House.Lines(file).Length, 5, 200));
    }

    [Fact]
    public void No_source_file_is_empty()
    {
        Assert.All(House.Files(".cs"), file => Assert.False(string.IsNullOrWhiteSpace(House.Text(file)), file));
    }
}
