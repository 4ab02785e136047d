using CsCheck;

namespace HilBench.Tokens.Tests.Properties;

/// <summary>Rounding is in the customer's favour and never more than one step.</summary>
public class AmountProperties
{
    [Fact]
    public void Every_code_names_its_own_amount_and_codes_grow_with_amounts()
    {
        var units = Enumerable.Range(0, 0x10000).Select(code => new TransferAmount((ushort)code).Units).ToArray();

        Assert.All(Enumerable.Range(1, 0xFFFF), code => Assert.True(units[code] > units[code - 1]));
        Assert.All(
            Enumerable.Range(0, 0x10000), code => Assert.Equal(code, TransferAmount.AtLeast(units[code]).Code));
        Assert.Equal(TransferAmount.LargestUnits, units[0xFFFF]);
    }

    [Fact]
    public void A_credit_is_the_smallest_amount_not_below_the_one_asked_for() =>
        Gen.Long[0, TransferAmount.LargestUnits].Sample(asked =>
        {
            var amount = TransferAmount.AtLeast(asked);
            Assert.True(amount.Units >= asked);
            if (amount.Code > 0)
                Assert.True(new TransferAmount((ushort)(amount.Code - 1)).Units < asked);
        });

    [Fact]
    public void Every_currency_code_survives_its_amount() =>
        Gen.Select(Gen.Byte[0, 15], Gen.UShort).Sample((signAndExponent, code) =>
        {
            var amount = new CurrencyAmount(signAndExponent, code);
            var again = CurrencyAmount.AtLeast(amount.Units);
            Assert.Equal(amount.Units, again.Units);
            if (amount.Units != 0)
                Assert.Equal(amount, again);
        });

    [Fact]
    public void A_currency_amount_rounds_up_and_a_debit_therefore_toward_zero() =>
        Gen.Select(Gen.Long, Gen.Int[0, 60], (value, shift) => (Int128)(value >> shift)).Sample(asked =>
        {
            var amount = CurrencyAmount.AtLeast(asked);
            Assert.True(amount.Units >= asked);
            Assert.True(asked >= 0 || amount.Units <= 0);
            Assert.True(amount.Units - asked < Step(amount));
        });

    /// <summary>The distance between neighbouring codes around an amount, the larger where ranges meet.</summary>
    private static Int128 Step(CurrencyAmount amount)
    {
        var exponent = ((amount.SignAndExponent & 7) << 2) | (amount.Code >> 14);
        return Enumerable.Range(0, exponent).Aggregate(Int128.One, (power, _) => power * 10);
    }
}
