using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using HilBench.Input;
using HilBench.Scenarios.Engine;
using HilBench.Scenarios.Lint;
using HilBench.Scenarios.Running;
using HilBench.Scenarios.World;

namespace HilBench.Cli;

/// <summary><c>hilbench lint</c>: looks at features without running them, and mends their spacing.</summary>
internal static class LintCommand
{
    private const string Help = """
        Checks features without running them: all that a run would refuse, and what looks like a slip.

        Each finding is one line: file:line: what is wrong and what to do [rule]. A feature that has its reason says
        so in a comment, for the whole file:  # lint: allow unused-token: it is never sold
        Rules: unused-token, unused-column, then-before-when, no-then, same-title, near-tag, spacing.

        Examples:
          hilbench lint                     all of features/
          hilbench lint my.feature --fix    mends indentation, blank lines and tables, and nothing else
          hilbench lint --json              for other programs

        Exit codes: 0 nothing found, 1 findings, 2 a file cannot be read.
        """;

    private const string DefaultFolder = "features";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = $"Feature files or folders; {DefaultFolder} when none is given.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var fix = new Option<bool>("--fix") { Description = "Mends the spacing in the files; says which." };
        var json = new Option<bool>("--json") { Description = "One JSON document instead of lines." };
        var steps = Options.Steps();
        var command = new Command("lint", Help) { paths, fix, json, steps };
        Options.RefuseMisspelt(paths, command, "a feature file or a folder");
        command.SetAction(parsed =>
        {
            using var engine = StepEngine.Of(
                [typeof(Bench).Assembly, .. StepAssemblies.Load(parsed.GetValue(steps) ?? [])]);
            var lint = new FeatureLint(engine) { Jobs = Environment.ProcessorCount };
            string[] asked = parsed.GetValue(paths) is { Length: > 0 } given ? given : [DefaultFolder];
            var result = lint.Of(asked);
            string[] mended = parsed.GetValue(fix) ? Mend(result) : [];
            if (mended.Length > 0) result = lint.Of(asked);
            Tell(result, mended, parsed.GetValue(json));
            return result.Unreadable.Count > 0 ? ExitCodes.BadInput : result.Findings.Count > 0 ? 1 : 0;
        });
        return command;
    }

    /// <summary>The files that are written otherwise now.</summary>
    private static string[] Mend(LintResult result) =>
    [
        .. result.Findings.Where(finding => finding.Rule == LintRules.Spacing).Select(finding => finding.File)
            .Where(FeatureMending.Mend),
    ];

    private static void Tell(LintResult result, string[] mended, bool json)
    {
        foreach (var line in result.Unreadable) Console.Error.WriteLine(line);
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(
                new { result.Files, result.Scenarios, Mended = mended, result.Findings, result.Unreadable }, Json));
            return;
        }

        foreach (var file in mended) Console.WriteLine($"{OneLine.Whole(file)}: spacing mended");
        foreach (var finding in result.Findings) Console.WriteLine(finding);
        if (result.Files == 0) return;
        Console.WriteLine($"{Of(result.Files, "file")}, {Of(result.Scenarios, "scenario")}: "
            + (result.Findings.Count == 0 ? "nothing found" : Of(result.Findings.Count, "finding")));
    }

    private static string Of(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";
}
