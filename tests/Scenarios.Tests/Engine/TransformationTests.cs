using HilBench.Scenarios.Running;

namespace HilBench.Scenarios.Tests.Engine;

public sealed class TransformationTests
{
    [Theory]
    [InlineData("Given a weight of 5 kg", "weight 5000 g by regex")]
    [InlineData("Given a weight of 7", "weight 7 g by type")]
    [InlineData("Given a load of 2 kg", "weight 2000 g by regex")]
    [InlineData("Given a delay of 3 min", "delay 00:03:00")]
    [InlineData("Given a price of 5$ now", "price 5")]
    [InlineData("Given a bracket (xyz] now", "( then xyz then ]")]
    [InlineData("Given a day today", "day 2024-11-01")]
    [InlineData("Given a day in 2 days", "day 2024-11-03")]
    public void Words_become_types_of_the_house(string step, string expected) =>
        Assert.Equal([expected], Trial.Passes(Trial.Scenario(step), typeof(Made), typeof(Steps), typeof(NamedSteps)));

    [Fact]
    public void Words_that_no_regex_of_a_named_type_takes_are_refused() => Assert.Contains(
        "trial.feature:3: \"3 hours\" is not allowed here",
        Trial.Mistakes(Trial.Scenario("Given a delay of 3 hours"), typeof(Made), typeof(NamedSteps))[0]);

    [Fact]
    public void A_table_and_a_doc_string_become_types_of_the_house() => Assert.Equal(
        ["box a,b", "weight 9 g by type"],
        Trial.Passes(
            Trial.Scenario("Given a box:", "| name |", "| a |", "| b |", "Given a weight:", "\"\"\"", "9", "\"\"\""),
            typeof(Made), typeof(Steps)));

    [Fact]
    public void The_lower_order_wins() => Assert.Equal(
        ["first x"], Trial.Passes(Trial.Scenario("Given a rank x"), typeof(Ranked), typeof(Steps)));

    [Fact]
    public void A_static_one_runs_before_anything_and_its_refusal_is_a_line() => Assert.Equal(
        ["trial.feature:4: \"-1\" is no weight"],
        Trial.Mistakes(
            Trial.Scenario("Given a weight of 7", "Given a weight of -1"), typeof(Made), typeof(Steps)));

    [Theory]
    [InlineData("99999999999999999999")]
    [InlineData("x")]
    public void Whatever_a_static_one_throws_is_a_line(string words) => Assert.StartsWith(
        "trial.feature:3: ",
        Assert.Single(
            Trial.Mistakes(Trial.Scenario($"Given a weight of {words}"), typeof(Made), typeof(Steps))));

    [Fact]
    public void One_of_an_instance_waits_for_its_scenario_and_shares_its_context()
    {
        var (results, diary) = Trial.Run(
            Trial.Scenario("Given a note one", "Given a note two", "Given a note bad", "Given a note three"),
            typeof(Deferred), typeof(Steps));
        Assert.Equal(["note 1 one", "note 2 two"], diary);
        Assert.Equal(Verdict.RigFault, results[0].Verdict);
        Assert.Equal(5, results[0].Step!.Place.Line);
    }

    [Fact]
    public void A_regex_whose_groups_are_not_the_arguments_is_refused_when_the_classes_are_read() => Assert.Equal(
        "Miscounted.Two takes 2 arguments, its regex \"^(\\d+)$\" gives 1",
        Assert.Throws<StepAssemblyException>(() => StepEngine.Of(typeof(Miscounted))).Message);

    public sealed record Weight(int Grams, string By);

    public sealed record Box(string Names);

    public sealed record Bracket(string Open, string Inside, string Close);

    public sealed record Note(string Text);

    public sealed record Rank(string Text);

    [Binding]
    public static class Made
    {
        [StepArgumentTransformation(@"^(\d+) kg$", Order = 1)]
        public static Weight Kilograms(int kilograms) => new(kilograms * 1000, "regex");

        [StepArgumentTransformation(Order = 2)]
        public static Weight Grams(string text) => int.Parse(text) is var grams && grams >= 0
            ? new Weight(grams, "type")
            : throw new FormatException($"\"{text}\" is no weight");

        [StepArgumentTransformation(@"(\d+) (?:min|minutes)", Name = "minutes")]
        public static TimeSpan Minutes(int minutes) => TimeSpan.FromMinutes(minutes);

        [StepArgumentTransformation(@"(\d+)\$", Name = "price")]
        public static Uri Price(string dollars) => new($"http://price/{dollars}");

        [StepArgumentTransformation(@"([(])(\w+)([)\]])", Name = "bracket")]
        public static Bracket Bracketed(string open, string inside, string close) => new(open, inside, close);

        [StepArgumentTransformation("today")]
        public static DateOnly Today() => new(2024, 11, 1);

        [StepArgumentTransformation(@"in (\d+) days")]
        public static DateOnly InDays(int days) => Today().AddDays(days);

        [StepArgumentTransformation]
        public static Box Boxed(DataTable table) => new(string.Join(',', table.Rows.Select(row => row["name"])));
    }

    [Binding]
    public static class Ranked
    {
        [StepArgumentTransformation(Order = 3)]
        public static Rank Default(string text) => new($"default {text}");

        [StepArgumentTransformation(Order = 2)]
        public static Rank Second(string text) => new($"second {text}");

        [StepArgumentTransformation(Order = 1)]
        public static Rank First(string text) => new($"first {text}");
    }

    [Binding]
    public sealed class Deferred(Counter counter)
    {
        [StepArgumentTransformation]
        public Note Noted(string text) =>
            text == "bad" ? throw new FormatException("bad") : new Note($"{++counter.Count} {text}");
    }

    [Binding]
    public static class Miscounted
    {
        [StepArgumentTransformation(@"(\d+)")]
        public static Note Two(string one, string two) => new(one + two);
    }

    public sealed class Counter
    {
        public int Count { get; set; }
    }

    [Binding]
    public sealed class Steps(Diary diary)
    {
        [Given("a weight of {}")]
        [Given("a weight:")]
        public void HasWeight(Weight weight) => diary.Add($"weight {weight.Grams} g by {weight.By}");

        [Given(@"^a load of (.*)$")]
        public void HasLoad(Weight weight) => HasWeight(weight);

        [Given("a box:")]
        public void HasBox(Box box) => diary.Add($"box {box.Names}");

        [Given("a note {word}")]
        public void HasNote(Note note) => diary.Add($"note {note.Text}");

        [Given("a rank {word}")]
        public void HasRank(Rank rank) => diary.Add(rank.Text);
    }

    [Binding]
    public sealed class NamedSteps(Diary diary)
    {
        [Given("a delay of {minutes}")]
        public void HasDelay(TimeSpan delay) => diary.Add($"delay {delay}");

        [Given("a price of {price} now")]
        public void HasPrice(Uri price) => diary.Add($"price {price.AbsolutePath[1..]}");

        [Given("a bracket {bracket} now")]
        public void HasBracket(Bracket bracket) =>
            diary.Add($"{bracket.Open} then {bracket.Inside} then {bracket.Close}");

        [Given("a day {DateOnly}")]
        public void HasDay(DateOnly day) => diary.Add(FormattableString.Invariant($"day {day:yyyy-MM-dd}"));
    }
}
