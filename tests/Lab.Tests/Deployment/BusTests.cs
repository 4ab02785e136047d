using HilBench.Lab.Bus;
using HilBench.Lab.Coordination;
using HilBench.Lab.Told;

namespace HilBench.Lab.Tests.Deployment;

/// <summary>The bench's own connection at the shipped broker: let do what it does, told what it may not.</summary>
public class BusTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_comes_first_to_an_empty_broker_makes_what_is_missing()
    {
        await using var lab = await ShippedLab.Empty();
        await using var anna = await Open(lab, "anna");
        await using var bench = await Open(lab, "bench-1");
        var (gives, takes) = (new LabBoard(anna), new LabBoard(bench));

        await takes.Benches.Put("bench-1", new BenchCard { Name = "bench-1" }, Cancel);
        var lease = await new LeaseKeeper(gives, "anna").Take(
            "bench-1", "anna.1", "a run", TimeSpan.FromMinutes(1), least: 0, Cancel);
        Assert.NotNull(lease);
        Assert.NotNull(await gives.Runs.Create("anna.1", new RunNote(), Cancel));
        var features = await Parcel.Send(anna, "anna.1.features", Noise(900_000), Cancel);
        Assert.NotNull(features.Beside);
        await gives.Work.Put("bench-1.anna", new Work { Run = "anna.1", Features = features }, Cancel);

        var work = await takes.Work.Get("bench-1.anna", Cancel);
        Assert.Equal(900_000, (await work!.Value!.Features!.Open(bench, Cancel))?.Length);
        Assert.NotNull(await takes.Verdicts.Create(
            Delivered.VerdictKey("anna.1", 0), new Delivered { Bench = "bench-1", Attempt = 1 }, Cancel));
        Assert.Single(await gives.Verdicts.All("anna.1.>", Cancel));
        await features.Forget(anna, Cancel);
        Assert.Null(await features.Open(bench, Cancel));
        Assert.DoesNotContain("Violation", lab.Broker.Log);
    }

    [Fact]
    public async Task What_the_broker_does_not_let_a_user_do_is_told_with_the_name_of_the_user()
    {
        await using var lab = await ShippedLab.Empty();
        await using var ci = await Open(lab, "ci");
        var refused = await Assert.ThrowsAsync<LabException>(
            () => new LabBoard(ci).Work.Put("bench-1.anna", new Work { Run = "anna.1" }, Cancel));
        Assert.Contains("does not let ci do this", refused.Message);
        Assert.DoesNotContain(lab.Login("ci").Split(':')[1], refused.Message);
    }

    [Fact]
    public async Task A_bench_whose_name_is_not_its_login_is_told_so()
    {
        await using var lab = await ShippedLab.Empty();
        await using var bench = await Open(lab, "bench-1");
        var refused = await Assert.ThrowsAsync<LabException>(() => new LabBoard(bench).Benches.Put(
            "bench-2", new BenchCard { Name = "bench-2" }, Cancel));
        Assert.Contains("does not let bench-1 do this", refused.Message);
        Assert.Contains("bench-2", refused.Message);
    }

    private static Task<LabBus> Open(ShippedLab lab, string user) => LabBus.Open(
        LabAddress.Of(lab.Url, lab.LoginFile(user), lab.Authority), user, waits: null, Cancel);

    private static byte[] Noise(int length)
    {
        var bytes = new byte[length];
        Random.Shared.NextBytes(bytes);
        return bytes;
    }
}
