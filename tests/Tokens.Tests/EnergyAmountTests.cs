namespace HilBench.Tokens.Tests;

public class EnergyAmountTests
{
    [Theory]
    [InlineData("0", 0, "0.0 kWh")]
    [InlineData("0.1", 1, "0.1 kWh")]
    [InlineData("25.60", 256, "25.6 kWh")]
    [InlineData("-1.5", -15, "-1.5 kWh")]
    [InlineData("1820162.4", 18_201_624, "1820162.4 kWh")]
    public void Kilowatt_hours_are_counted_in_tenths(string kwh, long tenths, string printed)
    {
        var value = decimal.Parse(kwh, System.Globalization.CultureInfo.InvariantCulture);
        var amount = EnergyAmount.FromKwh(value);

        Assert.Equal((new EnergyAmount(tenths), value, printed), (amount, amount.Kwh, amount.ToString()));
    }

    [Fact]
    public void An_amount_finer_than_a_tenth_is_refused_not_rounded()
    {
        var error = Assert.Throws<ArgumentException>(() => EnergyAmount.FromKwh(0.15m));

        Assert.StartsWith("0.15 kWh is finer than 0.1 kWh.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Amounts_add_and_subtract()
    {
        var (a, b) = (new EnergyAmount(30), new EnergyAmount(12));

        Assert.Equal((new EnergyAmount(42), new EnergyAmount(18)), (a + b, a - b));
        Assert.Equal(new EnergyAmount(-18), b - a);
        Assert.Equal(EnergyAmount.Zero, a - a);
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 2)]
    [InlineData(3, 2)]
    public void Amounts_compare_like_their_tenths(long left, long right)
    {
        var (a, b) = (new EnergyAmount(left), new EnergyAmount(right));

        Assert.Equal((left < right, left > right), (a < b, a > b));
        Assert.Equal((left <= right, left >= right), (a <= b, a >= b));
        Assert.Equal(left.CompareTo(right), a.CompareTo(b));
    }
}
