using HilBench.Scenarios.Reports;
using HilBench.Scenarios.Tests.Running;

namespace HilBench.Scenarios.Tests.Reports;

public sealed class StepCatalogueTests
{
    /// <summary>Sentences that features may count on, spelt as in the step files.</summary>
    [Theory]
    [InlineData(StepKind.Given, "a meter with key revision {int} on base date {int}")]
    [InlineData(StepKind.Given, "a meter with:")]
    [InlineData(StepKind.Given, "the meter holds {decimal} kWh")]
    [InlineData(StepKind.Given, "a {decimal} kWh credit token")]
    [InlineData(StepKind.Given, "a {decimal} kWh credit token {string} issued at {string}")]
    [InlineData(StepKind.Given, "the {word} key change codes to key revision {int} on base date {int}")]
    [InlineData(StepKind.Given, "a clear tamper token")]
    [InlineData(StepKind.When, "the customer keys in code {int}")]
    [InlineData(StepKind.When, "the mains fails")]
    [InlineData(StepKind.When, "{decimal} minute(s) pass(es)")]
    [InlineData(StepKind.Then, "the meter asks for the other code")]
    [InlineData(StepKind.Then, "the display reads:")]
    [InlineData(StepKind.Then, "the load switch is {word}")]
    public void The_catalogue_has_the_sentences_features_count_on(StepKind kind, string expression) =>
        Assert.Contains(
            StepCatalogue.Of(MeterTrial.Sentences),
            sentence => sentence.Kind == kind && sentence.Expression == expression);

    [Fact]
    public void Every_sentence_stands_in_it_once_for_each_keyword_in_order()
    {
        var catalogue = StepCatalogue.Of(MeterTrial.Sentences);
        Assert.Equal(
            MeterTrial.Sentences.Sentences
                .SelectMany(step => step.Kinds.Select(kind => (kind, step.Expression))).Order(),
            catalogue.Select(sentence => (sentence.Kind, sentence.Expression)).Order());
        Assert.Equal(
            catalogue.OrderBy(sentence => sentence.Kind).ThenBy(s => s.Expression, StringComparer.Ordinal), catalogue);
        Assert.Equal(catalogue.Count, catalogue.Distinct().Count());
    }

    [Fact]
    public void A_sentence_comes_with_its_comment_in_one_line_and_with_its_needs()
    {
        var catalogue = StepCatalogue.Of(StepEngine.Of(typeof(Steps)));
        Assert.Equal(
            [
                (StepKind.Given, "anything", "Written on two lines.", ""),
                (StepKind.Given, "{int} and {word}",
                    "With parameters of two types, which the compiler names in their order.", "sound, light"),
                (StepKind.Given, "{word} and {int}", "The same name with the types the other way round.", ""),
                (StepKind.When, "anything", "Written on two lines.", ""),
                (StepKind.Then, "anything", "Written on two lines.", ""),
                (StepKind.Then, "silent", null, ""),
            ],
            catalogue.Select(s => (s.Kind, s.Expression, s.Summary, string.Join(", ", s.Needs))));
    }

    [Fact]
    public void A_comment_of_the_product_reaches_the_catalogue() => Assert.Equal(
        "A meter of the default world under this key.",
        StepCatalogue.Of(MeterTrial.Sentences)
            .Single(sentence => sentence.Expression == "a meter with key revision {int} on base date {int}").Summary);

    [Binding]
    public sealed class Steps
    {
        /// <summary>
        /// Written on
        /// two lines.
        /// </summary>
        [StepDefinition("anything")]
        public void Anything() => Assert.Fail("it is only listed");

        /// <summary>With parameters of two types, which the compiler names in their order.</summary>
        [Needs("sound", "light")]
        [Given("{int} and {word}")]
        public void Numbers(int one, string two) => Assert.Fail($"{one} {two}");

        /// <summary>The same name with the types the other way round.</summary>
        [Given("{word} and {int}")]
        public void Numbers(string one, int two) => Assert.Fail($"{one} {two}");

        [Then("silent")]
        public void Silent() => Assert.Fail("it is only listed");
    }
}
