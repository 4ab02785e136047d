namespace HilBench.Chips.Tests.Keypad;

public sealed class KeyLegendTests
{
    [Fact]
    public void Every_key_of_the_telephone_pad_is_found_where_it_is_printed()
    {
        KeyLegend pad = KeyLegend.Telephone;
        foreach (char key in "0123456789*#")
        {
            (int row, int column) = pad.PlaceOf(key);
            Assert.Equal(key, pad.KeyAt(row, column));
        }
    }

    [Fact]
    public void A_place_without_a_key_is_no_key()
    {
        var pad = new KeyLegend("12", "3 ");
        Assert.Throws<ArgumentException>(() => pad.PlaceOf(' '));
        Assert.Equal((1, 0), pad.PlaceOf('3'));
    }

    [Theory]
    [InlineData("12", "3")]
    [InlineData("12", "23")]
    [InlineData("", "")]
    public void Ragged_rows_and_keys_printed_twice_are_refused(params string[] rows) =>
        Assert.Throws<ArgumentException>(() => new KeyLegend(rows));
}
