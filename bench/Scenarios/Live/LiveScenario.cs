using System.Globalization;
using HilBench.Roles;
using HilBench.Scenarios.Engine;
using HilBench.Scenarios.Features;
using HilBench.Scenarios.Running;
using HilBench.Scenarios.World;
using Reqnroll;

namespace HilBench.Scenarios.Live;

/// <summary>
/// A scenario whose steps somebody says one after the other while it goes on. Each is a sentence of the bench, or of a
/// lab, found and run as in a feature; so what was done by hand can be written down as a feature. Everything must be
/// called on one thread.
/// </summary>
/// <remarks>
/// A step that fails ends a scenario of Reqnroll. Here another one begins around the same meter, so that people can go
/// on: they have seen that something was not so.
/// </remarks>
public sealed class LiveScenario : IDisposable
{
    /// <summary>Where the steps stand, as far as messages are concerned.</summary>
    public const string Place = "by hand";

    private const string Head = "Feature: By hand\n\n  Scenario: By hand\n    ";

    private readonly StepEngine _engine;
    private readonly RigPlan _plan;
    private readonly ScenarioSeed _seed;
    private readonly RunStop _stop;
    private readonly CancellationToken _token;
    private readonly StepCheck _check;
    private readonly ITestRunner _runner;
    private readonly Witness _witness;
    private readonly Customer _customer;
    private readonly FrontWitness _front;
    private bool _isOpen;

    /// <param name="engine">Knows the sentences.</param>
    /// <param name="plan">The rig; it is built by the first step that needs it.</param>
    /// <param name="seed">Of everything random.</param>
    /// <param name="stop">Ends a step that takes long.</param>
    public LiveScenario(StepEngine engine, RigPlan plan, ulong seed, CancellationToken stop)
    {
        (_engine, _plan, _token) = (engine, plan, stop);
        _seed = new ScenarioSeed(seed);
        _stop = new RunStop(stop);
        _check = new StepCheck(engine, plan.Capabilities);
        Bench = new Bench(plan, _seed, _stop, new ScenarioFlight());
        _witness = new Witness(Bench);
        _customer = new Customer(Bench, _witness);
        _front = new FrontWitness(Bench, _witness);
        _runner = engine.Lend();
        engine.Start(stop);
        _runner.OnFeatureStartAsync(new FeatureInfo(
            CultureInfo.InvariantCulture, "", "By hand", "", ProgrammingLanguage.CSharp)).GetAwaiter().GetResult();
    }

    /// <summary>The meter and what lies around it.</summary>
    public Bench Bench { get; }

    /// <summary>Finds a step and runs it.</summary>
    /// <param name="step">With its keyword, such as <c>When the mains fails</c>; a table or text below it.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public LiveStep Do(string step)
    {
        var lines = step.ReplaceLineEndings("\n").Split('\n');
        var (kind, said) = SaidIn(lines[0]);
        string[] below = [.. lines.Skip(1)];
        try
        {
            var found = Found(lines);
            return Run(found) is { } wrong
                ? new LiveStep(found.Kind, found.Text, below, Judge(wrong), MessageOf(wrong))
                : new LiveStep(found.Kind, found.Text, below, Verdict.Passed);
        }
        catch (FeatureMistakesException mistakes)
        {
            return new LiveStep(kind, said, below, Verdict.Undefined, WithoutPlace(mistakes.Mistakes[0]));
        }
    }

    /// <summary>Ends the scenario; the rig is given back, whatever hooks say.</summary>
    public void Dispose()
    {
        _stop.LetCleanUp();
        try
        {
            End();
            _runner.OnFeatureEndAsync().GetAwaiter().GetResult();
        }
        catch (Exception)
        {
            // A hook of the end has something to say about a scenario that nobody judges.
        }
        finally
        {
            _engine.Return(_runner);
            Bench.Dispose();
        }
    }

    /// <summary>The one step in these lines, checked as a feature is before it runs.</summary>
    private StepCase Found(string[] lines)
    {
        var text = Head + string.Join("\n      ", lines);
        var cases = FeatureReader.Parse(new StringReader(text), Place, _engine);
        if (cases is not [{ Steps: [var step] }])
            throw new FeatureMistakesException($"\"{Excerpt.Of(lines[0])}\" is not one step; write one sentence");
        _check.Check(cases);
        return step;
    }

    private Exception? Run(StepCase step)
    {
        Begin();
        var before = _runner.ScenarioContext.TestError;
        try
        {
            (step.Kind switch
            {
                StepKind.Given => _runner.GivenAsync(step.Text, step.DocString, step.Table, "Given "),
                StepKind.When => _runner.WhenAsync(step.Text, step.DocString, step.Table, "When "),
                _ => _runner.ThenAsync(step.Text, step.DocString, step.Table, "Then "),
            }).GetAwaiter().GetResult();
        }
        catch (Exception wrong) when (!IsStop(wrong))
        {
            End();
            return wrong;
        }

        var error = _runner.ScenarioContext.TestError;
        if (error is null || ReferenceEquals(error, before)) return null;
        End();
        if (IsStop(error)) throw new OperationCanceledException(error.Message, error, _token);
        return error;
    }

    private bool IsStop(Exception wrong) => wrong is OperationCanceledException && _token.IsCancellationRequested;

    private void Begin()
    {
        if (_isOpen) return;
        _isOpen = true;
        _runner.OnScenarioInitialize(new ScenarioInfo("By hand", "", [], null, []), null);
        var container = _runner.ScenarioContext.ScenarioContainer;
        container.RegisterInstanceAs(new ScenarioThread(_token));
        container.RegisterInstanceAs(new ScenarioAttachments());
        container.RegisterInstanceAs(new ScenarioOutput(isKept: false));
        container.RegisterInstanceAs(new ScenarioFlight());
        container.RegisterInstanceAs(_seed);
        container.RegisterInstanceAs(_stop);
        container.RegisterInstanceAs(_plan, typeof(RigPlan));
        // These last as long as the meter does.
        container.RegisterInstanceAs(Bench);
        container.RegisterInstanceAs(_witness);
        container.RegisterInstanceAs(_customer);
        container.RegisterInstanceAs(_front);
        _runner.OnScenarioStartAsync().GetAwaiter().GetResult();
    }

    /// <summary>Hooks of the end run; they look at the meter and may add what they saw.</summary>
    private void End()
    {
        if (!_isOpen) return;
        _isOpen = false;
        try
        {
            _runner.OnScenarioEndAsync().GetAwaiter().GetResult();
        }
        catch (Exception)
        {
            // The step that failed has said what is wrong.
        }
    }

    private static Verdict Judge(Exception wrong) => wrong is PendingStepException or FeatureMistakesException
        ? Verdict.Undefined : MeterJudge.Judge(wrong);

    private static string MessageOf(Exception wrong) =>
        Judge(wrong) == Verdict.RigFault && wrong is not RigFaultException
            ? $"{wrong.GetType().Name}: {wrong.Message}" : wrong.Message;

    private static (StepKind Kind, string Text) SaidIn(string line)
    {
        var words = line.Trim().Split(' ', 2);
        return words is [var keyword, var text] && Enum.TryParse<StepKind>(keyword, out var kind)
            ? (kind, text) : (StepKind.When, line.Trim());
    }

    /// <summary>Nobody has written a file: its name and the line would only confuse.</summary>
    private static string WithoutPlace(string mistake)
    {
        if (!mistake.StartsWith(Place + ":", StringComparison.Ordinal)) return mistake;
        var at = mistake.IndexOf(": ", StringComparison.Ordinal);
        return at < 0 ? mistake : mistake[(at + 2)..];
    }
}
