using HilBench.Input;
using HilBench.Recording;
using HilBench.Recording.Looking;
using HilBench.Roles;
using HilBench.Scenarios.Running;
using Reqnroll.Formatters.PayloadProcessing;

namespace HilBench.Scenarios.Reports;

/// <summary>
/// The pictures that the report itself draws: of a scenario that did not pass its glass over time and its wires, of one
/// that passed the last glass. Each is drawn once.
/// </summary>
/// <param name="run">The run.</param>
/// <param name="most">
/// So many bytes of pictures a page takes: with more, those of scenarios that passed are files beside it.
/// </param>
public sealed class ReportPictures(RunRecord run, long most = ReportPictures.MostBytes)
{
    /// <summary>A browser still opens the page at once.</summary>
    public const long MostBytes = 10_000_000;

    /// <summary>A strip of larger displays has fewer of them.</summary>
    public const int MostBytesOfOne = 8 * 1024;

    internal const string GlassName = "glass.svg";
    internal const string StripName = "strip.svg";
    internal const string WaveName = "wave.svg";

    private static readonly IReadOnlyList<ReportPicture> None = [];

    private readonly Dictionary<ScenarioResult, IReadOnlyList<ReportPicture>> _ofRed =
        new(ReferenceEqualityComparer.Instance);

    /// <summary>Many scenarios end with the same glass.</summary>
    private readonly Dictionary<string, string> _glasses = new(StringComparer.Ordinal);

    private bool? _areTooMany;

    /// <summary>In the order in which they are looked at.</summary>
    public IReadOnlyList<ReportPicture> Of(ScenarioResult result)
    {
        if (result.Verdict == Verdict.Passed) return OfGreen(result);
        if (!_ofRed.TryGetValue(result, out var known)) _ofRed[result] = known = [.. OfRed(result)];
        return known;
    }

    /// <summary>They stand in the page, and are not only files beside it.</summary>
    public bool AreEmbedded(ScenarioResult result) =>
        result.Verdict != Verdict.Passed || !(_areTooMany ??= run.Results.Sum(BytesOf) > most);

    internal static bool IsPicture(OutputFile file) => FileExtensionToMimeTypeMap
        .GetMimeType(Path.GetExtension(file.Name)).StartsWith("image/", StringComparison.Ordinal);

    /// <summary>As they stand in the page, in base64.</summary>
    private long BytesOf(ScenarioResult result) =>
        (result.Attachments.Sum(one => (long)(one.Picture?.Length ?? 0))
            + Of(result).Sum(one => (long)one.Svg.Length)
            + result.Output.OfType<OutputFile>().Where(IsPicture).Sum(one => (long)one.Bytes.Length)) * 4 / 3;

    private IReadOnlyList<ReportPicture> OfGreen(ScenarioResult result)
    {
        if (result.Glass is not { } glass) return None;
        var lines = glass.Pictures[^1].Lines;
        var key = $"{glass.Kind} {glass.Columns} {glass.Height} {string.Join('\n', lines)}";
        if (!_glasses.TryGetValue(key, out var svg))
            _glasses[key] = svg = GlassSvg.Of(lines, glass.Columns, glass.Height, glass.Kind);
        return [new ReportPicture(GlassName, "the glass at the end", svg)];
    }

    private static IEnumerable<ReportPicture> OfRed(ScenarioResult result)
    {
        if (result.Glass is { Pictures.Count: > 1 } glass)
            yield return new ReportPicture(StripName, "the glass over time", Strip(glass));
        if (result.Recording is { } kept && WaveOf(kept) is { } wave)
            yield return new ReportPicture(WaveName, "the wires from the last key on", wave);
    }

    private static string Strip(GlassStory glass)
    {
        for (var count = glass.Pictures.Count; ; count--)
        {
            var svg = GlassSvg.Strip(
                [.. glass.Pictures.TakeLast(count).Select(one => (EventWords.Seconds(one.Since), one.Lines))],
                glass.Columns, glass.Height, glass.Kind);
            if (svg.Length <= MostBytesOfOne || count == 1) return svg;
        }
    }

    /// <summary>A recording that cannot be read back, because the disk it lies on is full, has no picture.</summary>
    private static string? WaveOf(KeptRecording kept)
    {
        try
        {
            return WaveSvg.Of(kept.Read("recording"));
        }
        catch (Exception wrong) when (wrong is SettingsException or IOException)
        {
            return null;
        }
    }
}

/// <summary>A picture of a report.</summary>
/// <param name="Name">Of its file.</param>
/// <param name="Title">What it shows.</param>
/// <param name="Svg">The picture.</param>
public sealed record ReportPicture(string Name, string Title, string Svg);
