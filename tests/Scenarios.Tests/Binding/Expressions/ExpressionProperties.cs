using System.Globalization;
using CsCheck;
using HilBench.Scenarios.Binding.Expressions;

namespace HilBench.Scenarios.Tests.Binding.Expressions;

public sealed class ExpressionProperties
{
    private static readonly Gen<string> Plain =
        Gen.Char["abcXYZ019 .,;:-_+*?[]|#%&äß日\t"].Array[0, 20].Select(letters => new string(letters));

    private static readonly Gen<string> Any = Gen.Char[' ', '~'].Array[0, 20].Select(letters => new string(letters));

    /// <summary>Has letters at both ends, so that no character of the text turns it into a regex.</summary>
    [Fact]
    public void Text_without_special_signs_matches_itself_and_only_itself() =>
        Gen.Select(Plain, Plain).Sample((text, other) =>
        {
            var pattern = Pattern("{word}" + text);
            return pattern.Match("x" + text) is ["x"]
                && (text == other || other.EndsWith(text, StringComparison.Ordinal)
                    || pattern.Match("x" + other) is null);
        });

    [Fact]
    public void Escaped_text_matches_what_was_escaped() => Any.Sample(text =>
    {
        var escaped = string.Concat(text.Select(letter => @"{}()\/".Contains(letter) ? $@"\{letter}" : $"{letter}"));
        return Pattern("{int} " + escaped + " end").Match($"7 {text} end") is ["7"];
    });

    [Fact]
    public void Whole_numbers_come_back_as_they_were() => Gen.Select(Gen.Int, Gen.Long).Sample((small, large) =>
        Pattern("from {int} to {long}").Match(FormattableString.Invariant($"from {small} to {large}")) is [var a, var b]
        && int.Parse(a, CultureInfo.InvariantCulture) == small
        && long.Parse(b, CultureInfo.InvariantCulture) == large);

    [Fact]
    public void Fractions_come_back_as_they_were() => Gen.Select(Gen.Decimal, Gen.Double.Where(double.IsFinite))
        .Sample((money, measure) =>
        {
            var words = Pattern("{decimal} and {double}")
                .Match(FormattableString.Invariant($"{money} and {measure:R}"));
            return words is [var a, var b]
                && decimal.Parse(a, CultureInfo.InvariantCulture) == money
                && double.Parse(b, CultureInfo.InvariantCulture).Equals(measure);
        });

    [Fact]
    public void Quoted_text_comes_back_as_it_was() => Any.Sample(text =>
    {
        var quoted = text.Replace(@"\", @"\\").Replace("\"", "\\\"");
        return Pattern("say {string} twice").Match($"say \"{quoted}\" twice") is [var said] && said == text;
    });

    [Fact]
    public void Every_mix_of_choices_and_optional_text_matches_exactly_the_sentences_it_spells() =>
        Gen.Select(Gen.Char["abc"].Array[1, 3], Gen.Bool, Gen.Char["abc"]).Sample((letters, optional, tried) =>
        {
            var choices = letters.Select(letter => optional ? $"{letter}(s)" : $"{letter}");
            var pattern = Pattern($"see {string.Join('/', choices)} here");
            return (pattern.Match($"see {tried} here") is not null) == letters.Contains(tried)
                && (pattern.Match($"see {tried}s here") is not null) == (optional && letters.Contains(tried));
        });

    private static StepPattern Pattern(string expression) => StepPattern.Of(expression, ParameterType.BuiltIn);
}
