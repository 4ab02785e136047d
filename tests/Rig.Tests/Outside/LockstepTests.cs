using HilBench.Meter;
using HilBench.Physical.Ports;
using HilBench.Rig.Outside;
using HilBench.Rig.Tests.Physical;
using HilBench.Rig.Tests.Virtual;
using HilBench.RigFiles;
using HilBench.RigFiles.Script;
using HilBench.Roles;
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
    public void A_meter_that_counts_money_is_brought_to_its_credit_too()
    {
        var money = ProfileFiles.Load("money");
        var scale = money.Accounting.Scale;
        var made = SampleMeter.Registers() with { Credit = CreditRegister.Of(2_500_010, scale) };
        using var meter = new RealTimeMeter(new PtyLink(), made, profile: money);
        var plan = Plan(meter, more: "\"lockstep\": true", rest: ", \"profile\": \"money\"");
        plan.Prepare();
        foreach (var units in new[] { 35_000_000, 0, 123_456 })
        {
            using var rig = plan.Build(seed: 1);
            var port = rig.TokenPort!;
            var wanted = SampleMeter.Registers() with { Credit = CreditRegister.Of(units, scale) };
            port.Establish(SampleMeter.Key, wanted, SampleMeter.Station());
            Assert.Equal(money.Accounting.Text(units), port.ReadCredit());
            var token = SampleMeter.Station().Currency(
                SampleMeter.Key, CreditService.Electricity, 1_000_000, plan.Begins!.Value.AddMinutes(30));
            Assert.Equal(ResultCode.Accept, port.Enter(token.Number.ToString()));
        }
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

        using var script = new MeterScript(ModelPlan.Alone, seed: 1);
        var answers = File.ReadAllLines(divergence.Script).Select(script.Answer).ToArray();
        File.Delete(divergence.Script);
        Assert.DoesNotContain(answers, answer => answer.IsBad);
        Assert.Contains("\"result\":\"UsedError\"", answers[^1].Json);
    }

    [Fact]
    public void A_script_is_never_written_over_something_that_is_there()
    {
        using var meter = new RealTimeMeter(
            new PtyLink(), SampleMeter.Registers(),
            afterAnswer: wrong => wrong.Doctored = wrong.Stored.Registers with { Tids = TidStore.Empty(50) });
        var plan = Plan(meter);
        plan.Prepare();
        // Links that lead to a file which is not there yet, under the name the script would have.
        var name = Path.Combine(Directory.GetCurrentDirectory(), $"hilbench-divergence-{Environment.ProcessId}-2");
        var trap = File.CreateSymbolicLink(name + ".jsonl", Path.Combine(_folder, "victim"));
        try
        {
            using var rig = plan.Build(seed: 1);
            var port = Begin(rig, plan, 0);
            var token = SampleMeter.Station().Credit(
                SampleMeter.Key, EnergyAmount.FromKwh(2), plan.Begins!.Value.AddMinutes(30)).Number.ToString();
            port.Enter(token);
            File.Delete(Assert.Throws<LockstepDivergenceException>(() => port.Enter(token)).Script);
            Assert.False(File.Exists(Path.Combine(_folder, "victim")));
        }
        finally
        {
            trap.Delete();
        }
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

    [Fact]
    public void After_the_run_the_meter_has_the_key_of_the_rig_file_again()
    {
        using var meter = new RealTimeMeter(new PtyLink(), SampleMeter.Registers());
        var plan = Plan(meter);
        plan.Prepare();
        RollOver(plan);
        Assert.Equal(new KeyRevision(2), meter.Stored.Registers.Key.Revision);
        Assert.Null(plan.Finish());
        Assert.Equal(new KeyRevision(1), meter.Stored.Registers.Key.Revision);
        // The next run, with the same file.
        Plan(meter).Prepare();
        Assert.Null(plan.Finish());
    }

    [Fact]
    public void A_key_change_left_half_done_is_cleared_after_the_run()
    {
        using var meter = new RealTimeMeter(new PtyLink(), SampleMeter.Registers());
        var plan = Plan(meter);
        plan.Prepare();
        using (var rig = plan.Build(seed: 1)) Begin(rig, plan, 0).Enter(Codes()[0].ToString());
        Assert.Null(plan.Finish());
        using var next = plan.Build(seed: 1);
        Assert.Equal(ResultCode.SecondKct, next.TokenPort!.Enter(Codes()[1].ToString()));
    }

    [Fact]
    public void A_run_that_is_stopped_says_what_to_write_into_the_rig_file()
    {
        using var meter = new RealTimeMeter(new PtyLink(), SampleMeter.Registers());
        using var stop = new CancellationTokenSource();
        var plan = Plan(meter) with { Stop = stop.Token };
        plan.Prepare();
        RollOver(plan);
        stop.Cancel();
        Assert.Equal(
            $"the meter is left under another key than {plan.File} says: before the next run put "
            + "\"keyRevision\": 2, \"baseDate\": 2014 into \"meter\" of that file",
            plan.Finish());
    }

    [Fact]
    public void A_meter_that_cannot_get_its_key_back_is_told_with_what_to_write()
    {
        PtyLink pty = new();
        var meter = new RealTimeMeter(pty, SampleMeter.Registers());
        var plan = Plan(meter);
        plan.Prepare();
        RollOver(plan);
        meter.Dispose();
        var left = plan.Finish();
        Assert.StartsWith(pty.Device, left);
        Assert.EndsWith("put \"keyRevision\": 2, \"baseDate\": 2014 into \"meter\" of that file", left);
    }

    [Fact]
    public void A_meter_left_under_another_key_by_an_earlier_run_is_told_with_the_settings_to_write()
    {
        var next = SampleMeter.Key with { Krn = new KeyRevision(2), BaseDate = BaseDate.Year2014 };
        var made = SampleMeter.Registers();
        var key = made.Key with { Decoder = SampleMeter.Station().KeyOf(next), Revision = next.Krn };
        using var meter = new RealTimeMeter(new PtyLink(), made with { Key = key, Tids = TidStore.Empty(50) });
        var plan = Plan(meter);
        Assert.Equal(
            "the meter has key revision 2, the rig file says 1: put \"keyRevision\": 2, \"baseDate\": 2014 into "
            + $"\"meter\" of {plan.File}",
            Assert.Throws<RigFaultException>(plan.Prepare).Message);
        Plan(meter, "\"keyRevision\": 2, \"baseDate\": 2014").Prepare();
    }

    [Fact]
    public void A_meter_the_station_sells_nothing_to_makes_the_scenario_invalid()
    {
        using var meter = new RealTimeMeter(new PtyLink(), SampleMeter.Registers());
        var plan = Plan(meter);
        plan.Prepare();
        using var rig = plan.Build(seed: 1);
        var wanted = SampleMeter.Registers(EnergyAmount.FromKwh(10));
        var wrong = Assert.Throws<StimulusNotDeliveredException>(() => rig.TokenPort!.Establish(
            SampleMeter.Key with { Krn = new KeyRevision(2), BaseDate = BaseDate.Year2035 }, wanted,
            SampleMeter.Station()));
        Assert.Equal(
            "a meter with key revision 2 on base date 2035 was not delivered: the run is at 2024-11-01, and no token "
            + "is sold before its base date",
            wrong.Message);
        Assert.Equal(new KeyRevision(1), meter.Stored.Registers.Key.Revision);
        var other = SampleMeter.Key with { Pan = MeterPan.FromDrn("54601234567") };
        wrong = Assert.Throws<StimulusNotDeliveredException>(
            () => rig.TokenPort!.Establish(other, wanted, SampleMeter.Station()));
        Assert.Contains("the meter on the port has number 00000000000", wrong.Message);
    }

    [Fact]
    public void A_refused_key_change_leaves_the_meter_under_the_key_it_had()
    {
        // It forgets the first half at once, so no set is ever whole: the model takes the second half, the meter not.
        using var meter = new RealTimeMeter(
            new PtyLink(), SampleMeter.Registers(),
            afterAnswer: wrong => wrong.Doctored = wrong.Stored.Registers with { Pending = PendingSections.None });
        var plan = Plan(meter);
        plan.Prepare();
        using (var rig = plan.Build(seed: 1))
        {
            var port = Begin(rig, plan, 0);
            Assert.Equal(ResultCode.FirstKct, port.Enter(Codes()[0].ToString()));
            var divergence = Assert.Throws<LockstepDivergenceException>(() => port.Enter(Codes()[1].ToString()));
            File.Delete(divergence.Script);
        }

        using var again = plan.Build(seed: 1);
        Assert.Equal("3.0 kWh", Begin(again, plan, 3).ReadCredit());
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static ITokenPort Begin(IMeterRig rig, RigPlan plan, decimal kwh)
    {
        var port = rig.TokenPort!;
        port.Establish(
            SampleMeter.Key, SampleMeter.Registers(EnergyAmount.FromKwh(kwh)), SampleMeter.Station());
        return port;
    }

    private static IReadOnlyList<TokenNumber> Codes() => SampleMeter.Station().KeyChange(
        SampleMeter.Key, SampleMeter.Key with { Krn = new KeyRevision(2), BaseDate = BaseDate.Year2014 },
        KeyExpiry.Never, rollOver: true);

    private static void RollOver(RigPlan plan)
    {
        using var rig = plan.Build(seed: 1);
        var port = Begin(rig, plan, 0);
        foreach (var code in Codes()) port.Enter(code.ToString());
        Assert.Equal(new KeyRevision(2), port.ReadKeyRevision());
    }

    private RigPlan Plan(RealTimeMeter meter, string more = "\"lockstep\": true", string rest = "")
    {
        var file = Path.Combine(_folder, "rig.json");
        File.WriteAllText(
            file,
            $$"""
            { "meter": { "kind": "token-port", "port": "{{meter.Port}}", {{more}} }, "clock": "wall"{{rest}} }
            """);
        return Rigs.Load(file);
    }
}
