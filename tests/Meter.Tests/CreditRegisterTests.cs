using HilBench.Tokens;

namespace HilBench.Meter.Tests;

public class CreditRegisterTests
{
    private static readonly EnergyAmount Unit = new(1);

    [Fact]
    public void A_register_shows_zero_only_when_nothing_is_left()
    {
        Assert.Equal(Unit, new CreditRegister(1).Shown);
        Assert.Equal(Unit, CreditRegister.Of(Unit).Shown);
        Assert.Equal(new EnergyAmount(2), new CreditRegister(CreditRegister.MillijoulesPerUnit + 1).Shown);
        Assert.Equal(EnergyAmount.Zero, default(CreditRegister).Shown);
    }

    [Fact]
    public void A_purchase_up_to_the_limit_is_taken_and_one_unit_more_is_not()
    {
        var register = CreditRegister.Of(new(90));
        Assert.Equal(CreditRegister.Of(new(100)), register.Plus(new(10), new(100)));
        Assert.Null(register.Plus(new(11), new(100)));
    }

    [Fact]
    public void Energy_beyond_the_credit_empties_the_register_and_no_more()
    {
        Assert.Equal(default, new CreditRegister(500).Less(501));
        Assert.Equal(new CreditRegister(1), new CreditRegister(500).Less(499));
    }

    [Fact]
    public void A_register_below_zero_cannot_be_made() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new CreditRegister(-1));

    [Fact]
    public void Steps_change_exactly_when_a_multiple_is_reached()
    {
        Assert.Equal(2, new CreditRegister(101).StepsLeft(100));
        Assert.Equal(1, new CreditRegister(100).StepsLeft(100));
        Assert.Equal(1, new CreditRegister(1).StepsLeft(100));
        Assert.Equal(0, new CreditRegister(0).StepsLeft(100));
    }

    [Fact]
    public void The_largest_credit_token_fits_the_register_as_a_whole_number()
    {
        var most = new EnergyAmount(TransferAmount.LargestUnits);
        Assert.Equal(most, CreditRegister.Of(most).Shown);
        Assert.Equal(6_552_584_640_000_000, CreditRegister.Of(most).Millijoules);
    }

    [Fact]
    public void A_debit_of_all_there_is_leaves_nothing_and_a_larger_one_is_not_taken()
    {
        var register = CreditRegister.Of(new(90));
        Assert.Equal(default(CreditRegister), register.Plus(-90, 100, CreditScale.Energy));
        Assert.Null(register.Plus(-91, 100, CreditScale.Energy));
    }

    [Theory]
    [InlineData(101, 1, 1)]
    [InlineData(100, 1, 100)]
    [InlineData(250, 1, 50)]
    [InlineData(250, 49, 2)]
    [InlineData(250, 50, 1)]
    [InlineData(250, 51, 1)]
    [InlineData(350, 7, 8)]
    public void The_next_step_is_reached_in_whole_milliseconds_rounded_up(int raw, int perMillisecond, long expected) =>
        Assert.Equal(expected, new CreditRegister(raw).MillisecondsToNextStep(100, perMillisecond));
}
