using System.Text.RegularExpressions;
using System.Xml.Linq;
using HilBench.Web.Words;

namespace HilBench.Web.Tests.Words;

/// <summary>What the page says, it says in every language that it ships.</summary>
public partial class TranslationTests
{
    public static TheoryData<string> Shipped =>
        [.. Languages.All.Select(one => one.Code).Where(code => code != Languages.OfTheKeys)];

    [Theory]
    [MemberData(nameof(Shipped))]
    public void Every_word_of_the_page_is_translated(string language) =>
        Assert.Empty(UsedWords.All().Except(Translations(language).Keys));

    [Theory]
    [MemberData(nameof(Shipped))]
    public void No_translation_is_left_that_nobody_asks_for(string language) =>
        Assert.Empty(Translations(language).Keys.Except(UsedWords.All()));

    [Theory]
    [MemberData(nameof(Shipped))]
    public void A_translation_says_something_and_has_the_places_of_the_English_words(string language)
    {
        foreach (var (word, said) in Translations(language))
        {
            Assert.False(string.IsNullOrWhiteSpace(said), word);
            Assert.True(Places(word).SequenceEqual(Places(said)), $"{word}: {said}");
        }
    }

    [Fact]
    public void Words_that_are_asked_for_by_a_variable_are_listed_and_stand_in_a_source()
    {
        Assert.Equal(UsedWords.KnownVariables().Order(), UsedWords.Variables().Order());
        Assert.All(UsedWords.Listed(), word => Assert.True(UsedWords.IsInASource(word), word));
    }

    private static Dictionary<string, string> Translations(string language) =>
        XDocument.Load(Path.Combine(UsedWords.Folder(), "Words", $"Text.{language}.resx")).Root!.Elements("data")
            .ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value);

    private static IEnumerable<string> Places(string text) =>
        Place().Matches(text).Select(found => found.Value).Order();

    [GeneratedRegex(@"\{[0-9]+\}")]
    private static partial Regex Place();
}
