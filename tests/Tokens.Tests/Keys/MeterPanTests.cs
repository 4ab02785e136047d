namespace HilBench.Tokens.Tests.Keys;

public class MeterPanTests
{
    [Theory]
    [InlineData("600727000000000009", "600727", "00000000000", 0, false)]
    [InlineData("600727111111111153", "600727", "11111111115", 11, false)]
    [InlineData("000001000000000082", "0000", "0100000000008", 100, true)]
    public void A_PAN_is_an_issuer_a_meter_number_and_a_check_digit(
        string digits, string iin, string drn, int maker, bool fourDigits)
    {
        Assert.True(MeterPan.TryParse(digits, out var pan, out var reason));
        Assert.Null(reason);
        Assert.Equal((digits, iin, drn), (pan!.ToString(), pan.Iin, pan.Drn));
        Assert.Equal((maker, fourDigits), (pan.ManufacturerCode, pan.HasFourDigitManufacturer));
        Assert.Equal(pan, MeterPan.FromDrn(drn));
    }

    [Theory]
    [InlineData("60072700000000000", "a PAN has 18 digits, not \"60072700000000000\"")]
    [InlineData("6007270000000000090", "a PAN has 18 digits, not \"6007270000000000090\"")]
    [InlineData("60072700000000000x", "a PAN has 18 digits, not \"60072700000000000x\"")]
    [InlineData("500727000000000009", "PAN 500727000000000009: it must start with 600727 or 0000")]
    [InlineData("600727000000000008", "PAN 600727000000000008: its check digit must be 9, not 8")]
    [InlineData(
        "600727123456789048", "PAN 600727123456789048: meter number 12345678904: its check digit must be 3, not 4")]
    [InlineData(
        "000001000000000090", "PAN 000001000000000090: meter number 0100000000009: its check digit must be 8, not 9")]
    public void A_PAN_that_cannot_be_is_refused_with_the_reason(string digits, string expected)
    {
        Assert.False(MeterPan.TryParse(digits, out var pan, out var reason));
        Assert.Null(pan);
        Assert.Equal(expected, reason);
        Assert.Equal(expected, Assert.Throws<FormatException>(() => MeterPan.Parse(digits)).Message);
    }

    [Theory]
    [InlineData("123456789", "a meter number has 11 or 13 digits, not \"123456789\"")]
    [InlineData("123456789031", "a meter number has 11 or 13 digits, not \"123456789031\"")]
    [InlineData("1234567890x", "a meter number has 11 or 13 digits, not \"1234567890x\"")]
    [InlineData("12345678904", "meter number 12345678904: its check digit must be 3, not 4")]
    [InlineData("11111111113", "meter number 11111111113: its check digit must be 5, not 3")]
    [InlineData("0100000000009", "meter number 0100000000009: its check digit must be 8, not 9")]
    public void A_meter_number_that_cannot_be_is_refused_with_the_reason(string drn, string expected)
    {
        Assert.Equal(expected, MeterPan.WhyNoDrn(drn));
        Assert.Equal(expected, Assert.Throws<FormatException>(() => MeterPan.FromDrn(drn)).Message);
    }

    [Theory]
    [InlineData("0", '0')]
    [InlineData("5", '9')]
    [InlineData("4", '2')]
    [InlineData("1234567890", '3')]
    public void A_Luhn_digit_makes_the_sum_a_multiple_of_ten(string digits, char check) =>
        Assert.Equal(check, MeterPan.CheckDigit(digits));
}
