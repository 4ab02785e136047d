using System.Diagnostics;
using System.Text.Json;
using System.Xml.Linq;
using HilBench.Lab.Tests.Broker;

namespace HilBench.Lab.Tests.Commands;

/// <summary>A lab as its users type it: two benches that are processes, a broker, and whoever needs a rig.</summary>
public sealed class LabCommandTests : CommandScene
{
    private const string Nobody = "nats://127.0.0.1:1";

    private const string Three = """
        Feature: Credit
          Scenario Outline: A token adds its energy
            Given the meter holds 10.0 kWh
            And a <kWh> kWh credit token
            When the customer keys in the token
            Then the meter holds <then> kWh
            Examples:
              | kWh  | then |
              | 1.0  | 11.0 |
              | 2.0  | 12.0 |
              | 25.6 | 35.6 |
        """;

    private const string Wrong = """

          Scenario: Wrong
            Given the meter holds 1.0 kWh
            Then the meter holds 2.0 kWh
        """;

    [Fact]
    public async Task A_run_in_a_lab_says_and_reports_what_a_run_here_does_and_where_it_was()
    {
        await using var broker = await NatsServer.Start();
        Write("my.feature", Three + Wrong);
        await Join(broker, "--rig", "none", "--name", "bench-1", "--label", "serial=0417", "--label", "model=clou");
        await Join(broker, "--rig", "none", "--name", "bench-2", "--label", "serial=0418", "--label", "model=clou");
        var here = await Say("giver", "run", "my.feature", "--rig", "none", "--report", "here");
        var there = await Say("giver", "lab", "run", "my.feature", "--nats", broker.Url, "--report", "there");
        Assert.Equal((1, 1), (here.Code, there.Code));
        Assert.Equal("4 scenarios on rig lab (generic clou), seed 1: 3 passed, 1 failed", LastLine(there));
        Assert.Equal(Verdicts("here"), Verdicts("there"));
        Assert.All(Properties("there", "bench"), bench => Assert.Contains(bench, (string[])["bench-1", "bench-2"]));
        Assert.All(Properties("there", "serial"), serial => Assert.Contains(serial, (string[])["0417", "0418"]));
        Assert.Equal((4, 4), (Properties("there", "bench").Length, Properties("there", "serial").Length));
        Assert.True(File.Exists(Path.Combine(Folder, "giver", "there", "scenarios", "my-12", "recording.hbr")));
        var shown = await Say("giver", "history", "show", "last");
        Assert.Matches("ran on bench-[12]: rig none, clou, serial 041[78]", shown.Out);
    }

    [Fact]
    public async Task A_rig_that_was_taken_for_work_by_hand_is_waited_for_and_the_reason_is_told()
    {
        await using var broker = await NatsServer.Start();
        Write("my.feature", Three);
        await Join(broker, "--rig", "none", "--name", "bench-1");
        var anna = broker.Url.Replace("nats://", "nats://anna:x@");
        var taken = await Say(
            "anna", "lab", "lease", "bench-1", "--for", "1h", "--what", "a new display", "--nats", anna);
        Assert.Matches(@"^bench-1 is yours until [-\d]+ [:\d]+ UTC \(lease 1\)\n$", taken.Out);
        using var look = JsonDocument.Parse((await Say("giver", "lab", "rigs", "--json", "--nats", broker.Url)).Out);
        var rig = look.RootElement.GetProperty("rigs")[0];
        Assert.Equal("leased", rig.GetProperty("state").GetString());
        Assert.Matches("^leased by anna until .* for a new display$", rig.GetProperty("why").GetString());
        Assert.Equal(3, (await Say("giver", "lab", "lease", "bench-1", "--for", "1m", "--nats", broker.Url)).Code);
        Assert.Equal(2, (await Say("giver", "lab", "release", "bench-1", "--nats", broker.Url)).Code);

        var run = Start("giver", "lab", "run", "my.feature", "--nats", broker.Url);
        Assert.Matches(
            "^waiting: number 1 in the queue; bench-1 is leased by anna until .* for a new display$",
            await AfterItsKey(run));
        // Her own run may use the rig that she has.
        Assert.Equal(0, (await Say("giver", "lab", "run", "my.feature", "--nats", anna)).Code);
        Assert.Equal("bench-1 is free\n", (await Say("anna", "lab", "release", "bench-1", "--nats", anna)).Out);
        Assert.Equal(0, (await Finish(run)).Code);
    }

