using HilBench.Cli.Tests.Fixture;
using static HilBench.Cli.Tests.Fixture.Samples;

namespace HilBench.Cli.Tests;

/// <summary>What `vend`, `decode` and `meter --script` have in common: lines in, lines out.</summary>
public sealed class LineCommandTests : TempFolder
{
    private const string TestAnswer = "{\"token\":\"" + TestToken + "\"}";

    [Theory]
    [InlineData("vend --requests gone", "gone: there is no such file")]
    [InlineData("decode --requests .", ".: is a folder; it must be a file")]
    [InlineData("meter --script gone", "gone: there is no such file")]
    [InlineData("vend --sta-tables gone", "gone: there is no such file")]
    [InlineData("decode --sta-tables half.json", "half.json:2: not JSON: ")]
    [InlineData("decode --sta-tables short.json", "short.json:1: \"sub2\" is missing")]
    [InlineData(
        "meter --script - --sta-tables typo.json", "typo.json:2: unknown setting \"prem\"; did you mean \"perm\"?")]
    [InlineData("meter --script - --rig virtul", "there is no rig \"virtul\"; did you mean \"virtual\"? allowed: ")]
    [InlineData(
        "meter --script - --profile genric",
        "there is no profile \"genric\"; did you mean \"generic\"? allowed: acceptance, clou, conlog, generic")]
    [InlineData("meter --script - --profile typo.json", "typo.json:1: unknown setting \"sub1\"; allowed: ")]
    public void A_file_that_cannot_be_used_is_one_line_and_no_answer(string command, string complaint)
    {
        Write("half.json", "{\n");
        Write("short.json", "{\"sub1\":[1]}");
        Write("typo.json", "{\"sub1\":[1],\n\"prem\":[1]}");
        Complaint.Begins(complaint, Feed(TestLine, command.Split(' ')));
    }

    [Theory]
    [InlineData("vend")]
    [InlineData("decode")]
    public void Nothing_in_is_nothing_out(string command) =>
        Assert.Equal(new Said(0, "", ""), Run(command.Split(' ')));

    [Fact]
    public void A_byte_order_mark_Windows_line_ends_and_a_last_line_without_end_change_nothing()
    {
        var said = Feed("\uFEFF" + TestLine + "\r\n" + TestLine, "vend");
        Assert.Equal(new Said(0, $"{TestAnswer}\n{TestAnswer}\n", ""), said);

        Write("windows.jsonl", "\uFEFF" + MeterLine + "\r\n{\"keys\":\"12\"}\r\n");
        said = Run("meter", "--rig", "none", "--script", "windows.jsonl");
        Assert.Equal((0, 2), (said.ExitCode, said.OutLines.Count));
        Assert.DoesNotContain('\r', said.Out);
    }

    [Theory]
    [InlineData("a\r\nb\rc\n\nd", 5)]
    [InlineData("a\n", 1)]
    [InlineData("\n\r\n", 2)]
    public void Each_line_gets_an_answer_however_it_ends(string text, int answers) =>
        Assert.Equal(answers, Feed(text, "decode").OutLines.Count);

    [Fact]
    public void A_line_without_end_is_refused_without_being_kept_and_the_next_one_is_answered()
    {
        var said = Feed(new string('x', 200_000) + "\r\n" + TestLine, "vend");
        Assert.Equal(
            new Said(2, $"{{\"error\":\"a line has at most 65536 characters\"}}\n{TestAnswer}\n", ""), said);
        var padded = TestLine + new string(' ', 65_536 - TestLine.Length);
        Assert.Equal(new Said(0, $"{TestAnswer}\n", ""), Feed(padded, "vend"));
    }

    [Theory]
    [InlineData("vend")]
    [InlineData("rig list")]
    public void A_closed_standard_output_is_one_line(string command)
    {
        var said = HilbenchProcess.Shell(Folder, $"echo '{TestLine}' | dotnet {HilbenchProcess.Program} {command} >&-");
        Assert.Equal(
            (2, "hilbench: cannot write to standard output: Bad file descriptor\n"), (said.ExitCode, said.Error));
    }

