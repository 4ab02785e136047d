namespace HilBench.Specs;

/// <summary>The page of rules is up to date.</summary>
public sealed class RulePageSpecs
{
    [Fact]
    public void The_page_of_rules_is_up_to_date()
    {
        var page = RulePage.Of(FeatureFolder.Scenarios);
        if (Checkout.Writes) Checkout.Write(RulePage.Path, page);
        else if (page != Checkout.Read(RulePage.Path))
            Assert.Fail($"{RulePage.Path} is behind: HILBENCH_WRITE=1 dotnet test --project tests/Specs writes it");
    }

    /// <summary>A rule without a scenario is not tested and would not be on the page.</summary>
    [Fact]
    public void Every_rule_has_an_example()
    {
        var written = Directory
            .EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "features"), "*.feature",
                SearchOption.AllDirectories)
            .Sum(file => File.ReadLines(file).Count(line => line.TrimStart().StartsWith("Rule:")));
        var tested = FeatureFolder.Scenarios.Select(scenario => (scenario.Place.File,
            scenario.Rule)).Distinct().Count();
        Assert.Equal(written, tested);
    }
}
