using HilBench.Cli.Tests.Fixture;

namespace HilBench.Cli.Tests;

/// <summary>Rigs that cannot do everything: what is left out, what is refused, and that nobody overlooks it.</summary>
public sealed class OtherRigTests : TempFolder
{
    private const string Bouncing = """
        Feature: Bouncing
          Scenario: Worn keys
            Given the keys bounce for 5 milliseconds
            When the customer presses "1"
            Then the display shows "1"
        """;

    private const string Load = """
        Feature: Load
          Scenario: A house that draws
            When the load draws 1500 W from now on
            Then the meter accepts it
        """;

    public OtherRigTests()
    {
        Write("0.feature", Samples.Green);
        Write("bouncing.feature", Bouncing);
        Write("load.feature", Load);
    }

    [Fact]
    public void A_panel_leaves_scenarios_about_contacts_out_and_counts_them()
    {
        var said = Run("run", "0.feature", "bouncing.feature", "--rig", "serial-panel.json");
        Assert.Equal(
            ("1 scenario on rig serial-panel, seed 1: 1 passed\n",
            "1 of 2 scenarios are left out, because rig serial-panel does not have: contacts\n", 0),
            (said.Out, said.Error, said.ExitCode));
    }

    [Fact]
    public void A_run_of_nothing_is_no_green_run()
    {
        var said = Run("run", "bouncing.feature", "--rig", "serial-panel");
        Assert.Equal((2, ""), (said.ExitCode, said.Out));
        Assert.StartsWith(
            "rig serial-panel can run none of these scenarios: it does not have: contacts; another rig may (--rig; ",
            said.Error);
    }

    [Fact]
    public void What_a_rig_lacks_without_saying_so_is_refused_by_name_before_anything_runs()
    {
        var said = Run("run", "0.feature", "load.feature", "--rig", "token-port");
        Assert.Equal(
            (2, "", "load.feature:3: scenario \"A house that draws\" needs a load, which this rig does not have\n"),
            (said.ExitCode, said.Out, said.Error));
        said = Run("run", "0.feature", "load.feature", "--rig", "token-port", "--fitting");
        Assert.Equal((0, "1 scenario on rig token-port, seed 1: 1 passed\n"), (said.ExitCode, said.Out));
    }
}
