using HilBench.Scenarios.World;
using HilBench.Tokens;

namespace HilBench.Scenarios.Tests.World;

public sealed class TokenTrayTests
{
    private readonly TokenTray _tray = new();

    [Fact]
    public void The_token_is_the_one_put_there_last_and_names_find_the_others()
    {
        _tray.Put(new TokenNumber(1), "A");
        _tray.Put(new TokenNumber(2), "B");
        _tray.Put(new TokenNumber(3), name: null);
        Assert.Equal(new TokenNumber(3), _tray.Newest);
        Assert.Equal(new TokenNumber(1), _tray["A"]);
        Assert.Equal(new TokenNumber(2), _tray["B"]);
    }

    [Fact]
    public void Codes_are_counted_from_one_in_the_newest_set_or_in_a_named_one()
    {
        _tray.PutCodes([new TokenNumber(11), new TokenNumber(12), new TokenNumber(13)], "old");
        _tray.PutCodes([new TokenNumber(21), new TokenNumber(22)], name: null);
        Assert.Equal(new TokenNumber(21), _tray.Code(1));
        Assert.Equal(new TokenNumber(22), _tray.Code(2));
        Assert.Equal(new TokenNumber(13), _tray.Code(3, "old"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(-1)]
    public void A_code_the_set_does_not_have_is_a_mistake_of_the_feature(int number)
    {
        _tray.PutCodes([new TokenNumber(1), new TokenNumber(2)], "new");
        Assert.Equal(
            $"there is no code {number}: the set has codes 1 to 2", Mistake(() => _tray.Code(number)));
        Assert.Equal(
            $"there is no code {number}: the set has codes 1 to 2", Mistake(() => _tray.Code(number, "new")));
    }

    [Fact]
    public void An_empty_tray_says_what_must_come_before()
    {
        Assert.StartsWith("there is no token yet: a line like `Given a 25.6 kWh", Mistake(() => _tray.Newest));
        Assert.StartsWith("there are no codes yet: a line like `Given the two key", Mistake(() => _tray.Code(1)));
        Assert.Equal("there is no token \"A\": none was given a name", Mistake(() => _tray["A"]));
    }

    [Fact]
    public void An_unknown_name_is_answered_with_those_there_are()
    {
        _tray.Put(new TokenNumber(1), "A");
        _tray.Put(new TokenNumber(2), "B");
        _tray.PutCodes([], "set");
        Assert.Equal("there is no token \"a\": there are \"A\", \"B\"", Mistake(() => _tray["a"]));
        Assert.Equal("there are no codes \"A\": there are \"set\"", Mistake(() => _tray.Code(1, "A")));
    }

    [Fact]
    public void A_name_is_given_once_to_tokens_and_once_to_codes()
    {
        _tray.Put(new TokenNumber(1), "A");
        _tray.PutCodes([new TokenNumber(2)], "A");
        Assert.Equal("there is a token \"A\" already", Mistake(() => _tray.Put(new TokenNumber(3), "A")));
        Assert.Equal("there are codes \"A\" already", Mistake(() => _tray.PutCodes([], "A")));
    }

    private static string Mistake(Func<object?> work) =>
        Assert.Throws<FeatureMistakeException>(() => { work(); }).Message;

    private static string Mistake(Action work) => Assert.Throws<FeatureMistakeException>(work).Message;
}
