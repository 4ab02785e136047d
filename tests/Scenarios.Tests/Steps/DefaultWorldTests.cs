using HilBench.RigFiles;
using HilBench.Scenarios.World;
using HilBench.Tokens;

namespace HilBench.Scenarios.Tests.Steps;

/// <summary>The default world of features/README.md: what holds before a scenario says anything.</summary>
public sealed class DefaultWorldTests : IDisposable
{
    private readonly Bench _bench = new(ModelPlan.Alone, new ScenarioSeed(1), RunStop.Never, new ScenarioFlight());

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void The_meter_is_the_default_meter()
    {
        var meter = _bench.Meter;
        Assert.Equal("600727000000000009", meter.Pan.ToString());
        Assert.Equal("123456", meter.SupplyGroup.ToString());
        Assert.Equal("01", meter.TariffIndex.ToString());
        Assert.Equal(new KeyRevision(1), meter.Revision);
        Assert.Equal(KeyType.Dutk, meter.KeyType);
        Assert.Equal(new KeyExpiry(255), meter.Expiry);
        Assert.Equal(BaseDate.Year1993, meter.BaseDate);
        Assert.Equal(EncryptionAlgorithm.Ea07, meter.Encryption);
        Assert.Equal(KeyDerivation.Dkga02, meter.Derivation);
        Assert.Equal(new DateTime(2020, 1, 1), meter.Manufactured);
        Assert.Equal(EnergyAmount.Zero, meter.Credit);
        Assert.Equal("generic", _bench.Profile.Name);
        Assert.False(meter.TamperLatched);
    }

    [Fact]
    public void The_clock_begins_on_the_first_of_November_2024_at_eight()
    {
        Assert.Equal("2024-11-01 08:00", UtcTime.Write(_bench.Now));
        Assert.Equal(DateTimeKind.Utc, _bench.Now.Kind);
        _bench.Build().Clock.Wait(TimeSpan.FromHours(2));
        Assert.Equal("2024-11-01 10:00", UtcTime.Write(_bench.Now));
    }

    [Fact]
    public void The_store_of_used_tokens_is_full_of_the_day_it_was_made()
    {
        var tids = _bench.Build().Stored!.Registers.Tids;
        var made = TokenIdentifier.From(_bench.Meter.Manufactured, BaseDate.Year1993);
        Assert.Equal(made.Value, tids.Floor);
    }

    [Fact]
    public void A_rollover_keeps_the_derivation()
    {
        _bench.Describe(meter => meter with { Derivation = KeyDerivation.Dkga04 });
        var key = new Vendor(_bench).KeyUnder(new KeyRevision(2), BaseDate.Year2014);
        Assert.Equal(
            _bench.Meter.Key with { Krn = new KeyRevision(2), BaseDate = BaseDate.Year2014 }, key);
        Assert.Equal(KeyDerivation.Dkga04, key.Derivation);
    }

    [Fact]
    public void A_meter_is_described_before_tokens_are_sold_to_it()
    {
        new Vendor(_bench).SellClearCredit("A");
        Assert.False(_bench.IsRunning);
        Assert.Throws<FeatureMistakeException>(() => _bench.Describe(meter => meter));
        _bench.GiveCredit(EnergyAmount.FromKwh(3));
        Assert.Equal(EnergyAmount.FromKwh(3), _bench.Build().Stored!.Registers.Credit.Shown);
        Assert.Throws<FeatureMistakeException>(() => _bench.GiveCredit(EnergyAmount.Zero));
        Assert.Throws<FeatureMistakeException>(() => _bench.MakeKeysBounce(TimeSpan.Zero));
    }
}
