using System.Text;
using HilBench.Input;
using HilBench.Lots.Uploads;

namespace HilBench.Lots.Tests.Uploads;

/// <summary>What is told of an upload file, and what is not.</summary>
public sealed class UploadCheckTests
{
    private const string Names = "meter number,supply group,tariff index,key revision,key type,base date,key expiry\n";
    private const string Good = "07000000014";

    private static readonly Dictionary<UploadField, string> NothingSaid = [];

    [Theory]
    [InlineData("07000000013,123456,01,1,2,1993,255")]
    [InlineData("0700000000013,123456,01,1,2,1993,255")]
    [InlineData("600727000000000009,123456,01,9,0,2035,0")]
    [InlineData(" 07000000013 ,\"123456\",\"01\", 1 ,2,2014-01-01,255")]
    [InlineData("07000000013,000000,00,1,3,14,255,and,more,columns")]
    public void A_meter_with_nothing_wrong_is_not_told(string line) => Assert.Empty(Told(Names + line + "\n"));

    [Theory]
    [InlineData("07000000014,123456,01,1,2,1993,255", "meter number 07000000014: its check digit must be 3, not 4")]
    [InlineData("0700000000010,123456,01,1,2,1993,255", "meter number 0700000000010: its check digit must be 3, not 0")]
    [InlineData("600727000000000008,123456,01,1,2,1993,1", "PAN 600727000000000008: its check digit must be 9, not 8")]
    [InlineData("600728000000000009,123456,01,1,2,1993,1", "PAN 600728000000000009 begins with neither "
        + "600727 nor 0000")]
    [InlineData("7000000013,123456,01,1,2,1993,1", "meter number 7000000013 has 10 digits; allowed: 11 or 13 digits, "
        + "or a PAN of 18; a zero in front may have been lost")]
    [InlineData("123,123456,01,1,2,1993,1", "meter number 123 has 3 digits; allowed: 11 or 13 digits, or a PAN of 18")]
    [InlineData(",123456,01,1,2,1993,1", "the meter number is empty; allowed: 11 or 13 digits, or a PAN of 18")]
    [InlineData("7.00E+09,123456,01,1,2,1993,1", "meter number \"7.00E+09\" was written by a spreadsheet in powers of "
        + "ten, and its last digits are lost; export the column as text")]
    [InlineData("0700000001x,123456,01,1,2,1993,1", "meter number \"0700000001x\" has characters that are no digits; "
        + "allowed: 11 or 13 digits, or a PAN of 18")]
    [InlineData("07000000013,12345,01,1,2,1993,1", "supply group is \"12345\"; allowed: 6 digits")]
    [InlineData("07000000013,123456,1,1,2,1993,1", "tariff index is \"1\"; allowed: 2 digits, such as 01")]
    [InlineData("07000000013,123456,01,0,2,1993,1", "key revision is \"0\"; allowed: 1 to 9")]
    [InlineData("07000000013,123456,01,10,2,1993,1", "key revision is \"10\"; allowed: 1 to 9")]
    [InlineData("07000000013,123456,01,,2,1993,1", "the key revision is empty; allowed: 1 to 9")]
    [InlineData("07000000013,123456,01,1,4,1993,1", "key type is \"4\"; allowed: 0 (DITK), 1 (DDTK), 2 (DUTK) or 3 "
        + "(DCTK)")]
    [InlineData("07000000013,123456,01,1,2,2024,1", "base date is \"2024\"; allowed: 1993, 2014 or 2035")]
    [InlineData("07000000013,123456,01,1,2,1993,256", "key expiry is \"256\"; allowed: 0 to 255")]
    [InlineData("07000000013,123456,01,1,2,1993,99999999999", "key expiry is \"99999999999\"; allowed: 0 to 255")]
    [InlineData("07000000013,123456", "the line has 2 columns; at least 7 are needed")]
    public void What_is_wrong_with_a_line_is_told_with_what_is_allowed(string line, string told) =>
        Assert.Equal([$"2: {told}"], Told(Names + line + "\n"));

    [Fact]
    public void A_meter_that_stands_there_twice_is_told_however_it_is_written() => Assert.Equal(
        [
            "4: meter number 00000000000 stands on line 2 already",
            "5: meter number 600727000000000009 stands on line 2 already",
        ],
        Told("meter\n00000000000\n0000000000000\n00000000000\n600727000000000009\n"));

    [Fact]
    public void A_revision_with_two_base_dates_in_a_supply_group_is_told_once_at_the_rarer() => Assert.Equal(
        [
            "4: warning: key revision 2 of supply group 123456 has several base dates: 2014 on 2 lines, 1993 on 1 line"
            + "; a vending key has one",
        ],
        Told("drn,sgc,krn,base\n07000000013,123456,2,2014\n07000000021,123456,2,2014\n07000000039,123456,2,1993\n"
            + "07000000047,654321,2,1993\n"));

    [Fact]
    public void A_later_revision_that_goes_back_to_an_earlier_base_date_is_told() => Assert.Equal(
        [
            "3: warning: key revision 2 of supply group 000001 has base date 1993, but revision 1 has 2014 already; "
            + "a later revision does not go back",
        ],
        Told("drn,sgc,krn,base\n07000000013,000001,1,2014\n07000000021,000001,2,1993\n"));

    [Theory]
    [InlineData("Meter No;SGC;KRN\r\n07000000014;12;0\r\n")]
    [InlineData("METER_NO\tsgc\tkrn\n07000000014\t12\t0")]
    [InlineData("\uFEFFmeter-no|S.G.C.|Key Revision\n\n07000000014|12|0\n\n\n")]
    [InlineData("\"Meter, the\"\" number\",drn,SGC,krn\r\"a,b\",\"07000000014\",12,0\r")]
    public void Any_usual_way_of_writing_such_a_file_is_read(string text) => Assert.Equal(
        ["check-digit", "key-revision", "supply-group"], [.. Findings(text).Select(one => one.Kind).Order()]);

