using HilBench.Tokens;
using HilBench.Vending;

namespace HilBench.Rig.Tests.Vending;

/// <summary>The station issues tokens as a vending system must, and its runs can be repeated.</summary>
public class VendingStationTests
{
    private static readonly DateTime Morning = new(2024, 11, 1, 8, 0, 0, DateTimeKind.Utc);

    private static readonly KeyParameters Meter = new(
        MeterPan.Parse("600727000000000009"),
        SupplyGroupCode.Parse("123456"),
        TariffIndex.Parse("01"),
        new KeyRevision(1),
        KeyType.Dutk,
        BaseDate.Year1993,
        EncryptionAlgorithm.Ea07,
        KeyDerivation.Dkga02);

    private static readonly KeyParameters NextKey =
        Meter with { Krn = new KeyRevision(2), BaseDate = BaseDate.Year2014 };

    [Fact]
    public void A_second_token_of_the_same_minute_takes_the_next_free_minute_of_that_key_alone()
    {
        var station = Station(1);
        var first = station.Credit(Meter, EnergyAmount.FromKwh(25.6m), Morning);
        var second = station.ClearTamper(Meter, Morning);
        var other = station.Credit(NextKey, EnergyAmount.FromKwh(25.6m), Morning);

        Assert.Equal(first.Tid.Value + 1, second.Tid.Value);
        Assert.Equal(Morning.AddMinutes(1), second.Issued);
        Assert.Equal(Morning, other.Issued);
    }

    [Fact]
    public void The_next_free_minute_steps_over_the_reserved_one()
    {
        var station = Station(1);
        var midnight = new DateTime(2024, 11, 2, 0, 0, 0, DateTimeKind.Utc);

        Assert.Equal(midnight, station.ClearTamper(Meter, midnight).Issued);
        Assert.Equal(midnight.AddMinutes(2), station.ClearTamper(Meter, midnight).Issued);
        Assert.Equal(midnight.AddMinutes(3), station.ClearTamper(Meter, midnight.AddMinutes(1)).Issued);
    }

    [Fact]
    public void The_meter_reads_what_the_station_sold()
    {
        var station = Station(1);
        var sold = station.MaximumPowerLimit(Meter, new Watts(5000), Morning);

        Assert.Equal(
            ReadResult.Ok,
            TokenReader.TryRead(sold.Number, station.KeyOf(Meter), StaTables.Sample, out Token? read));
        Assert.Equal(sold.Content, read);
        Assert.Equal(new Watts(5000), Assert.IsType<MaximumPowerLimitToken>(read).Limit);
    }

    [Fact]
    public void One_seed_sells_the_same_tokens_again()
    {
        var (once, again) = (Station(7), Station(7));
        for (var i = 0; i < 20; i++)
            Assert.Equal(once.ClearTamper(Meter, Morning), again.ClearTamper(Meter, Morning));
    }

    /// <summary>
    /// Computed apart from this code: the high four bits of SplitMix64, whose state begins as the seed xor the FNV-1a
    /// hash of "vending station". A release of .NET that draws otherwise would change every token of a seed.
    /// </summary>
    [Theory]
    [InlineData(0, "11 1 5 9 4 1 1 5 4 15 5 0")]
    [InlineData(1, "11 12 12 11 6 9 7 11 10 14 7 5")]
    [InlineData(7, "5 8 12 13 10 8 9 4 3 0 15 10")]
    [InlineData(ulong.MaxValue, "4 5 3 7 2 8 1 12 4 6 3 7")]
    public void A_seed_draws_the_random_bits_it_always_drew(ulong seed, string rnds)
    {
        var station = Station(seed);
        var drawn = Enumerable.Range(0, 12).Select(_ =>
            Assert.IsType<CreditToken>(station.Credit(Meter, EnergyAmount.FromKwh(1), Morning).Content).Rnd);
        Assert.Equal(rnds, string.Join(' ', drawn));
    }

    [Theory]
    [InlineData(CreditService.Electricity, "A credit token carries 0 to 1,820,162.4 kWh, not 1,820,162.5 kWh.")]
    [InlineData(CreditService.Water, "A credit token carries 0 to 1,820,162.4 m³, not 1,820,162.5 m³.")]
    [InlineData(CreditService.Time, "A credit token carries 0 to 1,820,162.4 minutes, not 1,820,162.5 minutes.")]
    public void An_amount_no_token_carries_is_told_in_the_unit_it_is_sold_in(CreditService service, string message) =>
        Assert.Equal(
            message,
            Assert.Throws<VendingRefusedException>(
                () => Station(1).Credit(Meter, service, TransferAmount.LargestUnits + 1, Morning)).Message);

    [Fact]
    public void A_power_limit_no_token_carries_is_told_in_watts() =>
        Assert.Equal(
            "A power limit must be 0 to 18,201,624 W, not 20,000,000 W.",
            Assert.Throws<VendingRefusedException>(
                () => Station(1).MaximumPowerLimit(Meter, new Watts(20_000_000), Morning)).Message);

    [Fact]
    public void Nothing_is_sold_under_an_expired_key_but_a_key_change_leads_out_of_it()
    {
        var station = Station(1);
        var expired = new KeyExpiry(0);

        var refusal = Assert.Throws<VendingRefusedException>(
            () => station.Credit(Meter, EnergyAmount.FromKwh(1), Morning, expired));
        Assert.Contains("expired", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(2, station.KeyChange(Meter, NextKey, KeyExpiry.Never, rollOver: true).Count);
    }

    [Fact]
    public void A_refused_sale_takes_no_minute()
    {
        var station = Station(1);
        Assert.Throws<VendingRefusedException>(() => station.ClearTamper(Meter, Morning, new KeyExpiry(0)));

        Assert.Equal(Morning, station.ClearTamper(Meter, Morning).Issued);
    }

    [Fact]
    public void The_same_key_change_is_always_the_same_set_whatever_was_sold_between()
    {
        var station = Station(1);
        var once = station.KeyChange(Meter, NextKey, KeyExpiry.Never, rollOver: true, threeTokens: true);
        station.Credit(Meter, EnergyAmount.FromKwh(1), Morning);

        Assert.Equal(3, once.Count);
        Assert.Equal(once, station.KeyChange(Meter, NextKey, KeyExpiry.Never, rollOver: true, threeTokens: true));
    }

    [Fact]
    public void A_rollover_to_the_same_key_is_refused() =>
        Assert.Throws<VendingRefusedException>(
            () => Station(1).KeyChange(Meter, Meter, KeyExpiry.Never, rollOver: true));

    [Fact]
    public void An_EA11_key_moves_in_four_tokens()
    {
        var modern = Meter with { Algorithm = EncryptionAlgorithm.Ea11, Derivation = KeyDerivation.Dkga04 };

        Assert.Equal(
            4, Station(1).KeyChange(modern, modern with { Krn = new KeyRevision(2) }, KeyExpiry.Never, true).Count);
    }

    [Fact]
    public void The_public_test_token_is_the_one_of_the_notices() =>
        Assert.Equal("18446744073843772416", VendingStation.Test(4).ToString());

    private static VendingStation Station(ulong seed) => new(StaTables.Sample, seed);
}
