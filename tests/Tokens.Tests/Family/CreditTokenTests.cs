namespace HilBench.Tokens.Tests.Family;

public class CreditTokenTests
{
    [Fact]
    public void An_electricity_token_credits_tenths_of_a_kilowatt_hour() =>
        Assert.Equal(EnergyAmount.FromKwh(25.6m), Of(CreditService.Electricity).Energy);

    [Theory]
    [InlineData(CreditService.Water)]
    [InlineData(CreditService.Gas)]
    [InlineData(CreditService.Time)]
    public void Another_service_credits_no_energy(CreditService service)
    {
        var error = Assert.Throws<InvalidOperationException>(() => Of(service).Energy);

        Assert.Equal($"A {service} token credits no energy.", error.Message);
    }

    private static CreditToken Of(CreditService service) => new(service, 5, new(1000), TransferAmount.AtLeast(256));
}
