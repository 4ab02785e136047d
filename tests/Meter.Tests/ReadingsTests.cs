using HilBench.Meter.Tests.Fixture;
using HilBench.Tokens;

namespace HilBench.Meter.Tests;

/// <summary>What the meter shows for a test token (docs/sts.md).</summary>
public class ReadingsTests
{
    [Theory]
    [InlineData(1, "Switch closed")]
    [InlineData(2, "8888888888888888")]
    [InlineData(3, "0.0 kWh")]
    [InlineData(4, "1")]
    [InlineData(5, "07")]
    [InlineData(6, "Keypad")]
    [InlineData(7, "none")]
    [InlineData(8, "Tamper 0")]
    [InlineData(9, "0 W")]
    [InlineData(14, "07")]
    [InlineData(15, "2")]
    [InlineData(16, "123456")]
    [InlineData(17, "255")]
    [InlineData(18, "00000000000")]
    public void A_test_token_is_accepted_and_shows_its_register(int test, string text)
    {
        var meter = new MeterFixture(registers: MeterFixture.AsMade(10));
        Assert.Equal(ResultCode.Accept, meter.Types(TokenWriter.Write(TestToken.OfTest(test))));
        Assert.Equal($"Accept|{text}", meter.Glass);
    }

    [Fact]
    public void The_public_test_token_shows_the_key_revision_before_and_after_an_update()
    {
        var meter = new MeterFixture();
        meter.Keys("18446744073843772416#");
        Assert.Equal("Accept|1", meter.Glass);
        foreach (var code in Vendor.Old.KeyChange(TestKeys.New)) meter.Types(code);
        meter.Keys("18446744073843772416#");
        Assert.Equal("Accept|2", meter.Glass);
    }

    [Fact]
    public void A_profile_may_show_the_key_type_behind_the_revision()
    {
        var profile = MeterProfile.Generic with { KeyRevisionWording = KeyRevisionWording.RevisionAndType };
        var meter = new MeterFixture(profile);
        meter.Types(TokenWriter.Write(TestToken.OfTest(4)));
        Assert.Equal("Accept|1.2", meter.Glass);
    }

    [Fact]
    public void Registers_that_changed_are_shown_as_they_are_now()
    {
        var meter = new MeterFixture(registers: MeterFixture.AsMade(10));
        meter.Types(Vendor.Old.Write(new MaximumPowerLimitToken(0, new(5000), new Watts(4000))));
        meter.Do(new MeterInput.CoverOpened());
        meter.Draws(1500);
        meter.Wait(TimeSpan.FromHours(2));

        Assert.Equal("Accept|3.0 kWh", Test(meter, 3));
        Assert.Equal("Accept|4000 W", Test(meter, 7));
        Assert.Equal("Accept|Tamper 1", Test(meter, 8));
        Assert.Equal("Accept|1500 W", Test(meter, 9));
    }

    [Fact]
    public void Test_zero_shows_every_test_for_three_seconds_each_and_then_the_credit()
    {
        var meter = new MeterFixture(registers: MeterFixture.AsMade(10));
        meter.Receives(TokenWriter.Write(TestToken.OfTest(0)).ToString());
        for (var test = 1; test <= 18; test++)
        {
            Assert.StartsWith("Accept|", meter.Glass);
            if (test == 16) Assert.Equal("Accept|123456", meter.Glass);
            meter.Wait(TimeSpan.FromSeconds(3));
        }

        Assert.Equal("Credit|10.0 kWh", meter.Glass);
    }

    [Fact]
    public void A_test_token_changes_no_register_and_can_be_typed_again_and_again()
    {
        var meter = new MeterFixture(registers: MeterFixture.AsMade(10));
        var before = meter.Registers;
        Test(meter, 4);
        Assert.Equal("Accept|1", Test(meter, 4));
        Assert.Same(before, meter.Registers);
        Assert.Equal(0, meter.Saves);
    }

    [Fact]
    public void A_test_token_of_another_maker_is_refused_and_one_of_this_maker_is_taken()
    {
        var meter = new MeterFixture(registers: MeterFixture.AsMade() with { ManufacturerCode = 65 });
        Assert.Equal(ResultCode.Accept, meter.Types(TokenWriter.Write(TestToken.OfTest(4, 0, 65))));
        Assert.Equal(ResultCode.MfrCodeError, meter.Types(TokenWriter.Write(TestToken.OfTest(4, 0, 66))));
        Assert.Equal("Reject", meter.Glass);
        Assert.Equal(ResultCode.MfrCodeError, meter.Types(TokenWriter.Write(TestToken.OfTest(4, 1, 6565))));
    }

    [Fact]
    public void A_test_token_works_whatever_the_key_even_an_expired_default_one()
    {
        var key = TestKeys.Ea07(0x7777666655554444, 1, type: KeyType.Ddtk) with { Expiry = new KeyExpiry(0) };
        var meter = new MeterFixture(registers: MeterFixture.AsMade(key: key));
        Assert.Equal("Accept|1", Test(meter, 4));
    }

    [Fact]
    public void An_extended_read_is_no_function_of_this_meter_whatever_its_index()
    {
        var meter = new MeterFixture();
        Assert.Equal(ResultCode.FunctionError, meter.Types(TokenWriter.Write(new TestToken(2, 63UL << 30, 0))));
        Assert.Equal(ResultCode.FunctionError, meter.Types(TokenWriter.Write(new TestToken(2, 8, 0))));
    }

    [Fact]
    public void A_test_this_meter_does_not_know_is_refused()
    {
        var meter = new MeterFixture();
        Assert.Equal(ResultCode.FunctionError, meter.Types(TokenWriter.Write(TestToken.OfTest(19))));
    }

    private static string Test(MeterFixture meter, int number)
    {
        meter.Receives(TokenWriter.Write(TestToken.OfTest(number)).ToString());
        return meter.Glass;
    }
}
