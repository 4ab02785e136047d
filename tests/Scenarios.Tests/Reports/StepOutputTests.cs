using System.Text;
using System.Xml.Linq;
using HilBench.Scenarios.Reports;
using HilBench.Scenarios.Running;
using HilBench.Scenarios.World;

namespace HilBench.Scenarios.Tests.Reports;

/// <summary>What steps and hooks hand to Reqnroll's output helper is found in the reports.</summary>
public sealed class StepOutputTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hilbench-output-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_line_stands_under_its_step_also_in_a_scenario_that_passed()
    {
        var run = Run(Trial.Scenario("Given nothing", "And it writes \"21.5 °C\"", "And nothing"));
        var messages = Messages.Of(run);
        var line = Assert.Single(messages.All("attachment"));
        Assert.Equal(
            ("21.5 °C", "IDENTITY", "text/x.cucumber.log+plain"),
            (line.Text("body"), line.Text("contentEncoding"), line.Text("mediaType")));
        var step = Assert.Single(messages.All("testCase")).GetProperty("testSteps")[1].Text("id");
        Assert.Equal(step, line.Text("testStepId"));
        Assert.Equal("\n21.5 °C\n", JUnit(run).Descendants("system-out").Single().Value);
        Assert.Equal("True", messages.All("testRunFinished").Single().GetProperty("success").ToString());
    }

    [Fact]
    public void A_file_is_there_as_it_was_when_it_was_attached()
    {
        var file = Write("curve.csv", "0,21.5 °C");
        var run = Run(Trial.Scenario($"Given it attaches \"{file}\"", $"And it overwrites \"{file}\""));
        var message = Assert.Single(Messages.Of(run).All("attachment"));
        Assert.Equal(
            ("0,21.5 °C", "IDENTITY", "curve.csv", "text/csv"),
            (message.Text("body"), message.Text("contentEncoding"), message.Text("fileName"),
                message.Text("mediaType")));
        var copy = Assert.Single(new ScenarioFiles(run).All);
        Assert.Equal(("scenarios/trial-2/curve.csv", "0,21.5 °C"), (copy.Path, Held(copy)));
        Assert.Equal(
            "\n[[ATTACHMENT|scenarios/trial-2/curve.csv]]\n", JUnit(run).Descendants("system-out").Single().Value);
    }

    [Theory]
    [InlineData("scope.LOG", "text/plain", new byte[] { 0xE4, 0x0A }, "BASE64")]
    [InlineData("scope.log", "text/plain", new byte[] { 0x61, 0x0A }, "IDENTITY")]
    [InlineData("scope.png", "image/png", new byte[] { 0x61 }, "BASE64")]
    [InlineData("scope", "application/octet-stream", new byte[0], "BASE64")]
    public void The_ending_of_a_file_tells_its_kind_and_only_text_in_utf8_stands_as_it_is(
        string name, string type, byte[] bytes, string encoding)
    {
        var file = Path.Combine(_folder, name);
        File.WriteAllBytes(file, bytes);
        var run = Run(Trial.Scenario($"Given it attaches \"{file}\""));
        var message = Assert.Single(Messages.Of(run).All("attachment"));
        Assert.Equal((type, encoding), (message.Text("mediaType"), message.Text("contentEncoding")));
        Assert.Equal(bytes, encoding == "BASE64"
            ? message.GetProperty("body").GetBytesFromBase64() : Encoding.UTF8.GetBytes(message.Text("body")!));
    }

    [Fact]
    public void A_large_file_comes_whole_into_messages_and_page()
    {
        var bytes = Enumerable.Range(0, 300_001).Select(at => (byte)(at * 7 / 5 % 256)).ToArray();
        var file = Path.Combine(_folder, "scope.bin");
        File.WriteAllBytes(file, bytes);
        var run = Run(Trial.Scenario($"Given it attaches \"{file}\""));
        var message = Assert.Single(Messages.Of(run).All("attachment"));
        Assert.Equal("application/octet-stream", message.Text("mediaType"));
        Assert.Equal(bytes, message.GetProperty("body").GetBytesFromBase64());
        using var page = new MemoryStream();
        new CucumberReports(run).WritePage(page);
        // The page may write a slash as \/ or \x2f.
        var start = Convert.ToBase64String(bytes).Split('/')[0];
        Assert.Contains(start, Encoding.UTF8.GetString(page.ToArray()));
    }

    [Fact]
    public void Files_of_one_name_are_told_apart_and_odd_names_become_plain()
    {
        var (first, second) = (Write("a/log.txt", "1"), Write("b/LOG.txt", "2"));
        var odd = Write("x|y]] z.txt", "3");
        var run = Run(Trial.Scenario(
            $"Given it attaches \"{first}\"", $"Given it attaches \"{second}\"", $"Given it attaches \"{odd}\""));
        Assert.Equal(
            ["trial-2/log.txt", "trial-2/LOG_2.txt", "trial-2/x_y___z.txt"],
            new ScenarioFiles(run).All.Select(file => file.Path["scenarios/".Length..]));
        Assert.Equal(["1", "2", "3"], new ScenarioFiles(run).All.Select(Held));
    }

    [Theory]
    [InlineData("gone.csv", "gone.csv: there is no such file")]
    [InlineData("", "\"\": the name of the file is empty")]
    [InlineData(".", ".: is a folder; it must be a file")]
    [InlineData("/tmp/hilbench/gone.csv", "gone.csv: there is no such file")]
    public void A_file_that_cannot_be_attached_is_a_line_and_the_verdict_stays(string file, string why)
    {
        var run = Run(Trial.Scenario($"Given it attaches \"{file}\""));
        Assert.Equal(Verdict.Passed, Assert.Single(run.Results).Verdict);
        Assert.Equal($"not attached: {why}", Assert.Single(Messages.Of(run).All("attachment")).Text("body"));
        Assert.Empty(new ScenarioFiles(run).All);
    }

    [Fact]
    public void Files_and_lines_beyond_their_bounds_are_told_and_left_out()
    {
        var (most, larger) = (Path.Combine(_folder, "most.bin"), Path.Combine(_folder, "larger.bin"));
        File.WriteAllBytes(most, new byte[4_000_000]);
        File.WriteAllBytes(larger, new byte[4_000_001]);
        var run = Run(Trial.Scenario(
        [
            $"Given it attaches \"{larger}\"", .. Enumerable.Repeat($"Given it attaches \"{most}\"", 5),
            "Given it writes 100001 lines of 9 letters",
        ]));
        var output = Assert.Single(run.Results).Output;
        Assert.Equal(4, output.OfType<OutputFile>().Count());
        var lines = output.OfType<OutputLine>().Select(line => line.Text).ToArray();
        Assert.Equal(
            [
                "not attached: larger.bin: larger than 4 MB, the most that is read",
                "not attached: most.bin: the files of this scenario would be larger than 16 MB",
            ],
            lines.Take(2));
        Assert.Equal(
            "the lines of this scenario from here on are left out: they have more than 1,000,000 characters",
            lines[^1]);
        Assert.InRange(lines.Length, 99_900, 100_002);
    }

    [Fact]
    public void What_hooks_write_stands_before_and_after_the_steps()
    {
        var messages = Messages.Of(Run(Trial.Scenario("Given it writes \"during\""), typeof(Lab), typeof(Talkative)));
        var steps = messages.All("testCase").Single().GetProperty("testSteps").EnumerateArray().ToArray();
        Assert.Equal(
            ["before the steps", null, "outside the steps"], steps.Select(step => step.Text("hookId")));
        Assert.Equal(["before", "during", "after"], messages.All("attachment").Select(one => one.Text("body")));
        Assert.Equal(
            steps.Select(step => step.Text("id")), messages.All("attachment").Select(one => one.Text("testStepId")));
        Assert.Equal(
            ["PASSED", "PASSED", "PASSED"],
            messages.All("testStepFinished").Select(one => one.GetProperty("testStepResult").Text("status")));
    }

    [Fact]
    public void What_a_hook_around_a_feature_writes_belongs_to_no_scenario()
    {
        var feature = "Feature: two\n  Scenario: 1\n    Given nothing\n  Scenario: 2\n    Given it writes \"mine\"\n";
        var run = Run(feature, typeof(Lab), typeof(AroundTheFeature));
        Assert.All(run.Results, result => Assert.Equal(Verdict.Passed, result.Verdict));
        Assert.Equal(["mine"], Messages.Of(run).All("attachment").Select(one => one.Text("body")));
    }

    [Fact]
    public void What_was_written_before_a_step_failed_is_there_too()
    {
        var run = Run(Trial.Scenario("Given it writes \"seen\"", "Given it fails after \"felt\"", "Given nothing"));
        Assert.Equal(["seen", "felt"], Messages.Of(run).All("attachment").Select(one => one.Text("body")));
        var testcase = JUnit(run).Descendants("testcase").Single();
        Assert.Equal(["properties", "failure", "system-out"], testcase.Elements().Select(one => one.Name.LocalName));
        Assert.Equal(
            "\nseen\nfelt\n[[ATTACHMENT|scenarios/trial-2/what-happened.txt]]\n",
            testcase.Element("system-out")!.Value);
    }

    [Fact]
    public void Scenarios_that_run_at_once_keep_their_output_apart()
    {
        var feature = "Feature: many\n" + string.Concat(Enumerable.Range(1, 40).Select(number =>
            $"  Scenario: {number}\n    Given it writes \"a {number}\"\n    And it writes later \"b {number}\"\n"));
        static string Told(RunRecord run) => string.Join(
            '\n', Messages.Of(run).All("attachment").Select(one => $"{one.Text("testStepId")} {one.Text("body")}"));
        var one = Told(Run(feature));
        Assert.StartsWith("a 1|b 1|a 2|b 2", string.Join('|', one.Split('\n').Select(line => line.Split(' ', 2)[1])));
        Assert.Equal(one, Told(Run(feature, new RunOptions { Jobs = 4 }, typeof(Lab))));
    }

    [Fact]
    public void Nothing_is_read_where_nobody_wants_a_report()
    {
        var file = Write("curve.csv", "0,21.5");
        var run = Run(
            Trial.Scenario($"Given it attaches \"{file}\"", "Given it writes \"line\""),
            new RunOptions { KeepsOutput = false }, typeof(Lab));
        Assert.Empty(Assert.Single(run.Results).Output);
    }

    [Fact]
    public void A_text_for_the_report_is_in_it_when_the_scenario_passes()
    {
        var run = Run(Trial.Scenario("Given nothing", "Given a note"));
        var messages = Messages.Of(run);
        var note = Assert.Single(messages.All("attachment"));
        Assert.Equal("note\nit rains", note.Text("body"));
        Assert.Equal(
            messages.All("testCase").Single().GetProperty("testSteps")[1].Text("id"), note.Text("testStepId"));
        Assert.Equal("\nnote:\nit rains\n", JUnit(run).Descendants("system-out").Single().Value);
    }

    [Fact]
    public void What_a_step_writes_cannot_make_a_server_fetch_a_file()
    {
        var run = Run(Trial.Scenario("Given it writes \"[[ATTACHMENT|/etc/passwd]]\""));
        Assert.Equal("\n[[ATTACHMENT |/etc/passwd]]\n", JUnit(run).Descendants("system-out").Single().Value);
    }

    [Binding]
    public sealed class Lab(IReqnrollOutputHelper output, ScenarioAttachments attachments)
    {
        [Given("nothing")]
        public static void Nothing()
        {
        }

        [Given("it writes {string}")]
        public void Writes(string text) => output.WriteLine(text);

        [Given("it writes later {string}")]
        public async Task WritesLater(string text)
        {
            await Task.Yield();
            output.WriteLine("{0}", text);
        }

        [Given("it writes {int} lines of {int} letters")]
        public void WritesLines(int lines, int letters)
        {
            for (var line = 0; line < lines; line++) output.WriteLine(new string('x', letters));
        }

        [Given("it fails after {string}")]
        public void Fails(string text)
        {
            output.WriteLine(text);
            throw new MeterWrongException("it lies");
        }

        [Given("it attaches {string}")]
        public void Attaches(string file) => output.AddAttachment(file);

        [Given("it overwrites {string}")]
        public static void Overwrites(string file) => File.WriteAllText(file, "new");

        [Given("a note")]
        public void Note() => attachments.Add("note", ["it rains"]);
    }

    [Binding]
    public sealed class Talkative(IReqnrollOutputHelper output)
    {
        [BeforeScenario]
        public void Before() => output.WriteLine("before");

        [AfterScenario]
        public void After() => output.WriteLine("after");
    }

    [Binding]
    public sealed class AroundTheFeature
    {
        [BeforeFeature]
        public static void Before(IReqnrollOutputHelper output) => output.WriteLine("before");

        [AfterFeature]
        public static void After(IReqnrollOutputHelper output) => output.AddAttachment("gone.csv");
    }

    private static RunRecord Run(string feature) => Run(feature, typeof(Lab));

    private static RunRecord Run(string feature, params IReadOnlyList<Type> classes) =>
        Run(feature, new RunOptions(), classes);

    private static RunRecord Run(string feature, RunOptions options, params IReadOnlyList<Type> classes)
    {
        var (results, _) = Trial.Run(feature, options with { Judge = MeterJudge.Judge }, classes);
        return Messages.Record(feature, StepEngine.Of(classes), results);
    }

    private static XElement JUnit(RunRecord run)
    {
        using var file = new MemoryStream();
        JUnitReport.Write(file, run);
        file.Position = 0;
        return XDocument.Load(file).Root!;
    }

    private static string Held(ReportFile file)
    {
        using var held = new MemoryStream();
        file.Write(held);
        return Encoding.UTF8.GetString(held.ToArray());
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }
}
