namespace HilBench.Tokens.Tests;

/// <summary>The ends of the scales, which random tests seldom reach.</summary>
public class AmountTests
{
    [Fact]
    public void No_money_is_not_a_debit_of_nothing()
    {
        var nothing = CurrencyAmount.AtLeast(0);

        Assert.Equal(new CurrencyAmount(0, 0), nothing);
        Assert.False(nothing.IsNegative);
    }

    [Theory]
    [InlineData(0x0, 0x0001, "1e-5")]
    [InlineData(0x8, 0x0001, "-1e-5")]
    [InlineData(0x0, 0x4001, "16394e-5")]
    [InlineData(0xF, 0xFFFF, "-182034444444444444444444444444442624e-5")]
    public void Money_is_printed_in_the_finest_units(byte signAndExponent, int code, string printed) =>
        Assert.Equal(printed, new CurrencyAmount(signAndExponent, (ushort)code).ToString());

    [Fact]
    public void An_amount_of_money_beyond_either_end_has_no_code()
    {
        var most = CurrencyAmount.LargestUnits;

        Assert.Equal(most, CurrencyAmount.AtLeast(most).Units);
        Assert.Equal(-most, CurrencyAmount.AtLeast(-most).Units);
        Assert.Throws<ArgumentOutOfRangeException>(() => CurrencyAmount.AtLeast(most + 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => CurrencyAmount.AtLeast(-most - 1));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(TransferAmount.LargestUnits + 1)]
    public void An_amount_of_credit_beyond_either_end_has_no_code(long units) =>
        Assert.Equal(
            "units", Assert.Throws<ArgumentOutOfRangeException>(() => TransferAmount.AtLeast(units)).ParamName);

    [Fact]
    public void Power_is_printed_in_watts_and_coded_like_credit()
    {
        Assert.Equal("5000 W", new Watts(5000).ToString());
        Assert.Equal(TransferAmount.AtLeast(5000), TransferAmount.Of(new Watts(5000)));
        Assert.Equal([new(1), new(2)], new Watts[] { new(2), new(1) }.Order());
    }
}
