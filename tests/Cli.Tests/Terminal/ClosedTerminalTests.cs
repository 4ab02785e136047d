using HilBench.Cli.Tests.Fixture;

namespace HilBench.Cli.Tests.Terminal;

/// <summary>Somebody closes the window of a program that is still at work in it.</summary>
public sealed class ClosedTerminalTests : TempFolder
{
    private const string Pty = "/usr/bin/script";

    /// <summary>
    /// script(1) is the terminal; killing it closes it. The shell in it outlives that to write down how its child
    /// ended: 134 was an abort, and nothing at all a program that went on for ever.
    /// </summary>
    [Theory]
    [InlineData("meter", "q quit", ":")]
    [InlineData("meter --rig none", "q quit", "")]
    [InlineData("panel", "Ctrl-C ends", ":")]
    [InlineData("panel", "Ctrl-C ends", "")]
    [InlineData("meter --token-port pty", "glass: 10.0 kWh", ":")]
    [InlineData("meter --token-port pty", "glass: 10.0 kWh", "")]
    public async Task A_program_ends_quietly_when_its_terminal_is_closed(string command, string begun, string trap)
    {
        Assert.SkipUnless(File.Exists(Pty), "needs script(1) of util-linux");
        var handled = trap.Length == 0 ? "trap '' HUP" : $"trap {trap} HUP";
        using var terminal = HilbenchProcess.StartShell(
            Folder,
            $"TERM=xterm exec {Pty} -qec \"stty cols 80 rows 24; {handled}; {HilbenchProcess.InShell} {command}; "
            + "echo \\$? > ended.part; mv ended.part ended\" /dev/null");
        terminal.ReadUntil(begun);
        terminal.Signal(HilbenchProcess.Sigkill);

        var giveUp = DateTime.UtcNow + HilbenchProcess.Patience;
        while (!File.Exists(PathOf("ended")) && DateTime.UtcNow < giveUp)
            await Task.Delay(20, TestContext.Current.CancellationToken);
        Assert.True(File.Exists(PathOf("ended")), "it is still at work");
        Assert.Equal("0\n", await File.ReadAllTextAsync(PathOf("ended"), TestContext.Current.CancellationToken));
    }
}
