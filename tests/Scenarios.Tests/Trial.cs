using HilBench.Scenarios.Features;
using HilBench.Scenarios.Running;
using HilBench.Scenarios.Sentences;

namespace HilBench.Scenarios.Tests;

/// <summary>Runs a feature text with some binding classes.</summary>
internal static class Trial
{
    public const string File = "trial.feature";

    /// <summary>For a bench that knows no sentence.</summary>
    public static IReadOnlyList<ScenarioCase> Read(string feature) => Read(feature, NoSentences.Instance);

    public static IReadOnlyList<ScenarioCase> Read(string feature, ISentences sentences) =>
        FeatureReader.Parse(new StringReader(feature), File, sentences);

    /// <summary>One scenario of these lines; the first of them is on line 3.</summary>
    public static string Scenario(params IEnumerable<string> lines) =>
        "Feature: trial\n  Scenario: one\n" + string.Concat(lines.Select(line => $"    {line}\n"));

    public static IReadOnlyList<ScenarioCase> Bind(string feature, params IReadOnlyList<Type> classes) =>
        Bind(feature, StepEngine.Of(classes));

    public static IReadOnlyList<ScenarioCase> Bind(string feature, StepEngine engine) =>
        new StepCheck(engine).Check(Read(feature, engine));

    /// <summary>The lines that say why nothing can run.</summary>
    public static IReadOnlyList<string> Mistakes(string feature, params IReadOnlyList<Type> classes) =>
        Assert.Throws<FeatureMistakesException>(() => Bind(feature, classes)).Mistakes;

    /// <summary>Runs all scenarios one after the other; their steps may ask for the diary.</summary>
    public static (IReadOnlyList<ScenarioResult> Results, IReadOnlyList<string> Diary) Run(
        string feature, params IReadOnlyList<Type> classes) => Run(feature, new RunOptions(), classes);

    public static (IReadOnlyList<ScenarioResult> Results, IReadOnlyList<string> Diary) Run(
        string feature, RunOptions options, params IReadOnlyList<Type> classes)
    {
        var engine = StepEngine.Of(classes);
        var bound = Bind(feature, engine);
        var diary = new Diary();
        var results = new Runner(engine, options with
        {
            Provide = container =>
            {
                options.Provide(container);
                container.RegisterInstanceAs(diary);
            },
        }).Run(bound);
        return (results, diary.Lines);
    }

    /// <summary>The diary of a run in which every scenario must have passed.</summary>
    public static IReadOnlyList<string> Passes(string feature, params IReadOnlyList<Type> classes)
    {
        var (results, diary) = Run(feature, classes);
        Assert.All(results, result => Assert.True(result.Verdict == Verdict.Passed, result.Message));
        return diary;
    }
}
