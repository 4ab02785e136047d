using HilBench.TestKit.Stories;
using HilBench.TestKit.Vectors;
using HilBench.Tokens;

namespace HilBench.Meter.Tests.Vectors;

/// <summary>Every case of tests/vectors that a meter decides, typed on the firmware model.</summary>
public class VectorStoryTests
{
    public static TheoryData<string> Ids => [.. MeterStories.All.Select(story => story.Id)];

    public static TheoryData<string> Sets => [.. VectorFile.All.OfType<KeyChangeCase>().Select(c => c.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_published_token_is_answered_as_published(string id)
    {
        var story = MeterStories.ById(id);
        var bench = new StoryBench(story);

        Assert.NotEmpty(story.Steps);
        foreach (var step in story.Steps) bench.Play(step);
    }

    [Theory]
    [MemberData(nameof(Sets))]
    public void Every_published_set_works_in_every_order_and_rolls_over_only_when_it_says_so(string id)
    {
        var vector = (KeyChangeCase)VectorFile.All.Single(c => c.Id == id);
        foreach (var order in Orders(vector.Tokens.Count))
        {
            var story = MeterStories.ChangeInOrder(vector, order);
            var bench = new StoryBench(story);
            foreach (var step in story.Steps) bench.Play(step);

            var expected = vector.Ro == 1 ? TidStore.Empty(50) : TidStore.Holding(50, [.. story.Meter.TidStore!]);
            Assert.Equal(expected, bench.Meter.Registers.Tids);
        }
    }

    [Fact]
    public void A_maximum_power_limit_is_the_published_number_of_watts()
    {
        var limits = MeterStories.All.Where(story => story.Case is ManagementCase { Sub: 0 }).ToArray();
        Assert.NotEmpty(limits);
        foreach (var story in limits)
        {
            var bench = new StoryBench(story);
            bench.Play(story.Steps[0]);
            var watts = MeterStories.UnitsOf(((ManagementCase)story.Case).Value);
            Assert.Equal(new Watts((int)watts), bench.Meter.Registers.MaximumPower);
        }
    }

    [Fact]
    public void A_token_refused_for_overflow_is_taken_once_there_is_room()
    {
        var overflows = MeterStories.All.Where(story => story.Case.Expect == "OverflowError").ToArray();
        Assert.NotEmpty(overflows);
        foreach (var story in overflows)
        {
            var bench = new StoryBench(story);
            bench.Play(story.Steps[0]);
            var roomy = new StoryBench(story with { Meter = story.Meter with { CreditUnits = 0 } });
            Assert.Equal(ResultCode.Accept, roomy.Meter.Keys(story.Steps[0].Token + "#"));
            var tid = ((NegativeCase)story.Case).Tid!.Value;
            Assert.Equal(TidVerdict.Fresh, bench.Meter.Registers.Tids.Judge(new(tid)));
        }
    }

    [Fact]
    public void The_coverage_is_said_aloud_and_an_untold_kind_fails()
    {
        var untold = VectorFile.All.Where(c => MeterStories.WhyNot(c) is not null).ToList();
        var told = MeterStories.All.Select(story => story.Case).Distinct().Count();
        Say($"{VectorFile.All.Count} cases: {told} typed on a meter in {MeterStories.All.Count} stories of "
            + $"{MeterStories.All.Sum(story => story.Steps.Count)} tokens; {untold.Count} not: "
            + Counted(untold.Select(c => MeterStories.WhyNot(c)!)));
        Say("answered otherwise than the file says of the token alone: "
            + Counted(MeterStories.All.Select(story => story.Because).OfType<string>()));

        Assert.Equal(VectorFile.All.Count, told + untold.Count);
        Assert.DoesNotContain(untold, c => c is NegativeCase or ScenarioCase);
        Assert.Throws<NotSupportedException>(() => MeterStories.Of(new UntoldCase { Kind = "riddle" }).ToList());
    }

    private static IEnumerable<int[]> Orders(int count) =>
        count == 1
            ? [[1]]
            : Orders(count - 1).SelectMany(shorter =>
                Enumerable.Range(0, count).Select(at => (int[])[.. shorter[..at], count, .. shorter[at..]]));

    private static string Counted(IEnumerable<string> reasons) =>
        string.Join("; ", reasons.GroupBy(reason => reason).Select(group => $"{group.Count()} × {group.Key}"));

    private static void Say(string line)
    {
        TestContext.Current.TestOutputHelper?.WriteLine(line);
        TestContext.Current.SendDiagnosticMessage(line);
    }

    private sealed record UntoldCase : VectorCase;
}
