using HilBench.Campaign.Runs;

namespace HilBench.Campaign.Tests;

/// <summary>What a plan says may be fitted is found from the figures it is fitted on.</summary>
public class FitTests
{
    [Fact]
    public void A_setting_that_was_forgotten_is_found_again_from_what_came_of_it()
    {
        const int meters = 2_000;
        var plan = Rehearsal.Plan("""
            "people": { "pace": 3 },
            "published": [{ "date": "2024-07-25", "figure": 60000, "use": "fit" }],
            "fit": [{ "setting": "people.pace", "least": 0.5, "most": 10, "date": "2024-07-25" }],
            """);
        var found = Assert.Single(new PlanFit(plan, meters, 1, 2).Run(CancellationToken.None).Settings);
        Assert.InRange(found.Here, 59_500, 60_500);
        var again = Rehearsal.Live(plan.With("people.pace", (decimal)found.Value), meters);
        Assert.Equal(found.Here, 50 * again.Count(row => row.UpdatedDay <= 24));
    }
}
