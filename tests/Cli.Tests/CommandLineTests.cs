using System.Runtime.InteropServices;
using HilBench.Cli.Tests.Fixture;

namespace HilBench.Cli.Tests;

public sealed class CommandLineTests : TempFolder
{
    public static TheoryData<string> Commands =>
        ["run", "vend", "decode", "meter", "steps", "rig", "rig list", "rig show", "rig schema"];

    [Theory]
    [InlineData(
        "vned", "hilbench: no command \"vned\"; did you mean \"vend\"? allowed: run, report, vend, decode, "
        + "meter, panel, steps, lint, new, schema, rig, history, recording, replay, simulate, campaign, check-list, "
            + "web, "
        + "lab")]
    [InlineData(
        "--vesrion", "hilbench: no option \"--vesrion\"; did you mean \"--version\"? allowed: --help, --version")]
    [InlineData("rig", "hilbench rig: a command is missing; allowed: list, show, schema, check, wiring")]
    [InlineData("rig lst", "hilbench rig: no command \"lst\"; did you mean \"list\"? allowed: list, show, "
        + "schema, check, wiring")]
    [InlineData(
        "meter --profil x",
        "hilbench meter: no option \"--profil\"; did you mean \"--profile\"? "
        + "allowed: --rig, --profile, --script, --sta-tables, --trace, --token-port, "
        + "--software-parity, --help")]
    [InlineData("steps extra", "hilbench steps: takes no arguments, but \"extra\" was given")]
    public void A_word_nobody_knows_is_named_with_the_nearest_that_is_known(string typed, string complaint) =>
        Complaint.Is(complaint, Run(typed.Split(' ')));

    [Fact]
    public void A_misspelt_option_of_run_is_not_taken_for_a_file()
    {
        Write("ok.feature", Samples.Green);
        Complaint.Begins(
            "hilbench run: no option \"--rigs\"; did you mean \"--rig\"? allowed: --rig, --profile, --tags, --name, ",
            Run("run", "ok.feature", "--rigs", "virtual"));
    }

    [Theory]
    [InlineData("--seed", "x", "0 to 18446744073709551615")]
    [InlineData("--seed", "-1", "0 to 18446744073709551615")]
    [InlineData("--seed", "18446744073709551616", "0 to 18446744073709551615")]
    [InlineData("--jobs", "0", "1 to 256")]
    [InlineData("--jobs", "257", "1 to 256")]
    [InlineData("--jobs", "two", "1 to 256")]
    [InlineData("--jobs", "99999999999", "1 to 256")]
    public void A_number_that_is_none_or_out_of_range_is_answered_with_the_range(
        string option, string value, string range)
    {
        Write("ok.feature", Samples.Green);
        Complaint.Begins(
            $"hilbench run: {option} is \"{value}\"; allowed: a whole number from {range}",
            Run("run", "ok.feature", option, value));
    }

    [Fact]
    public void An_empty_path_runs_nothing()
    {
        Write("ok.feature", Samples.Green);
        Complaint.Is(
            "hilbench run: a PATH is empty; allowed: a feature file, a folder or file.feature:LINE "
            + "(hilbench run --help)",
            Run("run", "", "ok.feature"));
    }

    [Theory]
    [InlineData(
        "--script s --token-port pty",
        "--script does not go with --token-port: a meter on a port has no script")]
    [InlineData(
        "--trace --script s",
        "--script does not go with --trace: a script says itself what becomes of each line")]
    [InlineData("--trace --token-port pty", "--token-port does not go with --trace: a meter on a port says all it does "
        + "without it")]
    [InlineData("--software-parity", "--software-parity goes with --token-port only")]
    public void Options_of_which_one_would_be_ignored_are_refused(string options, string complaint) => Complaint.Is(
        $"hilbench meter: {complaint} (hilbench meter --help)", Run(["meter", .. options.Split(' ')]));

    [Fact]
    public void A_meter_without_real_pins_has_nothing_to_trace() => Complaint.Is(
        "hilbench meter: --trace is for a meter on real pins; rig none has none",
        Run("meter", "--rig", "none", "--trace"));

    [Theory]
    [InlineData("vend --requests")]
    [InlineData("meter --rig none --script")]
    [InlineData("decode --sta-tables")]
    public void A_file_without_a_name_is_told(string words) => Complaint.Is(
        "\"\": the name of the file is empty", Run([.. words.Split(' '), ""]));

    [Fact]
    public void An_option_without_its_value_is_named() =>
        Complaint.Begins("hilbench run: Required argument missing for option: '--tags'.", Run("run", "--tags"));

    [Theory]
    [MemberData(nameof(Commands))]
    public void Help_of_every_command_has_an_example(string command)
    {
        var said = Run([.. command.Split(' '), "--help"]);
        Assert.Equal((0, ""), (said.ExitCode, said.Error));
        Assert.Contains("Example", said.Out);
        Assert.Contains($"hilbench {command}", said.Out);
    }

    [Fact]
    public void Help_without_a_command_lists_them_all()
    {
        var said = Run("--help");
        Assert.Equal(0, said.ExitCode);
        string[] names = ["run", "vend", "decode", "meter", "steps", "rig"];
        Assert.All(names, name => Assert.Contains($"\n  {name} ", said.Out));
    }

    [Fact]
    public void The_version_begins_with_the_number_and_the_commit()
    {
        var said = Run("--version");
        Assert.Equal((0, ""), (said.ExitCode, said.Error));
        Assert.Matches(@"^hilbench \d+\.\d+\.\d+(-[\w.]+)? of (an unknown commit|commit [0-9a-f]{12})", said.Out);
        Assert.Equal($".NET {Environment.Version} on {RuntimeInformation.RuntimeIdentifier}", said.OutLines[1]);
    }

    [Fact]
    public void Without_a_command_the_features_below_the_current_folder_are_run()
    {
        Complaint.Begins("features: there is no such file or folder", Run());

        Write("features/mine.feature", Samples.Green);
        var said = Run();
        Assert.Equal(("1 scenario on rig virtual, seed 1: 1 passed\n", 0), (said.Out, said.ExitCode));
    }
}
