using HilBench.Cli.Tests.Fixture;

namespace HilBench.Cli.Tests;

/// <summary>Standard input that is none.</summary>
public sealed class StandardInputTests : TempFolder
{
    private const string Closed = "standard input: cannot be read: it is closed; connect a file, a pipe or a terminal";

    /// <summary>One process each, and all in one shell: what they have in common is that they used to wait.</summary>
    [Fact]
    public void A_command_that_reads_says_so_when_standard_input_cannot_be_read()
    {
        (string Line, string Said)[] cases =
        [
            ("vend <&-", Closed),
            ("vend <&- >&-", Closed),
            ("meter --script - <&-", Closed),
            ("panel <&-", Closed),
            (
                "meter <&-",
                "hilbench meter: the meter can only be drawn in a terminal; "
                    + "without one, use --script FILE or --script -"),
            ("decode < .", "standard input: cannot be read: Is a directory"),
            ("vend 0>written", "standard input: cannot be read: Bad file descriptor"),
        ];
        var lines = cases.Select(one => $"timeout 20 {HilbenchProcess.InShell} {one.Line}; echo $?");
        var said = HilbenchProcess.Shell(Folder, string.Join('\n', lines));
        Assert.Equal(cases.Select(one => one.Said), said.ErrorLines);
        Assert.Equal(cases.Select(_ => "2"), said.OutLines);
    }

    [Theory]
    [InlineData("vend --requests /dev/zero")]
    [InlineData("decode --requests /dev/zero --jobs 2")]
    [InlineData("meter --rig none --script /dev/zero")]
    public void A_file_without_end_and_without_lines_is_refused(string command)
    {
        Assert.SkipUnless(File.Exists("/dev/zero"), "/dev/zero is a device of Linux");
        Complaint.Is(
            "/dev/zero:1: the line is longer than 16 MB; a request is one line of at most 65536 characters",
            Run(command.Split(' ')));
    }

    [Theory]
    [InlineData("", "\"\": the name of the file is empty")]
    [InlineData("a\nb", "a b: there is no such file")]
    public void A_name_of_no_file_is_told_as_it_was_given(string name, string complaint) =>
        Complaint.Begins(complaint, Run("vend", "--requests", name));
}
