namespace HilBench.Tokens.Tests.Keys;

public class DecoderKeyTests
{
    private static readonly DecoderKey Short = DecoderKey.Ea07(0x0123456789ABCDEF);
    private static readonly DecoderKey Long = DecoderKey.Ea11(new UInt128(0x00112233445566EE, 0x8899AABBCCDDEEFF));

    [Fact]
    public void Two_sections_make_a_short_key_high_word_first()
    {
        Assert.Equal(Short, DecoderKey.FromSections(0x01234567, 0x89ABCDEF));
        Assert.Equal([0x01234567u, 0x89ABCDEFu], Enumerable.Range(0, 2).Select(Short.Word));
    }

    [Fact]
    public void Four_sections_make_a_long_key_with_the_third_and_the_fourth_in_the_middle()
    {
        Assert.Equal(
            Long, DecoderKey.FromSections(0x00112233, third: 0x445566EE, fourth: 0x8899AABB, low: 0xCCDDEEFF));
        Assert.Equal(
            [0x00112233u, 0x445566EEu, 0x8899AABBu, 0xCCDDEEFFu], Enumerable.Range(0, 4).Select(Long.Word));
    }

    [Fact]
    public void A_key_prints_its_algorithm_only_and_its_digits_when_asked_for_them()
    {
        Assert.Equal(("EA07 key", 64), (Short.ToString(), Short.Size));
        Assert.Equal(("EA11 key", 128), (Long.ToString(), Long.Size));
        Assert.Equal("0123456789abcdef", Short.ToHex());
        Assert.Equal("00112233445566ee8899aabbccddeeff", Long.ToHex());
    }

    [Fact]
    public void The_check_value_is_the_head_of_an_enciphered_block_of_zeros()
    {
        // With this key the block of zeros begins with a zero digit, so a lost leading zero would be seen.
        var key = Enumerable.Range(0, 1000).Select(n => DecoderKey.Ea07((ulong)n))
            .First(k => TokenCipher.Encipher(0, k, StaTables.Sample) >> 60 == 0);
        var block = TokenCipher.Encipher(0, key, StaTables.Sample);

        var check = key.CheckValue(StaTables.Sample);
        Assert.Equal(('0', 6), (check[0], check.Length));
        Assert.Equal(block >> 40, Convert.ToUInt64(check, 16));
    }
}
