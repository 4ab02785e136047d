using System.Globalization;
using Reqnroll;
using Xunit;

namespace Lab.Project;

/// <summary>
/// What Reqnroll's generator writes for <c>credit.feature</c>, but for its names. Where its package is referenced, this
/// file is not needed.
/// </summary>
public sealed class CreditFeature : IAsyncLifetime
{
    private static readonly FeatureInfo Feature = new(
        new CultureInfo("en-US"), "", "Credit in this lab", "", ProgrammingLanguage.CSharp, []);

    private readonly ITestRunner _runner =
        TestRunnerManager.GetTestRunnerForAssembly(typeof(CreditFeature).Assembly, featureHint: Feature);

    public async ValueTask InitializeAsync() => await _runner.OnFeatureStartAsync(Feature);

    public async ValueTask DisposeAsync()
    {
        await _runner.OnScenarioEndAsync();
        await _runner.OnFeatureEndAsync();
        TestRunnerManager.ReleaseTestRunner(_runner);
    }

    [Fact]
    public async Task A_token_counts_once()
    {
        _runner.OnScenarioInitialize(new ScenarioInfo("A token counts once", "", [], null, []), null);
        await _runner.OnScenarioStartAsync();
        await _runner.GivenAsync("the meter holds 1.0 kWh", null, null, "Given ");
        await _runner.AndAsync("a 25.6 kWh credit token", null, null, "And ");
        await _runner.AndAsync("somebody stands beside the meter", null, null, "And ");
        await _runner.WhenAsync("the customer keys in the token", null, null, "When ");
        await _runner.ThenAsync("the meter accepts it", null, null, "Then ");
        await _runner.AndAsync("the meter holds 26.6 kWh", null, null, "And ");
        await _runner.CollectScenarioErrorsAsync();
    }
}
