using System.Diagnostics;
using System.Xml.Linq;
using HilBench.Lab.Benches;
using HilBench.Lab.Bus;
using HilBench.Lab.Tests.Broker;
using HilBench.RigFiles;

namespace HilBench.Lab.Tests.Soak;

/// <summary>
/// A large lab on one machine: benches within this process, the coordinator a process of its own, scenarios of nearly
/// no length. <c>tests/soak/lab sizes</c> starts it.
/// </summary>
public class LabSizes
{
    private const int ScenariosOfAFeature = 10;

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    [Fact(Explicit = true)]
    public async Task A_hundred_benches_bring_ten_thousand_scenarios_to_one_verdict_each()
    {
        var (benches, scenarios) = (SoakSettings.Benches, SoakSettings.Scenarios);
        var folder = Directory.CreateTempSubdirectory("hilbench-sizes-").FullName;
        await using var broker = await NatsServer.Start();
        using var end = new CancellationTokenSource();
        var (joining, there) = (Stopwatch.StartNew(), new List<Task>());
        for (var at = 1; at <= benches; at++) there.Add(await Join(broker, folder, at, end.Token));
        SoakSettings.Tell($"{benches} benches joined in {joining.Elapsed.TotalSeconds:0} s");
        var features = Features(folder, scenarios);
        var report = Path.Combine(folder, "report");
        using var coordinator = new Child(
            folder, "lab", "run", features, "--nats", broker.Url, "--report", report, "--history", "none");
        var watch = await Watch(coordinator, broker);
        var verdicts = Verdicts(report);
        await end.CancelAsync();
        await Task.WhenAll(there);
        SoakSettings.Tell(
            $"{scenarios} scenarios on {benches} benches in {watch.Wall.TotalSeconds:0.0} s, with start and report; "
            + $"the coordinator used {watch.Processor.TotalSeconds:0.0} s of a processor, "
            + $"{watch.Processor.TotalMilliseconds / scenarios:0.00} ms a scenario; "
            + $"nats-server {watch.Most / 1e6:0} MB at most, {watch.Last / 1e6:0} MB at the end");
        Directory.Delete(folder, recursive: true);
        Assert.True(verdicts.Count == scenarios, $"{verdicts.Count} verdicts; it said: {coordinator.Said}");
        Assert.Equal(scenarios, verdicts.Distinct().Count());
    }

    /// <summary>One more bench; the task ends when it has left.</summary>
    private static async Task<Task> Join(NatsServer broker, string folder, int number, CancellationToken stop)
    {
        var name = $"bench-{number:000}";
        var bus = await LabBus.Open(LabAddress.Of(broker.Url), name, null, stop);
        var joined = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var settings = new BenchSettings
        {
            Name = name, Plan = ModelPlan.Alone, Build = BuildOf(SoakSettings.Program),
            Ledger = Path.Combine(folder, $"{name}.db"), Health = _ => null, Tell = _ => { },
        };
        var running = Run();
        await await Task.WhenAny(joined.Task, running);
        return running;

        async Task Run()
        {
            await using (bus) await BenchHost.Run(bus, settings, joined.SetResult, stop);
        }
    }

    /// <summary>These benches are part of the tests, and say that they are the program (BenchBuild).</summary>
    private static string BuildOf(string program)
    {
        var folder = Path.GetDirectoryName(program)!;
        return History.Fingerprint.Of(Directory.GetFiles(folder, "HilBench.*.dll"), rigFile: null);
    }

    private static async Task<(TimeSpan Wall, TimeSpan Processor, long Most, long Last)> Watch(
        Child coordinator, NatsServer broker)
    {
        var (wall, processor, most) = (Stopwatch.StartNew(), TimeSpan.Zero, 0L);
        while (!coordinator.HasEnded && wall.Elapsed < Longest)
        {
            processor = ProcessFigures.Processor(coordinator.Id) is { } now && now > processor ? now : processor;
            most = Math.Max(most, broker.Memory);
            await Task.WhenAny(coordinator.Ended, Task.Delay(TimeSpan.FromMilliseconds(100)));
        }

        return (wall.Elapsed, processor, most, broker.Memory);
    }

    /// <summary>A folder of features with ten scenarios each, as people write them.</summary>
    private static string Features(string folder, int scenarios)
    {
        var features = Directory.CreateDirectory(Path.Combine(folder, "features")).FullName;
        foreach (var numbers in Enumerable.Range(1, scenarios).Chunk(ScenariosOfAFeature))
        {
            var lines = numbers.SelectMany(at => (string[])
            [
                $"  Scenario: number {at}", "    Given the meter holds 10.0 kWh", "    Then the meter holds 10.0 kWh",
            ]);
            var file = Path.Combine(features, $"many-{numbers[0]:00000}.feature");
            File.WriteAllLines(file, lines.Prepend($"Feature: from {numbers[0]}"));
        }

        return features;
    }

    private static List<string> Verdicts(string report) =>
    [
        .. XDocument.Load(Path.Combine(report, "junit.xml")).Descendants("testcase")
            .Where(one => one.Descendants("property").Count(said =>
                (string?)said.Attribute("name") == "verdict" && (string?)said.Attribute("value") == "Passed") == 1)
            .Select(one => (string)one.Attribute("name")!),
    ];
}