    [Fact]
    public async Task Everything_on_every_rig_gives_a_report_and_a_run_in_the_history_for_each()
    {
        await using var broker = await NatsServer.Start();
        Write("my.feature", Three);
        await Join(broker, "--rig", "none", "--name", "bench-1", "--label", "firmware=1.1");
        await Join(broker, "--rig", "none", "--name", "bench-2", "--label", "firmware=1.2");
        var split = await Say("giver", "lab", "run", "my.feature", "--nats", broker.Url);
        Assert.Equal((2, ""), (split.Code, split.Out));
        Assert.StartsWith("the rigs that fit hold different meters (generic 1.1 on bench-1; ", split.Error);
        var each = await Say(
            "giver", "lab", "run", "my.feature", "--each", "--report", "r", "--nats", broker.Url);
        Assert.Equal(0, each.Code);
        foreach (var bench in (string[])["bench-1", "bench-2"])
        {
            Assert.Equal([bench, bench, bench], Properties(Path.Combine("r", bench), "bench"));
            Assert.Contains($"3 scenarios on rig lab ({bench}), seed 1: 3 passed", each.Out);
        }

        var mixed = await Say("giver", "lab", "run", "my.feature", "--mix", "--nats", broker.Url);
        Assert.Equal("3 scenarios on rig lab (mixed meters), seed 1: 3 passed", LastLine(mixed));
    }

    [Fact]
    public async Task Ctrl_C_ends_a_run_that_waits_and_one_that_goes_on_and_frees_the_rigs()
    {
        await using var broker = await NatsServer.Start();
        Write("my.feature", Three);
        await Join(broker, "--rig", "none", "--name", "bench-1");
        await Say("anna", "lab", "lease", "bench-1", "--for", "1h", "--nats", broker.Url.Replace("//", "//anna:x@"));
        var run = Start("giver", "lab", "run", "my.feature", "--report", "r", "--nats", broker.Url);
        Assert.StartsWith("waiting: ", await AfterItsKey(run));
        Signal(run, Terminate);
        var said = await Finish(run);
        Assert.Equal(130, said.Code);
        Assert.Equal("3 scenarios on rig lab (generic), seed 1: 3 aborted", LastLine(said));
        Assert.Equal(["Aborted", "Aborted", "Aborted"], Verdicts("r"));
        Assert.Empty(Runs(await Say("giver", "lab", "rigs", "--json", "--nats", broker.Url)));
    }

    [Fact]
    public async Task A_bench_that_is_asked_to_leave_says_so_and_is_gone_from_the_list()
    {
        await using var broker = await NatsServer.Start();
        var bench = await Join(broker, "--rig", "none", "--name", "bench-1");
        var again = Start("benches", "lab", "join", "--rig", "none", "--name", "bench-1", "--nats", broker.Url);
        var twin = await Finish(again);
        Assert.Equal((3, ""), (twin.Code, twin.Out));
        Assert.Matches("^rig fault: bench-1 is at the lab already, on ", twin.Error);
        Signal(bench, Terminate);
        Assert.Equal(0, (await Finish(bench)).Code);
        Assert.Matches("bench-1 +left at ", (await Say("giver", "lab", "rigs", "--nats", broker.Url)).Out);
        var nobody = await Say("giver", "lab", "run", "my.feature", "--nats", broker.Url);
        Assert.Equal(3, nobody.Code);
        Assert.Contains("no rig is at the lab; hilbench lab join offers one", nobody.Error);
    }

