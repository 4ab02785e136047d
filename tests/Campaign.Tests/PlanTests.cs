using System.Text;
using HilBench.Campaign.Plans;
using HilBench.Input;

namespace HilBench.Campaign.Tests;

/// <summary>A wrong plan is told with file and line, and what is allowed.</summary>
public class PlanTests
{
    private const string Whole = """
        {
          "meters": 1000, "begins": "2024-06-12", "ends": "2024-11-30",
          "profiles": [
            { "profile": "generic", "share": 0.75 },
            { "profile": "clou", "share": 0.25 }
          ],
          "households": [
            { "name": "all", "share": 1, "daysBetweenPurchases": 14, "kwhPerDay": 1 }
          ],
          "schedule": [
            { "date": "2024-06-12", "share": 0 },
            { "date": "2024-07-12", "share": 0.9 }
          ],
          "people": { "pace": 1 },
          "published": [{ "date": "2024-07-01", "figure": 400, "use": "fit" }],
          "fit": [{ "setting": "people.pace", "least": 0.5, "most": 2, "date": "2024-07-01" }],
          "whatIfs": [
            { "name": "slow",
              "changes": { "people": { "pace": 2 } } }
          ]
        }
        """;

    [Theory]
    [InlineData("\"share\": 0.75", "\"share\": 0.7", "3: the shares of profiles add up to 0.95; they must add up to 1")]
    [InlineData("\"share\": 1,", "\"share\": 0.5,", "7: the shares of households add up to 0.5; they must add up to 1")]
    [InlineData("Purchases\": 14", "Purchases\": -14",
        "8: households[0].daysBetweenPurchases is -14; allowed: null or a number from 0.1 to 1000")]
    [InlineData("kwhPerDay", "kwhPerDays",
        "8: unknown setting \"households[0].kwhPerDays\"; did you mean \"kwhPerDay\"? allowed: name, share, "
        + "daysBetweenPurchases, kwhPerDay, comesForward, comesForwardFrom, comesForwardTo")]
    [InlineData("2024-07-12", "2024-06-12", "12: schedule: 2024-06-12 is not after the day before it")]
    [InlineData("0.9", "-0.9", "12: schedule[1].share is -0.9; allowed: a number from 0 to 1")]
    [InlineData("\"ends\": \"2024-11-30\"", "\"ends\": \"2024-06-12\"",
        "2: ends is 2024-06-12; it must be after begins")]
    [InlineData("2024-11-30", "2024-11-31",
        "2: ends is \"2024-11-31\"; there is no 31 November 2024: the month has 30 days; allowed: a date such as "
        + "\"2024-06-12\"")]
    [InlineData("2024-11-30", "2034-11-30", "2: from begins to ends are more than 1100 days, the most that are lived")]
    [InlineData("\"pace\": 2", "\"pace\": 0",
        "19: whatIfs[0].changes.people.pace is 0; allowed: a number from 0.01 to 100")]
    [InlineData("\"figure\": 400", "\"figure\": 4000", "15: figure is 4000, more than the 1000 meters of the plan")]
    [InlineData("people.pace", "people.pacing", "16: there is no number at \"people.pacing\" of this plan")]
    [InlineData("\"begins\": \"2024-06-12\", ", "", "1: begins is missing here")]
    [InlineData("\"name\": \"slow\"", "\"name\": \"plan\"",
        "18: two plans are called \"plan\"; each needs a name of its own")]
    public void A_wrong_setting_is_told_with_its_line(string right, string wrong, string told)
    {
        var text = Whole.Replace(right, wrong, StringComparison.Ordinal);
        Assert.NotEqual(Whole, text);
        Assert.Equal($"plan.json:{told}", Assert.Throws<SettingsException>(() => Parse(text)).Message);
    }

    [Fact]
    public void A_profile_that_there_is_not_is_told_with_its_line_and_the_nearest_name()
    {
        var text = Whole.Replace("\"clou\"", "\"cluo\"", StringComparison.Ordinal);
        Assert.StartsWith(
            "plan.json:5: there is no profile \"cluo\"; did you mean \"clou\"?",
            Assert.Throws<SettingsException>(() => Parse(text)).Message);
    }

    [Fact]
    public void Records_cannot_be_wrong_more_often_than_always()
    {
        var text = Whole.Replace(
            "\"people\"", "\"database\": { \"supplyGroup\": 0.7, \"tariffIndex\": 0.4 }, \"people\"",
            StringComparison.Ordinal);
        Assert.Equal(
            "plan.json:14: the shares of database add up to 1.1; allowed: 1 at most",
            Assert.Throws<SettingsException>(() => Parse(text)).Message);
    }

    [Fact]
    public void A_what_if_is_the_plan_but_for_what_it_changes()
    {
        var plan = Parse(Whole);
        Assert.Equal(["plan", "slow"], plan.Variants.Select(variant => variant.Name));
        Assert.Equal([1, 2], plan.Variants.Select(variant => variant.Plan.People.Pace));
        Assert.Equal(plan.Variants[0].Plan.Schedule, plan.Variants[1].Plan.Schedule);
    }

    [Fact]
    public void Comments_make_no_other_plan_and_a_number_does()
    {
        var plan = Parse(Whole).Text();
        Assert.Equal(plan, Parse(Whole.Replace("\"people\"", "// who\n\"people\"", StringComparison.Ordinal)).Text());
        Assert.NotEqual(plan, Parse(Whole.Replace("0.9", "0.91", StringComparison.Ordinal)).Text());
    }

    [Fact]
    public void The_plans_that_come_with_it_can_be_read()
    {
        Assert.Equal(["eskom", "kenya-power"], PlanFiles.Names);
        Assert.All(PlanFiles.Names, name => Assert.NotEmpty(PlanFiles.Load(name).Published));
    }

    /// <summary>What is to be predicted must not have been fitted on.</summary>
    [Fact]
    public void Kenya_is_fitted_on_two_figures_and_Eskom_on_one()
    {
        Assert.Equal(
            [new DateOnly(2024, 7, 3), new DateOnly(2024, 7, 16)],
            PlanFiles.Load("kenya-power").Fit.Select(one => one.Date));
        Assert.Equal([new DateOnly(2024, 6, 10)], PlanFiles.Load("eskom").Fit.Select(one => one.Date));
    }

    private static PlanFile Parse(string text) => PlanFile.Parse("plan", "plan.json", Encoding.UTF8.GetBytes(text));
}
