namespace HilBench.Tokens.Tests.Family;

public class ManagementTokenTests
{
    [Theory]
    [InlineData(0x0000, 0, 0x000, false)]
    [InlineData(0x0401, 1, 0x001, false)]
    [InlineData(0xFBFF, 62, 0x3FF, false)]
    [InlineData(0xFC00, 63, 0x000, true)]
    public void An_extended_set_token_is_an_index_of_six_bits_and_a_control_of_ten(
        int value, int index, int control, bool setsFlag)
    {
        var token = Extended(value);

        Assert.Equal((index, control, setsFlag), (token.Index, token.Control, token.SetsFlag));
    }

    [Theory]
    [InlineData(0xFC01, 0, true)]
    [InlineData(0xFC02, 1, false)]
    [InlineData(0xFFFE, 511, false)]
    [InlineData(0xFFFF, 511, true)]
    public void The_control_of_a_flag_is_its_index_and_its_value(int value, int flag, bool on)
    {
        var token = Extended(value);

        Assert.Equal((flag, on), (token.FlagIndex, token.FlagValue));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(11)]
    [InlineData(15)]
    public void Key_changes_and_sub_classes_of_a_maker_are_no_management_token(int subClass) =>
        Assert.Null(ManagementToken.FromRaw(subClass, 0, new(0), 0));

    [Theory]
    [InlineData(-1)]
    [InlineData(16)]
    public void A_random_number_of_more_than_four_bits_is_never_written(int rnd) =>
        Assert.Equal("four", Assert.Throws<ArgumentOutOfRangeException>(
            () => new ClearTamperToken(rnd, new(0)).ToClear()).ParamName);

    private static ExtendedSetToken Extended(int value) =>
        Assert.IsType<ExtendedSetToken>(ManagementToken.FromRaw(10, 0, new(0), (ushort)value));
}
