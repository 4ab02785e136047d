namespace HilBench.Tokens.Tests.Family;

public class TestTokenTests
{
    [Theory]
    [InlineData(0, 36)]
    [InlineData(1, 28)]
    [InlineData(2, 36)]
    public void Test_zero_asks_for_every_test_its_sub_class_has(int subClass, int tests)
    {
        var token = TestToken.OfTest(0, subClass);

        Assert.Equal((1UL << tests) - 1, token.Control);
        Assert.All(Enumerable.Range(1, tests), test => Assert.True(token.AsksFor(test)));
        Assert.False(token.AsksFor(tests + 1));
    }

    [Theory]
    [InlineData(1, 0, 1UL)]
    [InlineData(4, 0, 8UL)]
    [InlineData(36, 0, 1UL << 35)]
    [InlineData(28, 1, 1UL << 27)]
    public void A_test_asks_by_one_bit_of_the_control(int test, int subClass, ulong control)
    {
        var token = TestToken.OfTest(test, subClass, 65);

        Assert.Equal(new TestToken(subClass, control, 65), token);
        Assert.True(token.AsksFor(test));
        Assert.False(token.AsksFor(test == 1 ? 2 : test - 1));
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(37, 0)]
    [InlineData(29, 1)]
    public void A_test_that_has_no_bit_cannot_be_asked_for(int test, int subClass) =>
        Assert.Equal(
            "number", Assert.Throws<ArgumentOutOfRangeException>(() => TestToken.OfTest(test, subClass)).ParamName);

    [Theory]
    [InlineData(-1)]
    [InlineData(3)]
    public void Other_sub_classes_are_no_test_token(int subClass)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => new TestToken(subClass, 1, 0));

        Assert.StartsWith("Test tokens have sub-class 0, 1 or 2.", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 1UL << 36, 0, "Control")]
    [InlineData(1, 1UL << 28, 0, "Control")]
    [InlineData(0, 1, 256, "ManufacturerCode")]
    [InlineData(0, 1, -1, "ManufacturerCode")]
    [InlineData(1, 1, 65536, "ManufacturerCode")]
    public void A_field_too_large_for_its_bits_is_never_written(int subClass, ulong control, int maker, string named) =>
        Assert.Equal(named, Assert.Throws<ArgumentOutOfRangeException>(
            () => new TestToken(subClass, control, maker).ToClear()).ParamName);

    [Theory]
    [InlineData(0, 255)]
    [InlineData(1, 65535)]
    public void The_largest_fields_fill_the_token(int subClass, int maker) =>
        Assert.Equal(ClearToken.DataMask, TestToken.OfTest(0, subClass, maker).ToClear().Data44);
}
