using System.Runtime.InteropServices;
using Gherkin;
using Gherkin.CucumberMessages;
using Gherkin.CucumberMessages.Pickles;
using HilBench.Input;
using HilBench.Scenarios.Features;
using HilBench.Scenarios.Running;
using Io.Cucumber.Messages.Types;

namespace HilBench.Scenarios.Reports;

/// <summary>
/// A run as Cucumber messages (https://github.com/cucumber/messages), made when it is over: the same run gives the same
/// messages but for times, whatever the number of jobs.
/// </summary>
/// <param name="run">The run.</param>
/// <param name="pictures">Those that the report draws.</param>
/// <param name="bodies">Gets what belongs into the empty body of an attachment: the bytes of its file.</param>
internal sealed class CucumberMessages(RunRecord run, ReportPictures pictures, Dictionary<Envelope, byte[]> bodies)
{
    private const string ProtocolVersion = "30.1.0";
    private const long FirstAttempt = 0;
    private const string Before = "before the steps";
    private const string Outside = "outside the steps";
    private const string Changed = "what is different from an earlier run";

    private readonly IncrementingIdGenerator _ids = new();
    private readonly StepMatches _matches = new();
    private readonly CucumberAttachments _attachments = new(run, pictures, bodies);
    private DateTime _now = run.Began;

    public IEnumerable<Envelope> All()
    {
        yield return Envelope.Create(Meta());
        var pickles = new Dictionary<ScenarioCase, Pickle>(ReferenceEqualityComparer.Instance);
        foreach (var file in run.Results.GroupBy(result => result.Case.Place.File))
        {
            foreach (var message in Feature(file.Key, [.. file.Select(result => result.Case)], pickles))
                yield return message;
        }

        foreach (var sentence in run.Sentences)
            yield return Envelope.Create(_matches.Define(sentence, _ids.GetNewId()));
        if (run.Results.Any(HasBefore)) yield return Hook(Before, HookType.BEFORE_TEST_CASE);
        if (run.Results.Any(HasOutside)) yield return Hook(Outside, HookType.AFTER_TEST_CASE);
        var started = _ids.GetNewId();
        yield return Envelope.Create(new TestRunStarted(At(_now), started));
        foreach (var result in run.Results)
        {
            foreach (var message in Scenario(result, pickles[result.Case], started)) yield return message;
        }

        foreach (var message in Changes(started)) yield return message;
        var isGood = run.Results.All(result => result.Verdict.IsGood());
        yield return Envelope.Create(new TestRunFinished(null, isGood, At(_now), null, started));
    }

    /// <summary>The page shows them as a hook of the run.</summary>
    private IEnumerable<Envelope> Changes(string testRun)
    {
        if (run.Changes is not { } changes) yield break;
        var (hook, started) = (_ids.GetNewId(), _ids.GetNewId());
        yield return Envelope.Create(new Hook(hook, Changed, Nowhere, tagExpression: null, HookType.AFTER_TEST_RUN));
        yield return Envelope.Create(new TestRunHookStarted(started, testRun, hook, null, At(_now)));
        yield return CucumberAttachments.OfRun(changes.Lines, started, At(_now));
        var result = new TestStepResult(Lasting(TimeSpan.Zero), "", TestStepResultStatus.PASSED, null);
        yield return Envelope.Create(new TestRunHookFinished(started, result, At(_now)));
    }

    private static SourceReference Nowhere { get; } = new("", null, null, null);

    private static Envelope Hook(string name, HookType type) =>
        Envelope.Create(new Hook(name, name, Nowhere, tagExpression: null, type));

    private static Meta Meta() => new(
        ProtocolVersion,
        new Product("HilBench", ProgramVersion.Whole),
        new Product(".NET", Environment.Version.ToString()),
        new Product(RuntimeInformation.OSDescription, null),
        new Product(RuntimeInformation.ProcessArchitecture.ToString(), null),
        null);

    /// <summary>Its text, its tree, and those of its scenarios that were run.</summary>
    private IEnumerable<Envelope> Feature(
        string file, IReadOnlyList<ScenarioCase> cases, Dictionary<ScenarioCase, Pickle> pickles)
    {
        var text = cases[0].Source;
        yield return Envelope.Create(new Source(file, text, SourceMediaType.TEXT_X_CUCUMBER_GHERKIN_PLAIN));
        var document = new AstMessagesConverter(_ids).ConvertGherkinDocumentToEventArgs(
            new Parser().Parse(new StringReader(text)), file);
        yield return Envelope.Create(document);
        var all = new PickleCompiler(_ids).Compile(document);
        foreach (var one in cases)
        {
            var pickle = one.Round == 0 ? all[one.Index] : Again(all[one.Index], one.Round);
            pickles[one] = pickle;
            yield return Envelope.Create(pickle);
        }
    }

