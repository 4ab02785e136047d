namespace HilBench.Chips.Tests.Display;

/// <summary>What a person reads on digits of seven segments.</summary>
public sealed class SevenSegmentsTests
{
    [Theory]
    [InlineData("3F 06 5B 4F 66 6D 7D 07 7F 6F", "0123456789")]
    [InlineData("77 39 39 79 73 78", "ACCEPt")]
    [InlineData("3E 6D 79 5E", "USEd")]
    [InlineData("3F 38 5E", "OLd")]
    [InlineData("73 38 6D 08 06 6D 78", "PLS_1St")]
    [InlineData("50 79 1E 58 78 40 06 3F", "rEJct-10")]
    [InlineData("50 79 0E 58 78 40 06 3F", "rEJct-10")]
    [InlineData("79 50 50 00 6D", "Err 5")]
    public void Shapes_are_read_by_what_stands_beside_them(string segments, string text) =>
        Assert.Equal(text, SevenSegments.Read(Convert.FromHexString(segments.Replace(" ", ""))));

    [Fact]
    public void A_point_is_a_sign_after_its_digit()
    {
        Assert.Equal("12.5", SevenSegments.Read([0x06, 0x5B | SevenSegments.Point, 0x6D]));
        Assert.Equal(" .", SevenSegments.Read([SevenSegments.Point]));
    }

    [Fact]
    public void A_shape_that_nobody_knows_is_no_sign() => Assert.Equal("1?", SevenSegments.Read([0x06, 0x49]));
}
