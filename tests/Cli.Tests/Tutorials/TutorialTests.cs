using System.Net;
using System.Net.Sockets;
using HilBench.Cli.Tests.Fixture;

namespace HilBench.Cli.Tests.Tutorials;

/// <summary>Whoever follows a page of docs/tutorials to the letter sees what it shows.</summary>
public sealed class TutorialTests : TempFolder
{
    [Theory]
    [InlineData("tester.md")]
    [InlineData("lab.md")]
    [InlineData("ci.md")]
    public void What_a_tutorial_shows_is_what_happens(string page)
    {
        // The page names a port; two tests at once need two.
        var text = File.ReadAllText(Path.Combine(Pages, page)).Replace("24222", $"{FreePort()}");
        var steps = Tutorial.Read(text);
        Assert.True(steps.Count > 8, $"Only {steps.Count} steps were found.");
        using var walk = new TutorialWalk(Folder);
        for (var at = 0; at < steps.Count; at++)
        {
            var asksNext = at + 1 < steps.Count && steps[at + 1].Text == "echo $?";
            var wrong = walk.Take(steps[at], asksNext);
            Assert.True(wrong is null, $"docs/tutorials/{page}:{steps[at].Line}: {wrong}");
        }

        walk.End();
    }

    [Fact]
    public void A_page_is_read_as_files_commands_and_what_they_say()
    {
        var steps = Tutorial.Read("""
            Save this as `a.txt`, please:

            ```
            one
            ```

            ```
            $ cat a.txt
            one
            $ false
            $ echo $?
            1
            ```

            ```
            only to be read
            ```
            """);
        Assert.Equal(["a.txt", null, null, null], steps.Select(step => step.File));
        Assert.Equal(["one\n", "cat a.txt", "false", "echo $?"], steps.Select(step => step.Text));
        Assert.Equal([4, 8, 10, 11], steps.Select(step => step.Line));
    }

    [Theory]
    [InlineData("two", "does not say \"two\"")]
    [InlineData("o…x", "does not say \"o…x\"")]
    [InlineData("o…e", null)]
    public void What_is_not_shown_as_it_is_said_is_told(string shown, string? told)
    {
        using var walk = new TutorialWalk(Folder);
        var wrong = walk.Take(new TutorialStep(1, null, "echo one", [shown]), mayFail: false);
        Assert.Equal(told is not null, wrong is not null);
        Assert.Contains(told ?? "", wrong ?? "");
        Assert.Contains("ended with 1", walk.Take(new TutorialStep(1, null, "false", []), mayFail: false));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string Pages
    {
        get
        {
            var folder = AppContext.BaseDirectory;
            while (!File.Exists(Path.Combine(folder, "HilBench.sln"))) folder = Path.GetDirectoryName(folder)!;
            return Path.Combine(folder, "docs", "tutorials");
        }
    }
}
