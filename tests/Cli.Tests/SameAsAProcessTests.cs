using HilBench.Cli.Tests.Fixture;

namespace HilBench.Cli.Tests;

/// <summary>
/// Most tests of the command line run it inside their own process. What is said there must be what a process says, to
/// the byte: this is what lets the other tests speak for the program.
/// </summary>
public sealed class SameAsAProcessTests : TempFolder
{
    [Theory]
    [InlineData("--help")]
    [InlineData("--version")]
    [InlineData("rig show --help")]
    [InlineData("vned")]
    [InlineData("meter")]
    [InlineData("run gone.feature --report out")]
    [InlineData("run sub/red.feature unproved.feature green.feature --seed 5 --report out")]
    [InlineData("vend", Samples.TestLine + "\r\n\u00e9\n" + Samples.TestLine)]
    [InlineData("decode --sta-tables gone", Samples.TestLine)]
    [InlineData("meter --rig none --script -", Samples.MeterLine + "\n{\"keys\":\"12\"}\n{\"wait\":\"5\"}")]
    public void A_run_inside_the_tests_says_what_a_process_says(string command, string input = "")
    {
        Write("sub/red.feature", Samples.Red);
        Write("unproved.feature", Samples.Unproved);
        Write("green.feature", Samples.Green);
        var words = command.Split(' ');
        var process = HilbenchProcess.Feed(Folder, input, words);
        Assert.NotEmpty(process.Out + process.Error);
        Assert.Equal(process, Hilbench.Feed(Folder, input, words));
    }
}