    /// <summary>The same scenario once more, told apart by its name.</summary>
    private Pickle Again(Pickle one, int round) => new(
        _ids.GetNewId(), one.Uri, one.Location, $"{one.Name} (round {round + 1})", one.Language,
        [.. one.Steps.Select(step => new PickleStep(
            step.Argument, step.AstNodeIds, _ids.GetNewId(), step.Type, step.Text))],
        one.Tags, one.AstNodeIds);

    private IEnumerable<Envelope> Scenario(ScenarioResult result, Pickle pickle, string run)
    {
        var (count, failed) = (pickle.Steps.Count, FailedStep(result));
        List<(TestStep Step, int At)> steps = [];
        if (HasBefore(result)) steps.Add((HookStep(Before), ScenarioOutput.BeforeTheSteps));
        steps.AddRange(pickle.Steps.Select((step, at) => (StepOf(step, result.Case.Steps[at].Kind), at)));
        if (HasOutside(result)) steps.Add((HookStep(Outside), count));
        var testCase = new TestCase(_ids.GetNewId(), pickle.Id, [.. steps.Select(one => one.Step)], run);
        yield return Envelope.Create(testCase);
        var started = _ids.GetNewId();
        yield return Envelope.Create(new TestCaseStarted(FirstAttempt, started, testCase.Id, null, At(_now)));
        var began = _now;
        foreach (var (step, at) in steps)
        {
            foreach (var message in Step((started, step.Id), result, at, failed < 0 ? count : failed))
                yield return message;
        }

        _now = began + result.WallTime;
        yield return Envelope.Create(new TestCaseFinished(started, At(_now), false));
    }

    private TestStep StepOf(PickleStep step, StepKind kind)
    {
        var match = _matches.Of(kind, step.Text);
        return new TestStep(null, _ids.GetNewId(), step.Id, match.Definitions, match.Arguments);
    }

    private TestStep HookStep(string hook) => new(hook, _ids.GetNewId(), null, null, null);

    /// <param name="owner">The test case and the step that the messages are about.</param>
    /// <param name="result">How the scenario ended.</param>
    /// <param name="at">Counted from 0; -1 before the first step, as many as there are after the last.</param>
    /// <param name="wrong">Where it went wrong, if it did.</param>
    private IEnumerable<Envelope> Step(
        (string TestCase, string TestStep) owner, ScenarioResult result, int at, int wrong)
    {
        var isWrong = at == wrong && result.Verdict != Verdict.Passed;
        var time = at >= 0 && at < result.StepTimes.Count ? result.StepTimes[at] : TimeSpan.Zero;
        yield return Envelope.Create(new TestStepStarted(owner.TestCase, owner.TestStep, At(_now)));
        foreach (var message in _attachments.Of(result, at, isWrong, owner, At(_now))) yield return message;
        _now += time;
        var outcome = isWrong ? Wrong(result, time)
            : new TestStepResult(Lasting(time), "", StatusOf(result, at, wrong), null);
        yield return Envelope.Create(new TestStepFinished(owner.TestCase, owner.TestStep, outcome, At(_now)));
    }

    /// <summary>A verdict that is not Passed says its own name.</summary>
    private static TestStepResult Wrong(ScenarioResult result, TimeSpan time)
    {
        var (name, why) = (result.Verdict.Word().ToUpperInvariant(), result.Message ?? "the run was stopped");
        return new TestStepResult(
            Lasting(time), $"{name}: {why}",
            result.Verdict == Verdict.KnownDefect ? TestStepResultStatus.PENDING : TestStepResultStatus.FAILED,
            new Io.Cucumber.Messages.Types.Exception(name, why, null));
    }

    private static TestStepResultStatus StatusOf(ScenarioResult result, int at, int wrong)
    {
        var isStep = at >= 0 && at < result.Case.Steps.Count;
        return isStep && (at > wrong || at >= result.StepTimes.Count)
            ? TestStepResultStatus.SKIPPED : TestStepResultStatus.PASSED;
    }

    private static bool HasBefore(ScenarioResult result) =>
        CucumberAttachments.Any(result, ScenarioOutput.BeforeTheSteps, isWrong: false);

    /// <summary>It went wrong there, or has something to show.</summary>
    private static bool HasOutside(ScenarioResult result) =>
        result.Verdict != Verdict.Passed && FailedStep(result) < 0
        || CucumberAttachments.Any(result, result.Case.Steps.Count, isWrong: false);

    /// <summary>Which step it was; -1 when none was.</summary>
    private static int FailedStep(ScenarioResult result)
    {
        for (var at = 0; at < result.Case.Steps.Count; at++)
        {
            if (ReferenceEquals(result.Case.Steps[at], result.Step)) return at;
        }

        return -1;
    }

    private static Timestamp At(DateTime time)
    {
        var since = time - DateTime.UnixEpoch;
        return new Timestamp((long)Math.Floor(since.TotalSeconds), since.Ticks % TimeSpan.TicksPerSecond * 100);
    }

    private static Duration Lasting(TimeSpan time) =>
        new((long)time.TotalSeconds, time.Ticks % TimeSpan.TicksPerSecond * 100);
}
