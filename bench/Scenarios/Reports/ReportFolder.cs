using System.Text.Json;
using System.Text.RegularExpressions;
using HilBench.Scenarios.Running;

namespace HilBench.Scenarios.Reports;

/// <summary>
/// A folder <c>DIR</c> for reports. A report is built in <c>DIR.part</c> and takes its place when it is whole, so that
/// nobody ever reads half of one. An older report is not this run's: from the beginning of the run on, what stands in
/// its place says that the run has not finished, and so it stays when the run is killed or the disk is full.
/// <para>
/// When there is no <c>DIR</c>, the folder is renamed as it is. When there is one, only the parts of a report are
/// replaced in it, one rename for each: whatever else lies there is not ours. Where <c>DIR</c> is a link, the folder it
/// leads to is meant. Where it is a disk of its own, or nothing may be made beside it, the report is built in
/// <c>DIR/.part</c> instead.
/// </para>
/// </summary>
public sealed partial class ReportFolder : IDisposable
{
    private const string LockName = ".lock";
    private const string TrialName = ".trial";
    private const int TrialBytes = 16 * 1024;

    /// <summary>What Linux says when somebody else holds a lock.</summary>
    private const int HeldByAnother = 11;

    // What it says when there is no room.
    private const int FileTooLarge = 27;
    private const int DiskFull = 28;
    private const int QuotaUsed = 122;

    private readonly string _asTyped;
    private readonly string _folder;
    private readonly string _part;
    private readonly FileStream _lock;
    private bool _saysUnfinished;
    private bool _isGone;

    private ReportFolder(string asTyped, string folder, string part, FileStream held) =>
        (_asTyped, _folder, _part, _lock) = (asTyped, folder, part, held);

    /// <summary>Finds out whether a report can be written there, and keeps other runs away until it is.</summary>
    /// <param name="asTyped">The folder.</param>
    /// <param name="unfinished">Writes the report that stands in place of an older one meanwhile.</param>
    /// <exception cref="ReportException">It cannot; nothing was changed.</exception>
    public static ReportFolder Open(string asTyped, Action<Stream> unfinished)
    {
        try
        {
            var report = Open(asTyped);
            try
            {
                report.Supersede(unfinished);
                return report;
            }
            catch
            {
                report.Dispose();
                throw;
            }
        }
        catch (Exception wrong) when (IsRefusal(wrong))
        {
            throw new ReportException(asTyped, Why(wrong));
        }
    }

    private static ReportFolder Open(string asTyped)
    {
        var folder = Final(asTyped);
        if (File.Exists(folder)) throw new IOException("it is a file");
        if (ReportParts.Foreign(folder) is { } foreign) throw new IOException(foreign);
        var beside = Path.TrimEndingDirectorySeparator(folder) + ".part";
        if (!Directory.Exists(folder)) return Begin(asTyped, folder, beside);
        try
        {
            return Begin(asTyped, folder, beside);
        }
        catch (Exception wrong) when (IsRefusal(wrong) && wrong is not InUseException)
        {
            return Begin(asTyped, folder, Path.Combine(folder, ".part"));
        }
    }

    /// <summary>A report that is nothing but <c>junit.xml</c>.</summary>
    /// <exception cref="ReportException">It could not be written; an older one is not there any more.</exception>
    public void Write(Action<Stream> junit) => Write([new ReportFile(JUnitReport.FileName, junit)]);

    /// <summary>Builds a report and puts it in its place.</summary>
    /// <exception cref="ReportException">It could not be written; an older one is not there any more.</exception>
    public void Write(IEnumerable<ReportFile> files)
    {
        try
        {
            foreach (var file in files) ReportParts.Build(_part, file);
            File.Delete(Path.Combine(_part, ReportParts.VerdictsName));
            Install();
        }
        catch (Exception wrong) when (IsRefusal(wrong))
        {
            throw new ReportException(
                _asTyped, Why(wrong) + (_saysUnfinished ? "; the report there says that this run did not finish" : ""));
        }
    }

    /// <summary>
    /// A scenario has ended: one line of JSON in <c>DIR.part/verdicts.ndjson</c>, which stays there if the run is
    /// killed. A disk that is full meanwhile is told when the report is written.
    /// </summary>
    public void Note(ScenarioResult result)
    {
        var line = JsonSerializer.Serialize(new
        {
            scenario = result.Case.Title,
            place = result.Case.Place.ToString(),
            verdict = result.Verdict.Word(),
            message = result.Message,
        }) + "\n";
        try
        {
            // One write for one line: it is there whole, or not at all.
            File.AppendAllText(Path.Combine(_part, ReportParts.VerdictsName), line);
        }
        catch (Exception wrong) when (IsRefusal(wrong))
        {
            // The verdicts stand in the run; only who kills it has less to read.
        }
    }