    [Fact]
    public async Task A_password_in_the_address_is_in_no_report_no_history_and_no_list()
    {
        await using var broker = await NatsServer.Start();
        Write("my.feature", Three);
        var secret = broker.Url.Replace("//", "//anna:s3cret@");
        await Join(broker, "--rig", "none", "--name", "bench-1");
        await Say("giver", "lab", "run", "my.feature", "--record", "all", "--report", "r", "--nats", secret);
        Assert.NotEmpty(Verdicts("r"));
        foreach (var file in Directory.GetFiles(Folder, "*", SearchOption.AllDirectories))
            Assert.False(Holds(file, "s3cret"u8), file);
        Assert.DoesNotContain("s3cret", (await Say("giver", "history", "list", "--json")).Out);
    }

    [Theory]
    [InlineData(2, "which lab? --nats nats://HOST:4222 names its broker", "lab", "rigs")]
    [InlineData(2, "hilbench lab: a command is missing; allowed: join, rigs, lease, release, run", "lab")]
    [InlineData(2, "--nats \"http://x\" is no address", "lab", "rigs", "--nats", "http://x")]
    [InlineData(3, "rig fault: nats://127.0.0.1:1: no broker answers", "lab", "run", "--nats", Nobody)]
    [InlineData(2, "--on: at character 1: \"bench-1\" is not a label",
        "lab", "run", "--nats", Nobody, "--on", "bench-1")]
    [InlineData(2, "--mix shares the scenarios out", "lab", "run", "--nats", Nobody, "--mix", "--each")]
    [InlineData(2, "--each begins a run for each rig", "lab", "run", "--nats", Nobody, "--each", "--resume", "a.b")]
    [InlineData(2, "--name is \"a.b\"; allowed: letters, digits, - and _",
        "lab", "join", "--nats", Nobody, "--name", "a.b")]
    [InlineData(2, "--label is \"x\"; allowed: KEY=VALUE", "lab", "join", "--nats", Nobody, "--label", "x")]
    [InlineData(2, "--accept: \"a b\" is no user", "lab", "join", "--nats", Nobody, "--accept", "a b")]
    [InlineData(2, "rig \"nope\"", "lab", "join", "--nats", Nobody, "--rig", "nope")]
    [InlineData(2, "hilbench lab lease: --for is \"3d\"; allowed: 90s, 30m, 2h",
        "lab", "lease", "b", "--for", "3d", "--nats", Nobody)]
    public async Task What_makes_no_sense_is_one_line(int code, string line, params string[] words)
    {
        var said = await Say("there", words);
        Assert.Equal((code, ""), (said.Code, said.Out));
        Assert.Contains(line, said.Error);
        Assert.DoesNotContain('\n', said.Error.TrimEnd());
    }

    /// <summary>The line that comes after the one with the key of the run, which --resume takes.</summary>
    private static async Task<string?> AfterItsKey(Process run)
    {
        Assert.Matches(@"^run (\S+) \(--resume \1 goes on with it", await run.StandardError.ReadLineAsync(Cancel));
        return await run.StandardError.ReadLineAsync(Cancel);
    }

    private void Write(string name, string text) =>
        File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(Folder, "giver")).FullName, name), text);

    private string[] Verdicts(string report) => Properties(report, "verdict");

    private string[] Properties(string report, string name) =>
    [
        .. XDocument.Load(Path.Combine(Folder, "giver", report, "junit.xml")).Descendants("property")
            .Where(one => one.Attribute("name")!.Value == name).Select(one => one.Attribute("value")!.Value),
    ];

    private static string LastLine(Said said) => said.Out.TrimEnd().Split('\n')[^1];

    private static JsonElement.ArrayEnumerator Runs(Said said) =>
        JsonDocument.Parse(said.Out).RootElement.GetProperty("runs").EnumerateArray();

    private static bool Holds(string file, ReadOnlySpan<byte> text) =>
        File.ReadAllBytes(file).AsSpan().IndexOf(text) >= 0;
}
