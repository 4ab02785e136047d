using System.CommandLine;
using HilBench.Runs;
using HilBench.Scenarios;
using HilBench.Scenarios.Reports;
using HilBench.Scenarios.Running;

namespace HilBench.Cli;

/// <summary><c>hilbench report</c>: what CI servers want of reports that are written.</summary>
internal static class ReportCommand
{
    private const string Help = """
        Merges the reports of shards, and tells a CI server what is red in one.

        Examples:
          hilbench report merge shard-1 shard-2 shard-3 --report report    one report of those of all shards
          hilbench report annotate report --as github                      marks the red steps in a pull request

        Exit codes of merge: as those of the whole run; 2 when the reports are not those of one run.
        """;

    public static Command Create() => new("report", Help) { Merge(), Annotate() };

    private static Command Merge()
    {
        var folders = new Argument<string[]>("DIR")
        {
            Description = "The reports of all shards, in any order.", Arity = ArgumentArity.OneOrMore,
        };
        var report = new Option<string>("--report")
        {
            Description = "Where the merged report is written.", HelpName = "DIR", Required = true,
        };
        var command = new Command(
            "merge", "Makes one report of those of all shards; refused where one is missing, double or of another run.")
        {
            folders, report,
        };
        command.SetAction(parsed =>
        {
            var merge = ReportMerge.Of(parsed.GetValue(folders)!);
            merge.Write(parsed.GetValue(report)!);
            Console.WriteLine(Line(merge.Run));
            return merge.ExitCode;
        });
        return command;
    }

    private static string Line(RunFile run)
    {
        var counts = run.Scenarios.GroupBy(one => one.Verdict)
            .OrderBy(group => VerdictNames.Of(group.Key) ?? (Verdict)int.MaxValue).ThenBy(group => group.Key)
            .Select(group => $"{group.Count()} {group.Key}");
        return $"{run.Scenarios.Count} scenarios on rig {run.Rig}, seed {run.Seed}: {string.Join(", ", counts)}";
    }

    private static Command Annotate()
    {
        var folder = new Argument<string>("DIR") { Description = "The report of a run." };
        var format = new Option<string>("--as")
        {
            Description = "github, azure, or gitlab (a code quality report).", HelpName = "SERVER", Required = true,
        };
        format.Validators.Add(result =>
        {
            var said = result.Tokens.Count > 0 ? result.Tokens[^1].Value : "";
            if (!Annotations.Formats.ContainsKey(said))
            {
                result.AddError($"--as is \"{Excerpt.Of(said)}\"; allowed: "
                    + string.Join(", ", Annotations.Formats.Keys));
            }
        });
        var command = new Command("annotate", "Tells a CI server on which line of which feature a run went wrong.")
        {
            folder, format,
        };
        command.SetAction(parsed =>
        {
            Console.Write(Annotations.Formats[parsed.GetValue(format)!](RunFile.Read(parsed.GetValue(folder)!)));
            return ExitCodes.Passed;
        });
        return command;
    }
}
