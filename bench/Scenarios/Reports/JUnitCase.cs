using HilBench.Scenarios.Features;
using HilBench.Scenarios.Running;

namespace HilBench.Scenarios.Reports;

/// <summary>The four outcomes JUnit knows.</summary>
internal enum JUnitOutcome
{
    Passed,
    Failure,
    Error,
    Skipped,
}

/// <summary>One testcase: a scenario that ran, or one that was left out.</summary>
internal sealed record JUnitCase
{
    private const string LeftOut = "LeftOut";

    public required ScenarioCase Case { get; init; }

    public required JUnitOutcome Outcome { get; init; }

    /// <summary>Our own word for how it ended, which says more than JUnit's.</summary>
    public required string Verdict { get; init; }

    public required string Again { get; init; }

    /// <summary>Where it ran; null when there is nothing to say.</summary>
    public RunPlace? Where { get; init; }

    public string Message { get; init; } = "";

    public IReadOnlyList<string> Text { get; init; } = [];

    /// <summary>What its steps have written, and where its files are.</summary>
    public IReadOnlyList<string> Output { get; init; } = [];

    public TimeSpan Time { get; init; }

    public string Suite => Case.Identity.Suite;

    /// <summary>Unlike that of any other testcase of the suite.</summary>
    public required string Name { get; init; }

    public IEnumerable<(string Name, string Value)> Properties
    {
        get
        {
            yield return ("verdict", Verdict);
            if (!string.IsNullOrEmpty(Case.Rule)) yield return ("rule", Case.Rule);
            if (Case.Tags.Count > 0) yield return ("tags", string.Join(' ', Case.Tags.Select(tag => "@" + tag)));
            foreach (var one in PlaceProperties.Of(Where)) yield return one;
            yield return ("repeat", Again);
        }
    }

    /// <summary>
    /// Those that ran, then those left out, which CI servers list and count when they are skipped testcases and hide
    /// when they are properties.
    /// </summary>
    public static IReadOnlyList<JUnitCase> Of(RunRecord run, ReportPictures? pictures)
    {
        var files = new ScenarioFiles(run, pictures);
        JUnitCase[] cases =
            [.. run.Results.Select(result => Ran(result, run, files)), .. run.LeftOut.Select(one => Skipped(one, run))];
        // Files of the same name, but for characters that cannot be written, could still share their names.
        foreach (var suite in cases.Select((one, at) => (one, at)).GroupBy(pair => pair.one.Suite))
        {
            var names = UniqueNames.Of([.. suite.Select(pair => pair.one.Name)]);
            foreach (var ((one, at), name) in suite.Zip(names)) cases[at] = one with { Name = name };
        }

        return cases;
    }

    private static JUnitCase Ran(ScenarioResult result, RunRecord run, ScenarioFiles files)
    {
        var again = run.Again(result.Case);
        return new JUnitCase
        {
            Case = result.Case,
            Name = result.Case.Identity.Name,
            Outcome = OutcomeOf(result.Verdict),
            Verdict = result.Verdict.ToString(),
            Again = again,
            Where = result.Where,
            Message = result.Verdict == Running.Verdict.Aborted ? "Aborted" : result.Message ?? "",
            Text = result.Verdict is Running.Verdict.Passed or Running.Verdict.Aborted
                ? []
                : [.. FailureText.Of(result), $"again: {again}"],
            Output = [.. OutputOf(result, files)],
            Time = result.WallTime,
        };
    }

    /// <summary>Jenkins and GitLab look for lines of this form.</summary>
    private static IEnumerable<string> OutputOf(ScenarioResult result, ScenarioFiles files)
    {
        // Of one that is wrong they stand in the failure.
        var texts = result.Verdict == Running.Verdict.Passed ? result.Attachments : [];
        return texts.SelectMany(one => one.Title.Length > 0 ? one.Lines.Prepend(one.Title + ":") : one.Lines)
            .Concat(result.Output.OfType<OutputLine>().Select(line => line.Text))
            .Concat(PlaceProperties.LostAttempts(result.Where))
            .Select(Plain)
            .Concat(files.Of(result.Case).Select(file => $"[[ATTACHMENT|{file.Path}]]"));
    }

    /// <summary>What a meter has said must not make a CI server fetch a file.</summary>
    private static string Plain(string text) => text.Replace("[[ATTACHMENT|", "[[ATTACHMENT |");

    private static JUnitCase Skipped(LeftOutCase left, RunRecord run) => new()
    {
        Case = left.Case,
        Name = left.Case.Identity.Name,
        Outcome = JUnitOutcome.Skipped,
        Verdict = LeftOut,
        Again = run.Again(left.Case),
        Message = $"left out: {left.Why}",
    };

    private static JUnitOutcome OutcomeOf(Verdict verdict) => verdict switch
    {
        Running.Verdict.Passed => JUnitOutcome.Passed,
        Running.Verdict.Failed => JUnitOutcome.Failure,
        Running.Verdict.Aborted or Running.Verdict.KnownDefect => JUnitOutcome.Skipped,
        _ => JUnitOutcome.Error,
    };
}
