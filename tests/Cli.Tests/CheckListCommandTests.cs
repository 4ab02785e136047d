using System.Globalization;
using System.Text.Json;
using HilBench.Cli.Tests.Fixture;

namespace HilBench.Cli.Tests;

public sealed class CheckListCommandTests : TempFolder
{
    [Fact]
    public void A_list_with_nothing_wrong_ends_with_zero_and_says_what_was_looked_at()
    {
        Write("u.csv", "Meter No;SGC;Owner\r\n07000000013;123456;\"O'Neill; J\"\r\n");
        var said = Run("check-list", "u.csv");
        Assert.Equal(0, said.ExitCode);
        Assert.Equal(
            [
                "1 meter: nothing found", "looked at: meter number (Meter No), supply group (SGC)",
                "no column for: tariff index, key revision, key type, base date, key expiry", "not looked at: Owner",
            ],
            said.OutLines);
    }

    [Fact]
    public void The_first_hundred_findings_are_shown_and_all_are_counted()
    {
        Write("u.csv", "meter,krn\n" + string.Concat(Enumerable.Range(0, 120).Select(
            i => $"{i.ToString("D4", CultureInfo.InvariantCulture)},{(i < 30 ? 0 : 1)}\n")));
        var said = Run("check-list", "u.csv");
        Assert.Equal(1, said.ExitCode);
        Assert.Equal("u.csv:2: meter number 0000 has 4 digits; allowed: 11 or 13 digits, or a PAN of 18 [meter-number]",
            said.OutLines[0]);
        Assert.Equal(
            [
                "… and 50 more; --all shows every one", "         120  meter-number", "          30  key-revision",
                "120 meters: 150 findings",
            ],
            said.OutLines.Skip(100).Take(4));
        Assert.Equal(150, Run("check-list", "u.csv", "--all").OutLines.Count(line => line.StartsWith("u.csv:")));
    }

    [Fact]
    public void Other_programs_get_one_document()
    {
        Write("u.csv", "meter\n1\n\"2\"\n");
        var said = Run("check-list", "u.csv", "--json");
        Assert.Equal(1, said.ExitCode);
        using var document = JsonDocument.Parse(said.Out);
        Assert.Equal(2, document.RootElement.GetProperty("counts").GetProperty("meter-number").GetInt32());
        Assert.Equal([2, 3], document.RootElement.GetProperty("findings").EnumerateArray()
            .Select(finding => finding.GetProperty("line").GetInt32()));
    }

    [Fact]
    public void A_column_is_what_the_user_says_it_is()
    {
        Write("u.csv", "a,b\n07000000013,0\n");
        var said = Run("check-list", "u.csv", "--column", "meter number=A", "--column", "krn=b");
        Assert.StartsWith("u.csv:2: key revision is \"0\"; allowed: 1 to 9 [key-revision]\n", said.Out);
    }

    [Theory]
    [InlineData("colour=a", "--column is \"colour=a\"; allowed: FIELD=HEADER with one of meter number, supply group, ")]
    [InlineData("key revison=a", "--column is \"key revison=a\"; did you mean \"key revision\"? allowed: FIELD=HEADER")]
    [InlineData("meter", "--column is \"meter\"; ")]
    [InlineData("meter=", "--column is \"meter=\"; ")]
    public void A_column_that_names_nothing_is_refused(string column, string told)
    {
        Write("u.csv", "a\n1\n");
        Complaint.Begins($"hilbench check-list: {told}", Run("check-list", "u.csv", "--column", column));
    }

    [Fact]
    public void A_file_that_is_none_is_one_line_and_nothing_else()
    {
        Complaint.Is("nowhere.csv: there is no such file", Run("check-list", "nowhere.csv"));
        Complaint.Is($"{Folder}: is a folder; it must be a file", Run("check-list", Folder));
        Write("no.csv", "a,b\n1,2\n");
        Complaint.Begins("no.csv:1: no column holds the meter number", Run("check-list", "no.csv"));
        Complaint.Begins("no.csv:1: no column holds the meter number", Run("check-list", "no.csv", "--json"));
    }
}