    [Fact]
    public void A_line_break_in_quotes_does_not_shift_the_numbers_of_the_lines() => Assert.Equal(
        ["2: a quote opens a field here that goes on for a line more, and no meter is looked for in them; close it, or "
            + "write a quote that is meant as one twice within quotes",
         "2: meter number 1 has 1 digit; allowed: 11 or 13 digits, or a PAN of 18",
         "4: meter number 2 has 1 digit; allowed: 11 or 13 digits, or a PAN of 18"],
        Told("meter,remark\n1,\"two\nlines\"\n2,x\n"));

    [Fact]
    public void Columns_are_named_as_the_user_says()
    {
        var said = new Dictionary<UploadField, string> { [UploadField.Meter] = "zähler", [UploadField.BaseDate] = "B" };
        var told = Findings($"A,Zähler,b\n{Good},1,9\n", said);
        Assert.Equal(["meter-number", "base-date"], told.Select(one => one.Kind));
    }

    [Theory]
    [InlineData("", "u.csv:1: the file is empty; its first line must name the columns")]
    [InlineData("\n \n", "u.csv:1: the file has no first line that names the columns")]
    [InlineData("a,b\n1,2\n", "u.csv:1: no column holds the meter number; the columns are \"a\", \"b\"; say which with "
        + "--column \"meter number=HEADER\"")]
    [InlineData("meter,DRN\n1,2\n", "u.csv:1: 2 columns may be the meter number: \"meter\", \"DRN\"; say which with "
        + "--column \"meter number=HEADER\"")]
    [InlineData("07000000013,123456\n", "u.csv:1: the first line must name the columns, such as meter number,supply "
        + "group; it holds \"07000000013\"")]
    [InlineData("m\0e\0t\0e\0r\0\n", "u.csv:1: not text in UTF-8; save the file as CSV in UTF-8")]
    public void A_file_that_is_none_is_refused_in_one_line(string text, string told) =>
        Assert.Equal(told, Assert.Throws<SettingsException>(() => Findings(text)).Message);

    [Fact]
    public void A_file_in_another_encoding_is_refused_by_name() => Assert.Equal(
        "u.csv:1: the file is written in UTF-16 or UTF-32; save it as CSV in UTF-8",
        Assert.Throws<SettingsException>(() => Findings(Encoding.Unicode.GetPreamble(), NothingSaid)).Message);

    [Theory]
    [InlineData("nomber", "u.csv:1: no column \"nomber\" for the meter number; did you mean \"number\"? the columns "
        + "are \"number\", \"x\"")]
    public void A_column_that_is_not_there_is_told_with_the_nearest(string header, string told) => Assert.Equal(
        told, Assert.Throws<SettingsException>(() => Findings(
            "number,x\n", new Dictionary<UploadField, string> { [UploadField.Meter] = header })).Message);

    [Fact]
    public void A_quote_that_is_never_closed_is_told_with_the_line_before_it()
    {
        var text = "meter\n07000000013\n\"" + new string('x', 20_000_000);
        Assert.StartsWith(
            "u.csv:2: a line after this one has more than 16 million characters; a quote is not closed",
            Assert.Throws<SettingsException>(() => Findings(text)).Message);
    }

    [Fact]
    public void Bytes_that_are_no_text_are_told_on_their_line()
    {
        byte[] bytes = [.. "meter\n0700000"u8, 0xFF, .. "001\n07000000013\n\0\0\n"u8];
        Assert.Equal([2L, 4L], Findings(bytes, NothingSaid).Select(one => one.Line));
    }

    [Fact]
    public void A_check_that_is_stopped_ends_soon()
    {
        var text = new StringBuilder("meter\n");
        for (var i = 0; i < 10_000; i++) text.Append("1\n");
        using var stop = new CancellationTokenSource();
        var check = new UploadCheck("u.csv", _ => stop.Cancel());
        Assert.Throws<OperationCanceledException>(() => check.Run(
            new MemoryStream(Encoding.UTF8.GetBytes(text.ToString())), NothingSaid, stop.Token));
    }

    [Fact]
    public void The_end_says_what_was_looked_at_and_how_much_was_found()
    {
        var check = new UploadCheck("u.csv", _ => { });
        var result = check.Run(
            new MemoryStream("DRN,SGC,who\n1,1,x\n2,2,y\n"u8.ToArray()), NothingSaid,
            TestContext.Current.CancellationToken);
        Assert.Equal(2, result.Meters);
        Assert.Equal(4, result.Findings);
        Assert.Equal((2, 2), (result.Counts["meter-number"], result.Counts["supply-group"]));
        Assert.Equal(["DRN", "SGC"], result.Columns.Select(column => column.Header));
        Assert.Equal(5, result.NotThere.Count);
        Assert.Equal(["who"], result.NotLookedAt);
    }

    private static string[] Told(string text) => [.. Findings(text).Select(one => $"{one.Line}: {one.What}")];

    private static List<UploadFinding> Findings(string text, Dictionary<UploadField, string>? said = null) =>
        Findings(Encoding.UTF8.GetBytes(text), said ?? NothingSaid);

    private static List<UploadFinding> Findings(byte[] text, Dictionary<UploadField, string> said)
    {
        var found = new List<UploadFinding>();
        new UploadCheck("u.csv", found.Add).Run(new MemoryStream(text), said, TestContext.Current.CancellationToken);
        return found;
    }
}
