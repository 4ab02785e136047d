using System.CommandLine;
using HilBench.Scenarios;

namespace HilBench.Cli.Tests;

/// <summary>What runs features elsewhere is told which and how in the words of <c>hilbench run</c>.</summary>
public sealed class RunWordsTests
{
    private readonly RunWords _words = new();
    private readonly Command _command;
    private readonly Command _lab;

    public RunWordsTests()
    {
        _command = _words.CommandOf("run", "", where: [new Option<string>("--on")], how: [new Option<int>("--rigs")]);
        _lab = new Command("lab") { _command };
    }

    [Fact]
    public void Another_command_takes_the_same_words_and_asks_for_the_same_run()
    {
        var parsed = Parse(
            "run", "a.feature", "b", "--tags", "@x", "--seed", "7", "--report", "out", "--record", "all", "--steps",
            "A.dll", "--fitting", "--history", "h.db", "--on", "model=clou");
        Assert.Null(CommandLineMistake.Of(parsed));
        var request = _words.RequestOf(parsed, "lab");
        Assert.Equal(["a.feature", "b"], request.Paths);
        Assert.Equal(["A.dll"], request.Steps);
        Assert.Equal(
            ("lab", "@x", 7UL, "out", RecordingScope.All, true, "h.db"),
            (request.Rig, request.Tags, request.Seed, request.Report, request.Record, request.Fitting,
                request.History));
    }

    [Fact]
    public void Without_words_it_is_all_of_the_features_and_only_a_report_has_recordings()
    {
        var bare = _words.RequestOf(Parse("run"), "lab");
        Assert.Equal(["features"], bare.Paths);
        Assert.Equal((null, RecordingScope.None), (bare.Seed, bare.Record));
        var reported = _words.RequestOf(Parse("run", "--report", "out"), "lab");
        Assert.Equal(RecordingScope.Red, reported.Record);
    }

    [Theory]
    [InlineData("run --rig virtual", "hilbench run: no option \"--rig\"; did you mean \"--rigs\"? allowed: --on, ")]
    [InlineData("run --sed 7", "hilbench run: no option \"--sed\"; did you mean \"--seed\"? allowed: --on, ")]
    [InlineData("run --record all", "hilbench run: --record needs --report DIR: recordings are files of a report")]
    [InlineData("run --record some", "hilbench run: --record is \"some\"; allowed: red, all, none")]
    [InlineData("run --seed x", "hilbench run: --seed is \"x\"; allowed: a whole number from 0 to ")]
    public void A_word_that_makes_no_sense_is_answered_in_the_same_way(string typed, string complaint) =>
        Assert.StartsWith(complaint, CommandLineMistake.Of(Parse(typed.Split(' '))), StringComparison.Ordinal);

    private ParseResult Parse(params string[] words) =>
        _lab.Parse(words, new ParserConfiguration { ResponseFileTokenReplacer = null });
}
