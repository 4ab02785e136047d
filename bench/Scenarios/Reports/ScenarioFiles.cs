using System.Text;
using HilBench.Recording;
using HilBench.Recording.Looking.Vcd;
using HilBench.Scenarios.Features;
using HilBench.Scenarios.Running;

namespace HilBench.Scenarios.Reports;

/// <summary>
/// The files of each scenario in a report folder, in <c>scenarios/FILE-LINE/</c>: of one that did not pass its displays
/// as pictures and what happened as a text, and of every one the files that its steps have attached.
/// </summary>
public sealed class ScenarioFiles
{
    public const string FolderName = "scenarios";

    /// <summary>The verdict, the step, the displays, the last keys with their receipts, and the clock.</summary>
    private const string TextName = "what-happened.txt";

    /// <summary>What was done, what was answered, and what went on inside the rig.</summary>
    public const string RecordingName = "recording.hbr";

    /// <summary>Its wires, for a viewer of waves; of a scenario that did not pass.</summary>
    private const string WaveName = "wave.vcd";

    private static readonly string[] OurNames =
    [
        TextName, ReportPictures.GlassName, "expected.svg", ReportPictures.StripName, ReportPictures.WaveName,
        RecordingName, WaveName,
    ];

    private static readonly IReadOnlyList<ReportFile> None = [];

    private readonly Dictionary<ScenarioCase, IReadOnlyList<ReportFile>> _files =
        new(ReferenceEqualityComparer.Instance);

    private readonly ReportPictures _pictures;

    /// <param name="run">The run.</param>
    /// <param name="pictures">Those of the run, which take time to draw; drawn for this if not given.</param>
    public ScenarioFiles(RunRecord run, ReportPictures? pictures = null)
    {
        _pictures = pictures ?? new ReportPictures(run);
        var folders = new ScenarioFolders(run.Files ?? [.. run.Results.Select(result => result.Case.Place.File)]);
        foreach (var result in run.Results)
        {
            if (FilesOf(result, run) is not { Count: > 0 } files) continue;
            var names = NamesOf(files);
            var folder = $"{FolderName}/{folders.Of(result.Case)}";
            _files[result.Case] = [.. files.Zip(names, (file, name) => file with { Path = $"{folder}/{name}" })];
        }
    }

    /// <summary>In the order of the scenarios.</summary>
    public IEnumerable<ReportFile> All => _files.Values.SelectMany(files => files);

    public IReadOnlyList<ReportFile> Of(ScenarioCase scenario) => _files.GetValueOrDefault(scenario, None);

    /// <summary>Nothing that a lab attaches can pass for what the bench says, whatever the lab calls it.</summary>
    private static IEnumerable<string> NamesOf(List<ReportFile> files)
    {
        string[] taken = [.. OurNames.Except(files.Where(file => file.IsOurs).Select(file => file.Path))];
        return SafeName.Unique([.. taken, .. files.Select(file => file.Path)]).Skip(taken.Length);
    }

    private List<ReportFile> FilesOf(ScenarioResult result, RunRecord run)
    {
        var files = new List<ReportFile>();
        // One that was stopped before it began has nothing to tell.
        if (result.Verdict != Verdict.Passed && (result.Verdict != Verdict.Aborted || result.Attachments.Count > 0))
        {
            // The bench's own display comes last, and keeps its name whatever a lab calls its pictures.
            files.AddRange(result.Attachments.Reverse().Where(one => one.Picture is not null)
                .Select(one => new ReportFile(one.PictureName, to => to.Write(Encoding.UTF8.GetBytes(one.Picture!)))
                    { IsOurs = true }));
            files.Add(new ReportFile(TextName, to => to.Write(Encoding.UTF8.GetBytes(TextOf(result, run))))
            {
                IsOurs = true,
            });
        }

        if (result.Verdict != Verdict.Passed || !_pictures.AreEmbedded(result))
        {
            files.AddRange(_pictures.Of(result)
                .Select(one => new ReportFile(one.Name, to => to.Write(Encoding.UTF8.GetBytes(one.Svg)))
                    { IsOurs = true }));
        }

        if (result.Recording is { } recording) files.AddRange(FilesOf(recording, result.Verdict));
        files.AddRange(result.Output.OfType<OutputFile>()
            .Select(one => new ReportFile(one.Name, to => to.Write(one.Bytes)) { Source = one }));
        return files;
    }

    private static IEnumerable<ReportFile> FilesOf(KeptRecording recording, Verdict verdict)
    {
        yield return new ReportFile(RecordingName, recording.CopyTo) { IsOurs = true };
        if (verdict == Verdict.Passed) yield break;
        yield return new ReportFile(WaveName, to => VcdFile.Write(recording.Read(RecordingName), to)) { IsOurs = true };
    }

    private static string TextOf(ScenarioResult result, RunRecord run)
    {
        string[] lines =
        [
            $"{result.Verdict.Word().ToUpperInvariant()}: {Printable.Line(result.Case.Title)}",
            .. FailureText.Of(result),
            $"again: {Printable.Line(run.Again(result.Case))}",
        ];
        return string.Concat(lines.Select(line => line + "\n"));
    }
}

/// <summary>A file of a report folder.</summary>
/// <param name="Path">Below the folder, with slashes.</param>
/// <param name="Write">Writes what it holds.</param>
public sealed record ReportFile(string Path, Action<Stream> Write)
{
    /// <summary>It says what the bench saw, and not what a lab has attached.</summary>
    internal bool IsOurs { get; init; }

    /// <summary>What a lab has attached; null for the rest.</summary>
    internal OutputFile? Source { get; init; }
}
