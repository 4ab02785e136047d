namespace HilBench.Tokens.Tests.Keys;

public class KeyExpiryTests
{
    [Theory]
    [InlineData(0x55, 0x540000, false)]
    [InlineData(0x55, 0x55FFFF, false)]
    [InlineData(0x55, 0x560000, true)]
    [InlineData(0, 0x00FFFF, false)]
    [InlineData(0, 0x010000, true)]
    [InlineData(255, 0xFFFFFF, false)]
    public void A_key_is_expired_when_the_high_byte_of_the_TID_is_larger_and_255_never_is(
        byte ken, int tid, bool expired) => Assert.Equal(expired, new KeyExpiry(ken).IsExpiredAt(new(tid)));

    [Fact]
    public void A_key_change_carries_the_number_in_two_nibbles()
    {
        var expiry = new KeyExpiry(0xA5);

        Assert.Equal((0xA, 0x5, "165"), (expiry.HighNibble, expiry.LowNibble, expiry.ToString()));
    }

    [Fact]
    public void Never_is_255() => Assert.Equal(new KeyExpiry(255), KeyExpiry.Never);
}
