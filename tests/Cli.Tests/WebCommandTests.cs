using System.Text.RegularExpressions;
using HilBench.Cli.Tests.Fixture;

namespace HilBench.Cli.Tests;

/// <summary>The panel as somebody starts it; what its pages do is in tests/Web.Tests.</summary>
public sealed partial class WebCommandTests : TempFolder
{
    [Theory]
    [InlineData(HilbenchProcess.Sigint)]
    [InlineData(HilbenchProcess.Sigterm)]
    public async Task It_says_where_it_is_serves_the_meter_and_ends_when_it_is_asked_to(int signal)
    {
        using var panel = HilbenchProcess.Start(Folder, "web", "--port", "0", "--history", "none");
        var address = Address().Match(panel.ReadLine()).Value;
        using var client = new HttpClient();
        await Shows(client, address, "<svg class=\"glass dots\"");
        panel.Signal(signal);
        var said = panel.Finish();
        Assert.Equal((0, ""), (said.ExitCode, said.Error));
    }

    [Fact]
    public void A_second_one_on_the_port_is_one_line_and_exit_code_2()
    {
        using var first = HilbenchProcess.Start(Folder, "web", "--port", "0", "--history", "none");
        var port = new Uri(Address().Match(first.ReadLine()).Value).Port;
        using var second = HilbenchProcess.Start(Folder, "web", "--port", $"{port}", "--history", "none");
        var said = second.Finish();
        Assert.Equal(2, said.ExitCode);
        Assert.Matches($"^hilbench web: port {port} cannot be opened \\([^\\n]*\\n$", said.Error);
        first.Signal(HilbenchProcess.Sigint);
        Assert.Equal(0, first.Finish().ExitCode);
    }

    [Theory]
    [InlineData("--listen \"me\" is no address", "web", "--listen", "me")]
    [InlineData("--port is \"70000\"; allowed: a whole number from 0 to 65535", "web", "--port", "70000")]
    [InlineData("nonsense", "web", "--rig", "nonsense")]
    public void What_makes_no_sense_is_told_before_anything_is_opened(string says, params string[] words)
    {
        var said = Hilbench.Run(Folder, words);
        Assert.Equal(2, said.ExitCode);
        Assert.Contains(says, said.Error);
        Assert.DoesNotContain('\n', said.Error.TrimEnd());
    }

    /// <summary>The page is there before the meter is.</summary>
    private static async Task Shows(HttpClient client, string address, string what)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(HilbenchProcess.Patience);
        while (!(await client.GetStringAsync(address, patience.Token)).Contains(what, StringComparison.Ordinal))
            await Task.Delay(50, patience.Token);
    }

    [GeneratedRegex(@"http://localhost:\d+/")]
    private static partial Regex Address();
}