    /// <summary>Leaves nothing but reports behind.</summary>
    public void Dispose()
    {
        if (_isGone) return;
        _isGone = true;
        try
        {
            Empty(_part);
        }
        catch (Exception wrong) when (IsRefusal(wrong))
        {
            // What cannot be removed stays in DIR.part, where no reader of reports looks.
        }

        _lock.Dispose();
        Remove(_part);
    }

    /// <summary>A run may be killed at any moment: no green report of another run may stand there then.</summary>
    private void Supersede(Action<Stream> unfinished)
    {
        if (!ReportParts.AreIn(_folder)) return;
        ReportParts.Build(_part, new ReportFile(JUnitReport.FileName, unfinished));
        Install();
        _saysUnfinished = true;
    }

    private void Install()
    {
        if (Directory.Exists(_folder))
        {
            ReportParts.Install(_part, _folder);
            return;
        }

        _lock.Dispose();
        Directory.Move(_part, _folder);
        _isGone = true;
    }

    private static ReportFolder Begin(string asTyped, string folder, string part)
    {
        if (File.Exists(part)) throw new IOException($"{part} is a file");
        DemandOurs(part);
        Directory.CreateDirectory(part);
        var held = Lock(part);
        try
        {
            Empty(part);
            Try(part, folder);
            return new ReportFolder(asTyped, folder, part, held);
        }
        catch
        {
            held.Dispose();
            Remove(part);
            throw;
        }
    }

    /// <summary>A folder of that name may be anybody's: only what a run of ours left there is taken away.</summary>
    private static void DemandOurs(string part)
    {
        if (!Directory.Exists(part)) return;
        foreach (var name in Directory.EnumerateFileSystemEntries(part).Select(entry => Path.GetFileName(entry)))
        {
            if (name is not (LockName or TrialName) && !ReportParts.IsOurs(part, name))
            {
                throw new InUseException(
                    $"{part} is in the way: {name} in it {ReportParts.BelongsToNobody}");
            }
        }
    }

    private static FileStream Lock(string part)
    {
        try
        {
            return new FileStream(
                Path.Combine(part, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None,
                bufferSize: 1, FileOptions.DeleteOnClose);
        }
        catch (IOException held) when (held.HResult == HeldByAnother)
        {
            throw new InUseException("another run is going to write its report there");
        }
    }

    /// <summary>Some bytes can be written, and what is built here can be renamed to there.</summary>
    private static void Try(string part, string folder)
    {
        var trial = Path.Combine(part, TrialName);
        using (var file = new FileStream(
            trial, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose))
        {
            file.Write(new byte[TrialBytes]);
            file.Flush(flushToDisk: true);
        }

        if (!Directory.Exists(folder)) return;
        // A file would be copied from one disk to another, and that can end half way; a folder is never copied.
        Directory.CreateDirectory(trial);
        try
        {
            var there = Path.Combine(folder, ".hilbench-" + Path.GetRandomFileName());
            Directory.Move(trial, there);
            Directory.Delete(there);
        }
        finally
        {
            Remove(trial);
        }
    }

    private static void Empty(string part)
    {
        ReportParts.Remove(part);
        var trial = Path.Combine(part, TrialName);
        if (File.Exists(trial)) File.Delete(trial);
        else if (Directory.Exists(trial)) Directory.Delete(trial);
    }

    /// <summary>Removes an empty folder; one that somebody put something into stays.</summary>
    private static void Remove(string folder)
    {
        try
        {
            if (Directory.Exists(folder)) Directory.Delete(folder);
        }
        catch (Exception wrong) when (IsRefusal(wrong))
        {
            // The report is written or refused already: an empty folder that stays is not worth a word.
        }
    }

    private static string Final(string folder)
    {
        if (folder.Length == 0) throw new IOException("the name of the folder is empty");
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        return new DirectoryInfo(full).LinkTarget is null
            ? full
            : Directory.ResolveLinkTarget(full, returnFinalTarget: true)!.FullName;
    }

    /// <summary>Why, in the words of a person, who has not heard of the files that a report is built from.</summary>
    private static string Why(Exception wrong) => wrong switch
    {
        UnauthorizedAccessException => "this user may not write there",
        IOException { HResult: DiskFull or QuotaUsed } => "the disk is full",
        // .NET says that of a file that would become too large.
        IOException { HResult: FileTooLarge } or ArgumentOutOfRangeException =>
            "it would be larger than a file may be here",
        FileNotFoundException or DirectoryNotFoundException => "nothing can be made there",
        _ => FileOfMessage().Replace(wrong.Message, ""),
    };

    /// <summary>.NET puts the file at the end of what the system said.</summary>
    [GeneratedRegex(@"\s*:\s*'[^']*'\.?$")]
    private static partial Regex FileOfMessage();

    private static bool IsRefusal(Exception wrong) =>
        wrong is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException;

    /// <summary>Somebody else's folder stands where the report would be built: no other place is better.</summary>
    private sealed class InUseException(string message) : IOException(message);
}
