using System.Text;
using HilBench.Input;
using HilBench.Scenarios.Features;
using HilBench.Scenarios.Reports;
using HilBench.Scenarios.Running;

namespace HilBench.Runs;

/// <summary>Makes one report of those of all shards of a run: the report that one machine would have written.</summary>
public sealed class ReportMerge
{
    private readonly ShardReports _reports;

    private ReportMerge(ShardReports reports) => _reports = reports;

    /// <summary>The run that all shards together are.</summary>
    public RunFile Run { get; private init; } = null!;

    /// <param name="folders">The reports of all shards, in any order.</param>
    /// <exception cref="SettingsException">They are not those of one run; the message says why.</exception>
    public static ReportMerge Of(IReadOnlyList<string> folders)
    {
        var reports = ShardReports.Read(folders);
        return new ReportMerge(reports)
        {
            Run = reports.All[0].Run with
            {
                Shard = null,
                Began = reports.All.Min(one => one.Run.Began),
                Scenarios = [.. reports.Scenarios.Select(one => one.Scenario)],
            },
        };
    }

    /// <summary>The exit code of the run.</summary>
    public int ExitCode => ExitCodes.For(Run.Scenarios.Select(one => VerdictNames.Of(one.Verdict) ?? Verdict.Passed));

    /// <summary>Writes it, whole or not at all.</summary>
    /// <param name="folder">None of those that were merged.</param>
    /// <exception cref="SettingsException">It is one of them, or one of their files is broken.</exception>
    /// <exception cref="FeatureMistakesException">It cannot be written.</exception>
    public void Write(string folder)
    {
        var there = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        if (_reports.All.FirstOrDefault(
            one => Path.TrimEndingDirectorySeparator(Path.GetFullPath(one.Folder)) == there) is { } source)
            throw new SettingsException($"--report {folder}: {source.Shown} is to be merged; name another folder");
        var messages = new MergedMessages(_reports);
        var junit = new MemoryStream();
        MergedJUnit.Write(_reports, Run.Began, junit);
        ReportFile[] files =
        [
            .. _reports.All.SelectMany(FilesOf),
            new(RunFile.FileName, Run.Write),
            new(CucumberReports.MessagesName, to => WriteLines(messages, to)),
            new(CucumberReports.PageName, to => CucumberPage.Write(
                to, CucumberPage.TitleOf(Run.Rig, Run.Seed), messages.All.Select(one => one.ToJsonString()))),
            new(JUnitReport.FileName, to => to.Write(junit.GetBuffer(), 0, (int)junit.Length)),
        ];
        try
        {
            using var report = ReportFolder.Open(folder, to => JUnitReport.Write(to, new RefusedRun(
                Verdict.Aborted, ["the reports of the shards are being merged, or that was killed"], Run.Began)));
            report.Write(files);
        }
        catch (ReportException wrong)
        {
            throw new FeatureMistakesException(wrong.Message);
        }
    }

    /// <summary>The files of its scenarios, whose folders are called as in a run without shards.</summary>
    private static IEnumerable<ReportFile> FilesOf(ShardReport report)
    {
        foreach (var folder in report.Run.Scenarios.Select(one => one.Folder).OfType<string>())
        {
            if (folder != Path.GetFileName(folder) || folder is "." or "..")
                throw new SettingsException($"{report.Shown}: {RunFile.FileName} names a folder that is not in it");
            var from = report.PathOf(Path.Combine(ScenarioFiles.FolderName, folder));
            foreach (var file in Directory.GetFiles(from).Order(StringComparer.Ordinal))
            {
                yield return new ReportFile($"{ScenarioFiles.FolderName}/{folder}/{Path.GetFileName(file)}", to =>
                {
                    using var bytes = File.OpenRead(file);
                    bytes.CopyTo(to);
                });
            }
        }
    }

    private static void WriteLines(MergedMessages messages, Stream to)
    {
        using var writer = new StreamWriter(to, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        foreach (var message in messages.All) writer.WriteLine(message.ToJsonString(RunFile.OneLine));
    }
}
