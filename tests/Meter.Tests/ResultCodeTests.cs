namespace HilBench.Meter.Tests;

public class ResultCodeTests
{
    [Theory]
    [InlineData(ResultCode.None, null)]
    [InlineData(ResultCode.Accept, "Accept")]
    [InlineData(ResultCode.FirstKct, "1stKCT")]
    [InlineData(ResultCode.SecondKct, "2ndKCT")]
    [InlineData(ResultCode.ThirdKct, "3rdKCT")]
    [InlineData(ResultCode.FourthKct, "4thKCT")]
    [InlineData(ResultCode.DdtkError, "DDTKError")]
    [InlineData(ResultCode.CrcError, "CRCError")]
    [InlineData(ResultCode.KeyExpiredError, "KeyExpiredError")]
    public void Results_have_the_names_of_the_standard(ResultCode code, string? name) =>
        Assert.Equal(name, ResultCodes.NameOf(code));

    [Fact]
    public void An_answer_is_an_acceptance_a_section_taken_or_a_refusal_and_never_two_of_them()
    {
        var awaiting = Enum.GetValues<ResultCode>().Where(code => code.IsAwaitingMore());
        Assert.Equal(
            [ResultCode.FirstKct, ResultCode.SecondKct, ResultCode.ThirdKct, ResultCode.FourthKct], awaiting);

        var taken = Enum.GetValues<ResultCode>().Where(code => !code.IsRefusal());
        Assert.Equal([ResultCode.None, ResultCode.Accept, .. awaiting], taken);
    }
}
