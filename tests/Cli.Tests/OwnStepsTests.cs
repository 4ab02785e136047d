using System.Xml.Linq;
using HilBench.Cli.Tests.Fixture;

namespace HilBench.Cli.Tests;

/// <summary>The example of docs/own-steps.md: a library of a lab that knows nothing but Reqnroll.</summary>
public sealed class OwnStepsTests : TempFolder
{
    private static readonly string Library = Path.Combine(AppContext.BaseDirectory, "Lab.Steps.dll");
    private static readonly string Feature = Path.Combine(AppContext.BaseDirectory, "chamber.feature");

    [Fact]
    public void Sentences_of_a_lab_and_of_the_bench_stand_in_one_scenario()
    {
        var said = Run("run", Feature, "--steps", Library, "--jobs", "1");
        Assert.Equal((0, ""), (said.ExitCode, said.Error));
        Assert.EndsWith("2 passed", said.OutLines[^1]);
    }

    [Fact]
    public void What_a_lab_promises_in_vain_is_a_failed_meter_and_the_command_that_repeats_it_names_the_library()
    {
        var red = Write("red.feature", File.ReadAllText(Feature).Replace("still at 55.5", "still at 56.5"));
        var said = Run("run", red, "--steps", Library, "--jobs", "1");
        Assert.Equal(1, said.ExitCode);
        Assert.Contains("the chamber is at 55.5 °C, not 56.5 °C", said.Out);
        Assert.Contains($" --seed 1 --steps {Library}", said.Out);
    }

    [Fact]
    public void The_sentences_of_a_lab_are_listed_with_what_stands_above_them()
    {
        var lines = Run("steps", "--steps", Library).OutLines;
        var at = lines.ToList().IndexOf("Given the chamber is at {decimal} °C");
        Assert.Equal("        Waits until the chamber is as warm as that.", lines[at + 1]);
        Assert.Contains(lines, line => line.StartsWith("When  the mains fails", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("nope.dll", "nope.dll: there is no such file; name the DLL with the steps")]
    [InlineData("", "--steps: the name of the file is empty; name the DLL with the steps")]
    [InlineData("text.dll", "text.dll: is not a .NET library")]
    [InlineData(".", ".: is a folder; name the DLL with the steps")]
    public void What_is_no_library_with_steps_is_one_line(string file, string expected)
    {
        Write("text.dll", "some text");
        foreach (var command in (string[])["run", "steps"])
        {
            var said = Run(command, "--steps", file);
            Assert.Equal((2, expected), (said.ExitCode, said.Error.TrimEnd()));
        }
    }

    [Fact]
    public void Two_libraries_of_one_name_are_refused_and_one_given_twice_is_taken_once()
    {
        var copy = PathOf("Lab.Steps.dll");
        File.Copy(Library, copy);
        Assert.Equal(
            (2, $"{copy}: is called Lab.Steps, and so is {Library}; rename one of them"),
            (Run("steps", "--steps", Library, "--steps", copy) is var said ? said.ExitCode : 0, said.Error.TrimEnd()));
        Assert.Equal(0, Run("run", Feature, "--steps", Library, "--steps", Library).ExitCode);
    }

    [Fact]
    public void What_a_lab_writes_and_attaches_is_in_the_report_the_same_with_any_number_of_jobs()
    {
        Write("red.feature", Samples.Red);
        foreach (var jobs in (string[])["1", "2"])
        {
            var said = Run("run", Feature, "red.feature", "--steps", Library, "--report", $"out{jobs}", "--jobs", jobs);
            Assert.Equal(1, said.ExitCode);
        }

        Assert.Equal(
            [
                "chamber-12/curve.csv", "red-2/expected.svg", "red-2/glass.svg", "red-2/recording.hbr",
                "red-2/strip.svg", "red-2/wave.svg", "red-2/wave.vcd", "red-2/what-happened.txt",
            ],
            Files("out1").Keys.Where(file => !file.StartsWith('.')));
        Assert.Equal(Files("out1"), Files("out2"));
        Assert.Equal("0,23\n120,55.5\n", Files("out1")["chamber-12/curve.csv"]);
        var junit = XDocument.Load(PathOf("out2/junit.xml"));
        Assert.Equal(
            "\nbegan, 0 min: 23 °C, 120 min: 55.5 °C\n[[ATTACHMENT|scenarios/chamber-12/curve.csv]]\n",
            junit.Descendants("testcase").Single(one => one.Attribute("line")!.Value == "12")
                .Element("system-out")!.Value);
        Assert.Equal(Attachments("out1"), Attachments("out2"));
        Assert.Contains(Attachments("out1"), line => line.Contains("chamber at -10.0 °C"));
        Assert.DoesNotContain(Path.GetTempPath(), File.ReadAllText(PathOf("out1/messages.ndjson")));
    }

    /// <summary>All below the folder of scenarios, with what they hold.</summary>
    private SortedDictionary<string, string> Files(string report)
    {
        var root = PathOf($"{report}/scenarios");
        return new SortedDictionary<string, string>(
            Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).ToDictionary(
                file => Path.GetRelativePath(root, file),
                file => File.ReadAllText(file).Replace(report, "out").Replace("--jobs 2", "--jobs 1")),
            StringComparer.Ordinal);
    }

    /// <summary>Without when they were made.</summary>
    private string[] Attachments(string report) =>
    [
        .. File.ReadLines(PathOf($"{report}/messages.ndjson"))
            .Where(line => line.StartsWith("{\"attachment\"", StringComparison.Ordinal))
            .Select(line => line.Split("\"timestamp\"")[0]),
    ];

    [Fact]
    public void The_report_of_a_run_whose_library_is_refused_says_that_the_input_is_wrong()
    {
        Assert.Equal(2, Run("run", Feature, "--steps", "nope.dll", "--report", "out").ExitCode);
        var error = Assert.Single(XDocument.Load(PathOf("out/junit.xml")).Descendants("error"));
        Assert.Equal("Undefined", error.Attribute("type")!.Value);
        Assert.Contains("nope.dll: there is no such file", error.Attribute("message")!.Value);
    }

    [Fact]
    public void A_library_without_steps_is_refused()
    {
        var library = Path.Combine(AppContext.BaseDirectory, "HilBench.Meter.dll");
        Assert.Equal(
            $"{library}: has no class marked [Binding], so it has no steps",
            Run("steps", "--steps", library).Error.TrimEnd());
    }
}
