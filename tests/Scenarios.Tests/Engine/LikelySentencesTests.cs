namespace HilBench.Scenarios.Tests.Engine;

public sealed class LikelySentencesTests
{
    [Theory]
    [InlineData("the mains fails", "the mains fails")]
    [InlineData("the meter holds {decimal} kWh", "the meter holds")]
    [InlineData("{int} day(s) pass(es)", "")]
    [InlineData("the key(s) bounce", "the key")]
    [InlineData("the load switch is open/closed", "the load switch is ")]
    [InlineData("^a load of (.*)$", "a load of ")]
    [InlineData("a loads? of", "a load")]
    [InlineData("the mains (fails|returns)", "")]
    [InlineData("one or|another", "")]
    [InlineData(@"\d+ keys", "")]
    public void A_sentence_begins_with_what_every_text_of_it_begins_with(string expression, string start) =>
        Assert.Equal(start, LikelySentences.StartOf(expression));

    [Theory]
    [InlineData("{int} key(s) go/goes down", "3 keys goes down")]
    [InlineData("colou?r {word}", "color red")]
    [InlineData("^(?:the )?lamp is on$", "lamp is on")]
    [InlineData("a cat/dog sleeps", "a dog sleeps")]
    public void A_text_that_fits_is_tried(string expression, string text) =>
        Assert.StartsWith(LikelySentences.StartOf(expression), text);
}