    [Fact]
    public void Each_line_is_answered_before_the_next_is_asked()
    {
        using var vend = HilbenchProcess.Start(Folder, "vend");
        Assert.Equal(TestAnswer, vend.Converse(TestLine));
        Assert.Equal("{\"error\":\"the line is empty\"}", vend.Converse(""));
        Assert.Equal(TestAnswer, vend.Converse(TestLine));
        Assert.Equal(new Said(2, "", ""), vend.Finish());
    }

    [Theory]
    [InlineData("1")]
    [InlineData("7")]
    public void A_long_file_is_answered_line_by_line_in_order_by_any_number_of_cores(string jobs)
    {
        string Line(int i) => i % 1000 == 999
            ? $"{{\"kind\":\"test\",\"sub\":0,\"control\":\"8\",\"mfr\":0,\"n\":{i}}}"
            : $"{{\"kind\":\"test\",\"sub\":0,\"control\":\"8\",\"mfr\":{i % 100}}}";
        const int lines = 20_000;
        Write("long.jsonl", string.Join('\n', Enumerable.Range(0, lines).Select(Line)));
        var said = Run("vend", "--requests", "long.jsonl", "--jobs", jobs);
        Assert.Equal((2, ""), (said.ExitCode, said.Error));
        var answers = said.OutLines;
        Assert.Equal(lines, answers.Count);
        var first = answers.Take(100).ToArray();
        Assert.Equal(100, first.Distinct().Count());
        Assert.All(Enumerable.Range(0, lines), i => Assert.True(i % 1000 == 999
            ? answers[i].StartsWith("{\"error\":\"n: unknown field")
            : answers[i] == first[i % 100], $"line {i}: {answers[i]}"));
    }

    [Fact]
    public void A_reader_of_a_long_files_answers_may_go_before_the_end()
    {
        Write("long.jsonl", string.Join('\n', Enumerable.Repeat(TestLine, 20_000)));
        var said = HilbenchProcess.Shell(
            Folder, $"{HilbenchProcess.InShell} vend --requests long.jsonl --jobs 2 | head -n 1");
        Assert.Equal((1, ""), (said.OutLines.Count, said.Error));
    }

    [Theory]
    [InlineData("vend")]
    [InlineData("meter --rig none --script -")]
    public void A_reader_that_has_seen_enough_ends_the_program_quietly(string command)
    {
        Write("line", command == "vend" ? TestLine : MeterLine);
        var said = HilbenchProcess.Shell(
            Folder, $"yes \"$(cat line)\" 2>/dev/null | {HilbenchProcess.InShell} {command} | head -n 1");
        Assert.Equal((1, ""), (said.OutLines.Count, said.Error));
    }

    [Theory]
    [InlineData("steps | head -n 1")]
    [InlineData("rig schema | head -n 1")]
    [InlineData("run red.feature | head -n 1")]
    [InlineData("run --help | head -n 1")]
    public void No_command_minds_a_reader_that_goes(string line)
    {
        Write("red.feature", Red);
        var said = HilbenchProcess.Shell(Folder, $"{HilbenchProcess.InShell} {line}");
        Assert.Equal((0, ""), (said.ExitCode, said.Error));
        Assert.Single(said.OutLines);
    }

    [Theory]
    [InlineData("vend")]
    [InlineData("steps")]
    public void Answers_that_fit_on_no_disk_are_not_lost_in_silence(string command)
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "/dev/full is a device of Linux");
        var said = HilbenchProcess.Shell(
            Folder, $"echo '{TestLine}' | {HilbenchProcess.InShell} {command} >/dev/full");
        Complaint.Is("hilbench: cannot write to standard output: No space left on device", said);
    }
}
