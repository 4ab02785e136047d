using System.Runtime.ExceptionServices;
using HilBench.Scenarios.Engine;
using HilBench.Scenarios.Features;
using Reqnroll;

namespace HilBench.Scenarios.Running;

/// <summary>
/// One of Reqnroll's test runners, and the feature it is in: hooks of a feature run when its first scenario here
/// begins, and when one of another feature does.
/// </summary>
internal sealed class RunWorker(
    StepEngine engine, FeatureInfos features, RunOptions options, Action<string, Exception> spoil) : IDisposable
{
    private readonly ITestRunner _runner = engine.Lend();
    private ExceptionDispatchInfo? _featureError;
    private string _file = "";

    public ScenarioResult Run(ScenarioCase scenario)
    {
        engine.Start(options.Stop);
        Enter(features.Of(scenario));
        _file = scenario.Place.File;
        // Without what they stand on its scenarios could only complain about that.
        _featureError?.Throw();
        return new ScenarioRun(scenario, _runner, options, engine.Types).Run();
    }

    public void Dispose()
    {
        Leave();
        engine.Return(_runner);
    }

    private void Enter(FeatureInfo feature)
    {
        if (ReferenceEquals(_runner.FeatureContext?.FeatureInfo, feature)) return;
        Leave();
        _featureError = null;
        try
        {
            _runner.OnFeatureStartAsync(feature).GetAwaiter().GetResult();
        }
        catch (Exception wrong)
        {
            _featureError = ExceptionDispatchInfo.Capture(wrong);
        }
    }

    private void Leave()
    {
        if (_runner.FeatureContext is null) return;
        try
        {
            _runner.OnFeatureEndAsync().GetAwaiter().GetResult();
        }
        catch (Exception wrong)
        {
            spoil(_file, wrong);
        }
    }
}
