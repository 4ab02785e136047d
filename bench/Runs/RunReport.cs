using System.Globalization;
using HilBench.Input;
using HilBench.Roles;
using HilBench.Scenarios.Engine;
using HilBench.Scenarios.Features;
using HilBench.Scenarios.Reports;
using HilBench.Scenarios.Running;

namespace HilBench.Runs;

/// <summary>
/// What <c>--report</c> asks for, if anything does: the report of the run, or of why there was none. A CI server that
/// finds an old report, or none at all, shows nothing wrong.
/// </summary>
public sealed class RunReport : IDisposable
{
    private readonly ReportFolder? _folder;
    private readonly Action<string> _tell;
    private bool _isWritten;

    /// <param name="folder">Null when no report is wanted.</param>
    /// <param name="tell">Told in one line why a report cannot be written.</param>
    /// <exception cref="FeatureMistakesException">It could not be written: nothing is run.</exception>
    public RunReport(string? folder, Action<string> tell)
    {
        _tell = tell;
        try
        {
            _folder = folder is null ? null : ReportFolder.Open(folder, Unfinished);
        }
        catch (ReportException wrong)
        {
            throw new FeatureMistakesException(wrong.Message);
        }
    }

    /// <summary>When the run began, in UTC.</summary>
    public DateTime Began { get; } = DateTime.UtcNow;

    /// <summary>The words of the command line make no sense; they may still name a report.</summary>
    public static void Mistyped(string? folder, string mistake, Action<string> tell)
    {
        if (folder is null) return;
        try
        {
            using var report = new RunReport(folder, tell);
            report.Refused(new FeatureMistakesException(mistake));
        }
        catch (FeatureMistakesException unwritable)
        {
            tell(unwritable.Message);
        }
    }

    /// <summary>Each verdict is noted as it is reached, should the run be killed; then it is told to another.</summary>
    public IRunListener Before(IRunListener next) => _folder is null ? next : new Noting(_folder, next);

    /// <returns>False when it could not be written, which has been told.</returns>
    /// <param name="run">The run, for its reports.</param>
    /// <param name="whole">All that was asked for, whichever shard has it.</param>
    /// <param name="request">What was wanted.</param>
    /// <param name="plan">The rig.</param>
    public bool Write(RunRecord run, ScenarioList whole, RunRequest request, RigPlan plan)
    {
        if (_folder is null) return true;
        var pictures = new ReportPictures(run);
        var files = new ScenarioFiles(run, pictures);
        var cucumber = new CucumberReports(run, pictures);
        return Write(
        [
            .. files.All,
            new(RunFile.FileName, RunFileOf.This(run, whole, request, plan, files).Write),
            new(CucumberReports.MessagesName, cucumber.WriteMessages),
            new(CucumberReports.PageName, cucumber.WritePage),
            new(JUnitReport.FileName, to => JUnitReport.Write(to, run, pictures)),
        ]);
    }

    /// <summary>The run ends with this exception, which is told to the user elsewhere.</summary>
    public void Refused(Exception wrong)
    {
        if (_isWritten) return;
        var (verdict, lines) = wrong switch
        {
            FeatureMistakesException mistakes => (Verdict.Undefined, mistakes.Mistakes),
            SettingsException or StepAssemblyException => (Verdict.Undefined, [wrong.Message]),
            RigFaultException => (Verdict.RigFault, [wrong.Message]),
            OperationCanceledException => (Verdict.Aborted, ["stopped before it began"]),
            _ => (Verdict.RigFault, (IReadOnlyList<string>)[$"{wrong.GetType().Name}: {wrong.Message}"]),
        };
        Write([new(JUnitReport.FileName, to => JUnitReport.Write(to, new RefusedRun(verdict, lines, Began)))]);
    }

    public void Dispose() => _folder?.Dispose();

    /// <summary>What stands there until the run ends, and for ever when it is killed.</summary>
    private void Unfinished(Stream to) => JUnitReport.Write(to, new RefusedRun(
        Verdict.Aborted,
        [
            string.Create(CultureInfo.InvariantCulture, $"the run that began at {Began:yyyy-MM-dd HH:mm:ss} UTC ")
                + "has not finished: it is still going on, or it was killed",
        ],
        Began)
    {
        What = "the run ends",
    });

    private bool Write(IReadOnlyList<ReportFile> files)
    {
        if (_folder is null) return true;
        try
        {
            _folder.Write(files);
            return _isWritten = true;
        }
        catch (ReportException wrong)
        {
            _tell(wrong.Message);
            return false;
        }
    }

    private sealed class Noting(ReportFolder folder, IRunListener next) : IRunListener
    {
        public void Started(ScenarioCase scenario) => next.Started(scenario);

        public void Finished(ScenarioResult result)
        {
            folder.Note(result);
            next.Finished(result);
        }
    }
}
