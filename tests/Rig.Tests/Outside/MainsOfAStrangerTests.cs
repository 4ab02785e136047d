using HilBench.Meter;
using HilBench.Physical.Ports;
using HilBench.Rig.Outside;
using HilBench.Rig.Surroundings;
using HilBench.Rig.Tests.Physical;
using HilBench.Rig.Tests.Surroundings;
using HilBench.Rig.Tests.Virtual;
using HilBench.RigFiles;
using HilBench.RigFiles.Script;
using HilBench.Roles;
using HilBench.Tokens;

namespace HilBench.Rig.Tests.Outside;

/// <summary>A meter behind its token port whose mains goes through a relay of the bench.</summary>
public sealed class MainsOfAStrangerTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hilbench-mains-").FullName;
    private readonly LiveRelayBoard _relay = new(new MainsRelaySettings(Line: 3));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_mains_is_off_before_the_run_on_in_it_and_off_after_it()
    {
        using var meter = Meter();
        var plan = Plan(meter);
        Assert.Contains(Capability.Mains, plan.Capabilities);
        Assert.False(_relay.Module.IsClosed);
        plan.Prepare();
        Assert.True(_relay.Module.IsClosed);
        using (var rig = plan.Build(seed: 1)) Assert.True(rig.Mains.IsOn);
        Assert.True(_relay.Module.IsClosed);
        Assert.Null(plan.Finish());
        Assert.False(_relay.Module.IsClosed);
        Assert.Equal(1, _relay.Module.Closings);
    }

    [Fact]
    public void A_token_stays_used_after_the_mains_has_failed_and_the_model_agrees()
    {
        using var meter = Meter();
        var plan = Plan(meter);
        plan.Prepare();
        using (var rig = plan.Build(seed: 1))
        {
            var (port, token) = (Begin(rig), Token(plan));
            Assert.Equal(ResultCode.Accept, port.Enter(token));
            rig.Mains.Fail();
            Assert.False(rig.Mains.IsOn);
            rig.Mains.Return();
            Assert.Equal(ResultCode.UsedError, port.Enter(token));
            Assert.Equal("5.0 kWh", port.ReadCredit());
            rig.Mains.Fail();
        }

        // A scenario that ends in the dark does not leave the next one there.
        using var next = plan.Build(seed: 1);
        Assert.Equal(new KeyRevision(1), next.TokenPort!.ReadKeyRevision());
        Assert.Null(plan.Finish());
    }

    [Fact]
    public void A_meter_that_forgets_at_a_mains_failure_diverges_and_the_script_cuts_the_mains_too()
    {
        using var meter = Meter();
        var plan = Plan(meter);
        plan.Prepare();
        using var rig = plan.Build(seed: 1);
        var (port, token) = (Begin(rig), Token(plan));
        port.Enter(token);
        rig.Mains.Fail();
        meter.Doctored = meter.Stored.Registers with { Tids = TidStore.Empty(50) };
        rig.Mains.Return();
        var divergence = Assert.Throws<LockstepDivergenceException>(() => port.Enter(token));
        Assert.StartsWith(
            "token 2 of this scenario: the model answers UsedError, the meter Accept", divergence.Message);
        Assert.EndsWith("the mains fails", divergence.History[1]);
        Assert.EndsWith("the mains returns", divergence.History[2]);

        using var script = new MeterScript(ModelPlan.Alone, seed: 1);
        var answers = File.ReadAllLines(divergence.Script).Select(script.Answer).ToArray();
        File.Delete(divergence.Script);
        Assert.DoesNotContain(answers, answer => answer.IsBad);
        Assert.Contains("\"result\":\"UsedError\"", answers[^1].Json);
        plan.Finish();
    }

    private RealTimeMeter Meter()
    {
        var made = SampleMeter.Registers(EnergyAmount.FromKwh(3));
        var meter = new RealTimeMeter(new PtyLink(), made) { HasMains = false };
        _relay.Module.Switched += closed => meter.HasMains = closed;
        return meter;
    }

    private static ITokenPort Begin(IMeterRig rig)
    {
        var port = rig.TokenPort!;
        port.Establish(SampleMeter.Key, SampleMeter.Registers(EnergyAmount.FromKwh(3)), SampleMeter.Station());
        return port;
    }

    private static string Token(RigPlan plan) => SampleMeter.Station().Credit(
        SampleMeter.Key, EnergyAmount.FromKwh(2), plan.Begins!.Value.AddMinutes(30)).Number.ToString();

    private OutsidePlan Plan(RealTimeMeter meter)
    {
        var file = Path.Combine(_folder, "rig.json");
        File.WriteAllText(
            file,
            $$"""
            { "meter": { "kind": "token-port", "port": "{{meter.Port}}" }, "clock": "wall",
              "mains": "relay", "mainsRelay": { "line": 3, "bootSeconds": 0.5 } }
            """);
        var plan = (OutsidePlan)Rigs.Load(file);
        plan.Power!.Open = () => _relay.Open(MainsRelaySettings.FirstAddress);
        return plan;
    }
}
