using HilBench.Scenarios.Running;

namespace HilBench.Scenarios.Tests.Running;

/// <summary>What the steps of one scenario share, and what they can know about it.</summary>
public sealed class ContextTests
{
    private const string Feature = """
        @feature
        Feature: trial
          @rule
          Rule: rule
            @own
            Scenario: one
              told twice
              When it counts
              And another class counts
              Then it tells
            @outline
            Scenario Outline: <n>
              When it counts
              Then it tells
              @row
              Examples:
                | n   |
                | two |
        """;

    [Fact]
    public void Classes_of_a_scenario_share_one_instance_and_scenarios_share_none()
    {
        var diary = Trial.Passes(Feature, typeof(One), typeof(Another));
        Assert.Equal(["2", "1"], diary.Where(line => char.IsDigit(line[0])));
        Assert.Equal(["disposed 2", "disposed 1"], diary.Where(line => line.StartsWith("disposed")));
    }

    [Fact]
    public void A_step_may_know_title_description_and_tags_of_its_scenario() => Assert.Equal(
        ["one|told twice|own|own feature rule", "two||outline row|outline row feature rule"],
        Trial.Passes(Feature, typeof(One), typeof(Another)).Where(line => line.Contains('|')));

    [Fact]
    public void A_circle_of_classes_is_a_rig_fault_that_names_it()
    {
        var (results, _) = Trial.Run(Trial.Scenario("Given a circle"), typeof(Circle));
        Assert.Equal(Verdict.RigFault, results[0].Verdict);
        Assert.StartsWith("ObjectContainerException: Circular dependency found! ", results[0].Message);
        Assert.Contains("Left", results[0].Message);
    }

    [Fact]
    public void What_cannot_be_disposed_is_a_fault_outside_the_steps()
    {
        var (results, _) = Trial.Run(Trial.Scenario("Given a stubborn thing"), typeof(Stubborn));
        Assert.Equal("InvalidOperationException: it stays", results[0].Message);
        Assert.Null(results[0].Step);
    }

    [Fact]
    public void The_context_keeps_what_steps_put_into_it_and_what_belongs_to_the_report()
    {
        var (results, diary) = Trial.Run(Trial.Scenario("Given a note", "Then it is still there"), typeof(Notes));
        Assert.Equal(["kept"], diary);
        var attachment = Assert.Single(results[0].Attachments);
        Assert.Equal("note", attachment.Title);
        Assert.Equal(["line"], attachment.Lines);
    }

    public sealed class Counter(Diary diary) : IDisposable
    {
        public int Count { get; set; }

        public void Dispose() => diary.Add($"disposed {Count}");
    }

    [Binding]
    public sealed class One(Counter counter, Diary diary, ScenarioContext context, ScenarioInfo info)
    {
        [When("it counts")]
        public void Counts() => counter.Count++;

        [Then("it tells")]
        public void Tells()
        {
            Assert.Same(info, context.ScenarioInfo);
            diary.Add($"{counter.Count}");
            diary.Add($"{info.Title}|{info.Description}|{string.Join(' ', info.Tags)}"
                + $"|{string.Join(' ', info.CombinedTags)}");
        }
    }

    [Binding]
    public sealed class Another(Counter counter)
    {
        [When("another class counts")]
        public void Counts() => counter.Count++;
    }

    [Binding]
    public sealed class Circle(Left left)
    {
        [Given("a circle")]
        public void Given() => Assert.Null(left);
    }

    public sealed class Left(Right right)
    {
        public Right Right { get; } = right;
    }

    public sealed class Right(Left left)
    {
        public Left Left { get; } = left;
    }

    [Binding]
    public sealed class Stubborn : IDisposable
    {
        [Given("a stubborn thing")]
        public void Given()
        {
        }

        public void Dispose() => throw new InvalidOperationException("it stays");
    }

    [Binding]
    public sealed class Notes(ScenarioContext context, ScenarioAttachments attachments, Diary diary)
    {
        [Given("a note")]
        public void Given()
        {
            context["note"] = "kept";
            attachments.Add("note", ["line"]);
        }

        [Then("it is still there")]
        public void Then() => diary.Add((string)context["note"]);
    }
}
