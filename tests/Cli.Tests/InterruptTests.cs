using System.Text;
using System.Xml.Linq;
using HilBench.Cli.Tests.Fixture;

namespace HilBench.Cli.Tests;

/// <summary>Ctrl-C and SIGTERM in the middle of things.</summary>
public sealed class InterruptTests : TempFolder
{
    /// <summary>A year each: far more than any machine runs before the signal arrives.</summary>
    private const int Many = 1000;

    [Theory]
    [InlineData(HilbenchProcess.Sigint)]
    [InlineData(HilbenchProcess.Sigterm)]
    public async Task A_run_that_is_stopped_ends_soon_and_still_writes_its_report(int signal)
    {
        Write("long.feature", Long());
        using var run = HilbenchProcess.Start(Folder, "run", "long.feature", "--report", "out", "--jobs", "2");
        await Begins(run);

        run.Signal(signal);
        var said = run.Finish();
        Assert.Equal((130, ""), (said.ExitCode, said.Error));
        Assert.Matches($@"^{Many} scenarios on rig virtual, seed 1: (\d+ passed, )?\d+ aborted$", said.OutLines[^1]);

        var suites = XDocument.Load(PathOf("out/junit.xml")).Root!;
        Assert.Equal(Many, suites.Descendants("testcase").Count());
        var skipped = suites.Descendants("skipped").ToArray();
        Assert.NotEmpty(skipped);
        Assert.All(skipped, element => Assert.Equal("Aborted", element.Attribute("message")!.Value));
        Assert.Equal(
            ["junit.xml", "messages.ndjson", "report.html", "run.json"],
            Directory.EnumerateFileSystemEntries(PathOf("out")).Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task A_century_that_passes_in_one_step_can_be_stopped()
    {
        Write("century.feature", """
            Feature: Long
              Scenario Outline: A century
                When the load draws 2000 W from now on
                And <days> days pass
                Examples:
                  | days  |

            """ + string.Concat(Enumerable.Repeat("      | 36500 |\n", 400)));
        using var run = HilbenchProcess.Start(Folder, "run", "century.feature", "--report", "out", "--jobs", "2");
        await Begins(run);

        run.Signal(HilbenchProcess.Sigint);
        var said = run.Finish();
        Assert.Equal((130, ""), (said.ExitCode, said.Error));
        Assert.Matches("400 scenarios on rig virtual, seed 1: .*aborted$", said.OutLines[^1]);
    }

    [Fact]
    public void A_program_that_waits_for_its_next_line_ends_at_Ctrl_C()
    {
        using var vend = HilbenchProcess.Start(Folder, "vend");
        Assert.Contains(Samples.TestToken, vend.Converse(Samples.TestLine));
        vend.Signal(HilbenchProcess.Sigint);
        Assert.Equal(new Said(130, "", ""), vend.AwaitEnd());
    }

    /// <summary>Scenarios run: what comes before them is not what is stopped here.</summary>
    private static async Task Begins(HilbenchProcess run)
    {
        var giveUp = DateTime.UtcNow + HilbenchProcess.Patience;
        while (!run.HasThread("scenarios 1") && DateTime.UtcNow < giveUp)
            await Task.Delay(20, TestContext.Current.CancellationToken);
    }

    private static string Long()
    {
        var text = new StringBuilder("""
            Feature: Long
              Scenario Outline: Turn <n>
                Given a 25.6 kWh credit token
                When the customer keys in the token
                Then the meter accepts it
                When the load draws 2000 W from now on
                And 365 days pass
                Examples:
                  | n |

            """);
        for (var i = 0; i < Many; i++) text.Append($"      | {i} |\n");
        return text.ToString();
    }
}
