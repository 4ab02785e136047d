using HilBench.Lab.Bus;
using HilBench.Lab.Told;
using HilBench.Lab.Tests.Broker;
using HilBench.Lab.Tests.Nights;

namespace HilBench.Lab.Tests.Soak;

/// <summary>A broker and benches as processes, which are killed and started again.</summary>
internal sealed class SoakLab : IAsyncDisposable
{
    private readonly string _folder;
    private readonly Child[] _benches;

    private SoakLab(NatsServer broker, string folder, int benches)
    {
        (Broker, _folder, Folder) = (broker, folder, new NightFolder(folder));
        _benches = [.. Enumerable.Range(1, benches).Select(Bench)];
    }

    public NatsServer Broker { get; }

    public NightFolder Folder { get; }

    public int Benches => _benches.Length;

    public static async Task<SoakLab> Start(int benches) => new(
        await NatsServer.Start(), Directory.CreateTempSubdirectory("hilbench-soak-").FullName, benches);

    /// <summary>Waits until all benches are at the lab.</summary>
    public async Task AllJoined()
    {
        await using var bus = await LabBus.Open(LabAddress.Of(Broker.Url), "anna", null, LabNight.Cancel);
        var board = new LabBoard(bus);
        await Until.True(async () => (await board.Benches.All(">", LabNight.Cancel)).Count == Benches);
    }

    /// <summary>A coordinator, for a new run or for one whose coordinator was killed.</summary>
    public Child Coordinator(string feature, string report, string? resume) => new(
        _folder,
        [
            "lab", "run", feature, "--nats", Broker.Url, "--steps", LabNight.StepFile, "--report", report, "--history",
            "none", .. resume is null ? (string[])[] : ["--resume", resume],
        ]);

    public async Task<bool> KillBench(int at, TimeSpan pause)
    {
        var wasThere = await _benches[at].Kill();
        _benches[at].Dispose();
        await Task.Delay(pause);
        _benches[at] = Bench(at + 1);
        return wasThere;
    }

    public async Task KillBroker(TimeSpan pause)
    {
        await Broker.Kill();
        await Task.Delay(pause);
        await Broker.Again();
    }

    /// <summary>How many verdicts of a run the broker has.</summary>
    public async Task<int> VerdictsOf(string run)
    {
        await using var bus = await LabBus.Open(LabAddress.Of(Broker.Url), "anna", null, LabNight.Cancel);
        var told = await new LabBoard(bus).Verdicts.All($"{run}.>", LabNight.Cancel);
        return told.Count(one => one.Key.Split('.')[^1][0] == 'v');
    }

    /// <summary>What the benches have said, when something is wrong.</summary>
    public string Said => string.Join(
        "\n", _benches.Select((bench, at) => $"bench-{at + 1}{(bench.HasEnded ? " (ended)" : "")}: {bench.Said}"));

    public async ValueTask DisposeAsync()
    {
        foreach (var bench in _benches) bench.Dispose();
        await Broker.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private Child Bench(int number) => new(
        _folder, "lab", "join", "--nats", Broker.Url, "--rig", "none", "--name", $"bench-{number}", "--ledger",
        Path.Combine(_folder, $"bench-{number}.db"), "--steps", LabNight.StepFile);
}
