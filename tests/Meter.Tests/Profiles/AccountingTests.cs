using HilBench.Tokens;

namespace HilBench.Meter.Tests.Profiles;

public class AccountingTests
{
    private static readonly Accounting Shillings = Accounting.Currency("KES", 2_500_000, 100_000_000);

    [Theory]
    [InlineData(0, "0.00 KES")]
    [InlineData(1, "0.01 KES")]
    [InlineData(1_000, "0.01 KES")]
    [InlineData(1_001, "0.02 KES")]
    [InlineData(100_000, "1.00 KES")]
    [InlineData(123_456_000, "1234.56 KES")]
    public void Money_is_shown_in_hundredths_rounded_up(long units, string text) =>
        Assert.Equal(text, Shillings.Text(units));

    [Fact]
    public void Energy_is_shown_in_tenths_with_its_unit_or_without()
    {
        Assert.Equal("12.5 kWh", Accounting.Energy.Text(125));
        Assert.Equal("12.5", Accounting.BareEnergy.Text(125));
        Assert.Equal("0.00", Accounting.Currency("", 1, 1).Text(0));
    }

    [Fact]
    public void Money_knows_its_most_and_energy_leaves_it_to_the_profile()
    {
        Assert.Equal(((Int128)100_000_000, "KES", true), (Shillings.MostUnits, Shillings.Unit, Shillings.IsCurrency));
        Assert.Equal((null, "kWh", false), (
            Accounting.Energy.MostUnits, Accounting.Energy.Unit, Accounting.Energy.IsCurrency));
        Assert.Equal((Int128)5, Shillings.WithMost(5).MostUnits);
        Assert.Equal(("KES", Shillings.Scale), (Shillings.WithMost(5).Unit, Shillings.WithMost(5).Scale));
    }

    [Fact]
    public void The_number_on_the_glass_moves_by_a_tenth_of_a_kilowatt_hour_or_by_a_cent()
    {
        Assert.Equal((Int128)360_000_000, Accounting.Energy.ShownStep);
        Assert.Equal((Int128)3_600_000_000 * 1_000, Shillings.ShownStep);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Energy_is_never_given_away(long price) =>
        Assert.Equal("pricePerKwh", Assert.Throws<ArgumentOutOfRangeException>(
            () => Accounting.Currency("KES", price, 1)).ParamName);

    [Fact]
    public void A_profile_takes_its_most_and_its_save_step_from_what_it_counts()
    {
        var energy = new MeterProfile { MaxCredit = new EnergyAmount(70) };
        var money = energy with { Accounting = Shillings };

        Assert.Equal(((Int128)70, (Int128)100_000_000), (energy.MostUnits, money.MostUnits));
        Assert.Equal((Int128)360_000_000, energy.SaveStep);
        Assert.Equal((Int128)360_000_000 * 2_500_000, money.SaveStep);
        Assert.Equal(energy with { MaxCredit = new EnergyAmount(80) }, energy.WithMost(80));
        Assert.Equal(((Int128)80, new EnergyAmount(70)), (money.WithMost(80).MostUnits, money.WithMost(80).MaxCredit));
    }
}
