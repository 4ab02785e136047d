using HilBench.Meter;
using HilBench.Rig.Files;
using HilBench.Rig.Outside;
using HilBench.Rig.Physical.Ports;
using HilBench.Rig.Roles;
using HilBench.Rig.Script;
using HilBench.Rig.Tests.Physical;
using HilBench.Rig.Tests.Virtual;
using HilBench.Tokens;

namespace HilBench.Rig.Tests.Outside;

/// <summary>
/// Runs the model in lockstep with meters behind a pseudo-terminal: a correct one, and ones with a rule broken on
/// purpose.
/// </summary>
public sealed class LockstepTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hilbench").FullName;

    [Fact]
    public void A_right_meter_and_the_model_agree_from_scenario_to_scenario()
    {
        using var meter = new RealTimeMeter(new PtyLink(), SampleMeter.Registers(EnergyAmount.FromKwh(3)));
        var plan = Plan(meter);
        plan.Prepare();
        foreach (var wanted in new[] { 10m, 4m })
        {
            using var rig = plan.Build(seed: 1);
            var port = Begin(rig, plan, wanted);
            var token = SampleMeter.Station().Credit(
                SampleMeter.Key, EnergyAmount.FromKwh(2), plan.Begins!.Value.AddMinutes(30)).Number.ToString();
            Assert.Equal(ResultCode.Accept, port.Enter(token));
            Assert.Equal(ResultCode.UsedError, port.Enter(token));
            Assert.Equal($"{wanted + 2:0.0} kWh", port.ReadCredit());
        }

        Assert.Null(meter.Failure);
    }

    [Fact]
    public void Credit_that_no_token_carries_is_brought_by_several()
    {
        using var meter = new RealTimeMeter(new PtyLink(), SampleMeter.Registers(EnergyAmount.FromKwh(3)));
        var plan = Plan(meter);
        plan.Prepare();
        using var rig = plan.Build(seed: 1);
        Assert.Equal("5000000.5 kWh", Begin(rig, plan, 5_000_000.5m).ReadCredit());
    }

    [Fact]
    public void A_meter_that_forgets_used_tokens_diverges_and_the_script_replays_it_on_the_model()
    {
        using var meter = new RealTimeMeter(
            new PtyLink(), SampleMeter.Registers(),
            afterAnswer: wrong => wrong.Doctored = wrong.Stored.Registers with { Tids = TidStore.Empty(50) });
        var plan = Plan(meter);
        plan.Prepare();
        using var rig = plan.Build(seed: 1);
        var port = Begin(rig, plan, 0);
        var token = SampleMeter.Station().Credit(
            SampleMeter.Key, EnergyAmount.FromKwh(2), plan.Begins!.Value.AddMinutes(30)).Number.ToString();
        Assert.Equal(ResultCode.Accept, port.Enter(token));
        var divergence = Assert.Throws<LockstepDivergenceException>(() => port.Enter(token));
        Assert.StartsWith("token 2 of this scenario: the model answers UsedError, the meter Accept",
            divergence.Message);
        Assert.Equal(2, divergence.History.Count);
        Assert.EndsWith("model UsedError, meter Accept", divergence.History[^1]);

        using var script = new MeterScript(RigPlan.None, seed: 1);
        var answers = File.ReadAllLines(divergence.Script).Select(script.Answer).ToArray();
        File.Delete(divergence.Script);
        Assert.DoesNotContain(answers, answer => answer.IsBad);
        Assert.Contains("\"result\":\"UsedError\"", answers[^1].Json);
    }

    [Fact]
    public void A_meter_that_is_another_one_is_noticed_before_anything_runs()
    {
        using var meter = new RealTimeMeter(new PtyLink(), SampleMeter.Registers());
        var plan = Plan(meter, "\"number\": \"12345678903\"");
        var wrong = Assert.Throws<RigFaultException>(plan.Prepare);
        Assert.Equal("the meter says it is 00000000000; the rig file says 12345678903", wrong.Message);
    }

    [Fact]
    public void A_key_change_is_followed_and_undone_for_the_next_scenario()
    {
        using var meter = new RealTimeMeter(new PtyLink(), SampleMeter.Registers());
        var plan = Plan(meter);
        plan.Prepare();
        var next = SampleMeter.Key with { Krn = new KeyRevision(2), BaseDate = BaseDate.Year2014 };
        using (var rig = plan.Build(seed: 1))
        {
            var port = Begin(rig, plan, 0);
            var codes = SampleMeter.Station().KeyChange(SampleMeter.Key, next, KeyExpiry.Never, rollOver: true);
            Assert.Equal(ResultCode.FirstKct, port.Enter(codes[0].ToString()));
            Assert.Equal(ResultCode.Accept, port.Enter(codes[1].ToString()));
            Assert.Equal(new KeyRevision(2), port.ReadKeyRevision());
        }

        using var again = plan.Build(seed: 1);
        Assert.Equal(new KeyRevision(1), Begin(again, plan, 0).ReadKeyRevision());
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static ITokenPort Begin(IMeterRig rig, RigPlan plan, decimal kwh)
    {
        var port = rig.TokenPort!;
        port.Establish(
            SampleMeter.Key, SampleMeter.Registers(EnergyAmount.FromKwh(kwh)), SampleMeter.Station());
        return port;
    }

    private RigPlan Plan(RealTimeMeter meter, string more = "\"lockstep\": true")
    {
        var file = Path.Combine(_folder, "rig.json");
        File.WriteAllText(
            file, $$"""{ "meter": { "kind": "token-port", "port": "{{meter.Port}}", {{more}} }, "clock": "wall" }""");
        return RigFiles.Load(file);
    }
}
