using HilBench.Cli.Tests.Fixture;

namespace HilBench.Cli.Tests;

/// <summary>Two programs: a meter of ours behind its port, and a run that tests it like anybody else's meter.</summary>
public sealed class TokenPortRunTests : TempFolder
{
    private const string Feature = """
        Feature: A new key
          Scenario: The meter gets a new key
            Given a meter with key revision 1 on base date 1993
            And the two key change codes to key revision 2 on base date 2014
            When the customer keys in code 1
            And the customer keys in code 2
            Then the key revision is 2
        """;

    [Fact]
    public void A_run_that_changes_the_key_can_be_run_again_with_the_same_rig_file()
    {
        using var meter = HilbenchProcess.Start(Folder, "meter", "--token-port", "tcp:0");
        var port = meter.ReadLine().Split(' ')[2];
        Write("key.feature", Feature);
        Write("rig.json", Rig(port));
        for (var run = 0; run < 2; run++)
        {
            // A process of its own: it waits most of the time, and others need not wait with it.
            var said = HilbenchProcess.Run(Folder, "run", "key.feature", "--rig", "rig.json");
            Assert.Equal(
                (0, "1 scenario on rig rig, seed 1: 1 passed\n", ""), (said.ExitCode, said.Out, said.Error));
        }

        meter.Signal(HilbenchProcess.Sigterm);
        Assert.Equal((0, ""), (meter.AwaitEnd() is var end ? end.ExitCode : -1, end.Error));
    }

    [Fact]
    public void A_meter_that_is_not_there_is_one_line()
    {
        Write("key.feature", Feature);
        Write("rig.json", Rig("tcp:127.0.0.1:1"));
        var said = Run("run", "key.feature", "--rig", "rig.json");
        Assert.Equal((3, ""), (said.ExitCode, said.Out));
        Assert.StartsWith("rig fault: tcp:127.0.0.1:1: no connection", Assert.Single(said.ErrorLines));
    }

    private static string Rig(string port) => $$"""
        {
          "clock": "wall",
          "meter": { "kind": "token-port", "port": "{{port}}", "number": "00000000000" }
        }
        """;
}
