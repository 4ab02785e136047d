using HilBench.Cli.Tests.Fixture;

namespace HilBench.Cli.Tests;

/// <summary>The meter in a terminal, driven through a pseudo-terminal by script(1).</summary>
public sealed class InteractiveMeterTests : TempFolder
{
    private const string Pty = "/usr/bin/script";

    [Fact]
    public void Keys_reach_the_meter_and_its_glass_is_drawn()
    {
        Assert.SkipUnless(File.Exists(Pty), "needs script(1) of util-linux");
        using var meter = StartInTerminal("meter");
        var picture = meter.ReadUntil("q quit");
        Assert.Contains("HilBench meter on rig virtual", picture);
        Assert.Contains("│ 10.0 kWh         │", picture);
        Assert.Contains("1844 6744 0738 4377 2416   test 4: the key revision", picture);

        Type(meter, "12");
        meter.ReadUntil("│ 12               │");
        Type(meter, "\u007f\u007f18446744073843772416\r");
        meter.ReadUntil("│ Accept           │");
        meter.ReadUntil("│ 1                │");

        Type(meter, "m");
        meter.ReadUntil("mains off");
        Type(meter, "7");
        meter.ReadUntil("key '7' was not delivered: the mains is off");
        Type(meter, "mxé\u001b[A");
        meter.ReadUntil("mains on");
        Type(meter, "q");
        Assert.Equal(0, meter.Finish().ExitCode);
    }

    [Fact]
    public void Ctrl_C_leaves_the_terminal_as_it_was()
    {
        Assert.SkipUnless(File.Exists(Pty), "needs script(1) of util-linux");
        using var meter = StartInTerminal("meter --rig none");
        meter.ReadUntil("q quit");
        Type(meter, "\u0003");
        Assert.Contains("\u001b[?25h", meter.ReadUntil("ended"));
    }

    [Fact]
    public void A_run_in_a_terminal_ends_with_a_table_and_the_same_line()
    {
        Assert.SkipUnless(File.Exists(Pty), "needs script(1) of util-linux");
        Write("green.feature", Samples.Green);
        using var run = StartInTerminal("run green.feature");
        var said = run.Finish();
        Assert.Contains("verdicts", said.Out);
        Assert.Contains("1 scenario on rig virtual, seed 1: 1 passed", said.Out);
    }

    // The terminal's Ctrl-C goes to the shell as well: the trap lets it live to say that its child has ended.
    private HilbenchProcess StartInTerminal(string command) => HilbenchProcess.StartShell(
        Folder,
        $"TERM=xterm {Pty} -qec \"stty cols 120 rows 40; trap : INT; {HilbenchProcess.InShell} {command}; "
        + "r=\\$?; echo ended; exit \\$r\" /dev/null");

    private static void Type(HilbenchProcess meter, string keys)
    {
        meter.In.Write(keys);
        meter.In.Flush();
    }
}
