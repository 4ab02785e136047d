using System.Runtime.InteropServices;
using System.Text;
using Gherkin;
using Gherkin.CucumberMessages;
using Gherkin.CucumberMessages.Pickles;
using HilBench.Scenarios.Engine;
using HilBench.Scenarios.Features;
using HilBench.Scenarios.Running;
using Io.Cucumber.Messages.Types;

namespace HilBench.Scenarios.Reports;

/// <summary>
/// A run as Cucumber messages (https://github.com/cucumber/messages), made when it is over: the same run gives the same
/// messages but for times, whatever the number of jobs.
/// </summary>
internal sealed class CucumberMessages(RunRecord run)
{
    private const string ProtocolVersion = "30.1.0";
    private const long FirstAttempt = 0;
    private const string Outside = "outside the steps";

    private readonly IncrementingIdGenerator _ids = new();
    private readonly Dictionary<StepSentence, string> _sentences = [];
    private DateTime _now = run.Began;

    public IEnumerable<Envelope> All()
    {
        yield return Envelope.Create(Meta());
        var pickles = new Dictionary<ScenarioCase, Pickle>();
        foreach (var file in run.Results.GroupBy(result => result.Case.Place.File))
        {
            foreach (var message in Feature(file.Key, [.. file.Select(result => result.Case)], pickles))
                yield return message;
        }

        foreach (var sentence in run.Sentences) yield return Envelope.Create(Definition(sentence));
        if (run.Results.Any(IsWrongOutsideTheSteps))
        {
            yield return Envelope.Create(new Hook(
                Outside, Outside, Nowhere, tagExpression: null, HookType.AFTER_TEST_CASE));
        }

        var started = _ids.GetNewId();
        yield return Envelope.Create(new TestRunStarted(At(_now), started));
        foreach (var result in run.Results)
        {
            foreach (var message in Scenario(result, pickles[result.Case], started)) yield return message;
        }

        var isGood = run.Results.All(result => result.Verdict == Verdict.Passed);
        yield return Envelope.Create(new TestRunFinished(null, isGood, At(_now), null, started));
    }

    private static SourceReference Nowhere { get; } = new("", null, null, null);

    private static Meta Meta() => new(
        ProtocolVersion,
        new Product("HilBench", typeof(CucumberMessages).Assembly.GetName().Version!.ToString(3)),
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
            pickles[one] = all[one.Index];
            yield return Envelope.Create(all[one.Index]);
        }
    }

    private StepDefinition Definition(StepSentence sentence)
    {
        var id = _sentences[sentence] = _ids.GetNewId();
        var method = sentence.Method;
        return new StepDefinition(
            id,
            new StepDefinitionPattern(
                sentence.Expression,
                sentence.Expression.StartsWith('^')
                    ? StepDefinitionPatternType.REGULAR_EXPRESSION : StepDefinitionPatternType.CUCUMBER_EXPRESSION),
            new SourceReference($"{method.DeclaringType!.FullName}.{method.Name}", null, null, null));
    }

    private IEnumerable<Envelope> Scenario(ScenarioResult result, Pickle pickle, string run)
    {
        var steps = pickle.Steps.Select((step, at) => new TestStep(
            null, _ids.GetNewId(), step.Id, DefinitionsOf(result.Case.Steps[at]), [])).ToList();
        var hook = new TestStep(Outside, _ids.GetNewId(), null, null, null);
        var isWrongOutside = IsWrongOutsideTheSteps(result);
        var testCase = new TestCase(_ids.GetNewId(), pickle.Id, isWrongOutside ? [.. steps, hook] : steps, run);
        yield return Envelope.Create(testCase);
        var started = _ids.GetNewId();
        yield return Envelope.Create(new TestCaseStarted(FirstAttempt, started, testCase.Id, null, At(_now)));
        var (began, failed) = (_now, FailedStep(result));
        for (var at = 0; at < steps.Count; at++)
        {
            var time = at < result.StepTimes.Count ? result.StepTimes[at] : TimeSpan.Zero;
            var outcome = at == failed ? Wrong(result, time)
                : new TestStepResult(Lasting(time), "", StatusOf(result, at, failed), null);
            foreach (var message in Step(started, steps[at].Id, outcome, time, at == failed ? result : null))
                yield return message;
        }

        if (isWrongOutside)
        {
            foreach (var message in Step(started, hook.Id, Wrong(result, TimeSpan.Zero), TimeSpan.Zero, result))
                yield return message;
        }

        _now = began + result.WallTime;
        yield return Envelope.Create(new TestCaseFinished(started, At(_now), false));
    }

    private IEnumerable<Envelope> Step(
        string testCase, string step, TestStepResult outcome, TimeSpan time, ScenarioResult? wrong)
    {
        yield return Envelope.Create(new TestStepStarted(testCase, step, At(_now)));
        foreach (var attachment in wrong?.Attachments ?? [])
            yield return Envelope.Create(Attached(attachment, testCase, step));
        _now += time;
        yield return Envelope.Create(new TestStepFinished(testCase, step, outcome, At(_now)));
    }

    private Io.Cucumber.Messages.Types.Attachment Attached(Attachment one, string testCase, string step)
    {
        var lines = string.Join('\n', one.Lines);
        var text = one.Title.Length == 0 ? lines : $"{one.Title}\n{lines}";
        return new Io.Cucumber.Messages.Types.Attachment(
            one.Picture is { } picture ? Convert.ToBase64String(Encoding.UTF8.GetBytes(picture)) : text,
            one.Picture is null ? AttachmentContentEncoding.IDENTITY : AttachmentContentEncoding.BASE64,
            one.Picture is null ? null : $"{one.Title}.svg",
            one.Picture is null ? "text/x.cucumber.log+plain" : "image/svg+xml",
            null, testCase, step, null, null, null, At(_now));
    }

    /// <summary>A verdict that is not Passed says its own name.</summary>
    private static TestStepResult Wrong(ScenarioResult result, TimeSpan time)
    {
        var (name, why) = (result.Verdict.Word().ToUpperInvariant(), result.Message ?? "the run was stopped");
        return new TestStepResult(
            Lasting(time), $"{name}: {why}", TestStepResultStatus.FAILED,
            new Io.Cucumber.Messages.Types.Exception(name, why, null));
    }

    private static TestStepResultStatus StatusOf(ScenarioResult result, int at, int failed) =>
        failed >= 0 && at > failed || at >= result.StepTimes.Count
            ? TestStepResultStatus.SKIPPED : TestStepResultStatus.PASSED;

    private static bool IsWrongOutsideTheSteps(ScenarioResult result) =>
        result.Verdict != Verdict.Passed && FailedStep(result) < 0;

    /// <summary>Which step it was; -1 when none was.</summary>
    private static int FailedStep(ScenarioResult result)
    {
        for (var at = 0; at < result.Case.Steps.Count; at++)
        {
            if (ReferenceEquals(result.Case.Steps[at], result.Step)) return at;
        }

        return -1;
    }

    private List<string> DefinitionsOf(StepCase step) =>
    [
        .. run.Sentences.Where(one => one.Kinds.Contains(step.Kind) && one.Fits(step.Text))
            .Select(one => _sentences[one]),
    ];

    private static Timestamp At(DateTime time)
    {
        var since = time - DateTime.UnixEpoch;
        return new Timestamp((long)Math.Floor(since.TotalSeconds), since.Ticks % TimeSpan.TicksPerSecond * 100);
    }

    private static Duration Lasting(TimeSpan time) =>
        new((long)time.TotalSeconds, time.Ticks % TimeSpan.TicksPerSecond * 100);
}
