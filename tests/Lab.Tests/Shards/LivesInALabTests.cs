using HilBench.Lab.Shards.Kinds;
using HilBench.Meter;
using HilBench.RigFiles;
using HilBench.Simulation.Crash;
using HilBench.Simulation.Lives;
using HilBench.Simulation.Trials;

namespace HilBench.Lab.Tests.Shards;

/// <summary>Lives and cuts that a lab lives come to what they come to here.</summary>
public class LivesInALabTests
{
    private const long Lives = 2_300;

    private static readonly IReadOnlyList<MeterProfile> Profiles =
        [.. ((string[])["generic", "clou"]).Select(ProfileFiles.Load)];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Lives_come_to_the_same_for_one_worker_and_for_three(int workers)
    {
        var run = new LivesRun(Profiles, Whole) { Stop = Cancel };
        var here = run.Run(Lives, seed: 7, jobs: 2);
        await using var scene = await ShardScene.Start();
        for (var i = 0; i < workers; i++) await scene.Hire([LivesShards.Kind]);
        var lab = await scene.Giver();
        var lives = LivesShards.In(lab, Profiles, Lives, seed: 7);
        var there = await Task.Run(() => run.Run(Lives, seed: 7, lives), Cancel);
        Assert.Equal(here, there);
        Assert.Null(there.Failure);
    }

    /// <summary>It shows in the second thousand first, whoever is done first.</summary>
    [Fact]
    public async Task A_broken_promise_is_found_in_the_same_life_and_shortened_to_the_same_feature()
    {
        var run = new LivesRun(Profiles, Deaf.Meter) { Stop = Cancel };
        var here = run.Run(3_300, seed: 7, jobs: 2);
        await using var scene = await ShardScene.Start();
        for (var i = 0; i < 2; i++) await scene.Hire([LivesShards.KindWith(Deaf.Meter)]);
        var lab = await scene.Giver();
        var lives = LivesShards.In(lab, Profiles, 3_300, seed: 7);
        var there = await Task.Run(() => run.Run(3_300, seed: 7, lives), Cancel);
        Assert.Equal(here, there);
        Assert.NotNull(there.Failure);
        Assert.Equal(2_000, there.Lives);
    }

    [Fact]
    public async Task Cuts_come_to_the_same()
    {
        var sweep = new CrashSweep(Profiles, Whole, CrashSearch.Linear);
        var here = sweep.Run(jobs: 2, Cancel);
        await using var scene = await ShardScene.Start();
        await scene.Hire([CrashShards.Kind], threads: 2);
        var lab = await scene.Giver();
        var cuts = CrashShards.In(lab, Profiles, CrashSearch.Linear, sweep.Count);
        Assert.Equal(here, await Task.Run(() => sweep.Run(cuts, Cancel), Cancel));
        Assert.Equal(Profiles.Count * 3, here.Count);
    }

    private static IFirmware Whole(MeterProfile profile) => new ModelFirmware(profile);

    /// <summary>The model, but deaf to one token in very many.</summary>
    private sealed class Deaf(MeterProfile profile) : IFirmware
    {
        private const ulong OneIn = 30_000;
        private const ulong Which = 16;

        private readonly ModelFirmware _model = new(profile);

        public MeterTime? Due => _model.Due;

        public MeterState State => _model.State;

        public static IFirmware Meter(MeterProfile profile) => new Deaf(profile);

        public IReadOnlyList<Effect> Handle(MeterInput input, MeterTime now) =>
            input is MeterInput.TokenReceived(var digits) && ulong.Parse(digits[3..]) % OneIn == Which
                ? [] : _model.Handle(input, now);
    }
}
