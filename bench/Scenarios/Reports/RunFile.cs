using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using HilBench.Input;
using HilBench.Scenarios.Running;

namespace HilBench.Scenarios.Reports;

/// <summary>
/// <c>run.json</c> of a report: the run for programs. It says which scenarios were asked for, which of them ran here,
/// and how each ended; what is rerun, merged, weighed or annotated later is read from it.
/// </summary>
public sealed record RunFile
{
    public const string FileName = "run.json";

    private const int Newest = 1;

    /// <summary>JSON in one line, with the letters of every language as they are.</summary>
    public static JsonSerializerOptions OneLine { get; } =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public int Version { get; init; } = Newest;

    /// <summary>The name of the rig.</summary>
    public required string Rig { get; init; }

    /// <summary>The seed of everything random.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Which program: the same exactly when its libraries and the steps of the lab are.</summary>
    public string Build { get; init; } = "";

    /// <summary>The profile of scenarios that name none.</summary>
    public string Profile { get; init; } = "";

    /// <summary>The same exactly when the files of the rig and of that profile are.</summary>
    public string Setup { get; init; } = "";

    /// <summary>When it began, in UTC.</summary>
    public required DateTime Began { get; init; }

    /// <summary>Which part of the list ran here, such as <c>2/5</c>; null when all of it did.</summary>
    public string? Shard { get; init; }

    /// <summary>All that was asked for, whichever shard has it.</summary>
    public required RunFileList List { get; init; }

    /// <summary>What ran here, and what was left out.</summary>
    public required IReadOnlyList<RunFileScenario> Scenarios { get; init; }

    public void Write(Stream to) => JsonSerializer.Serialize(to, this, Json);

    /// <summary>The run of a report.</summary>
    /// <param name="report">Its folder, or this file of it, which somebody may have kept alone.</param>
    /// <exception cref="SettingsException">There is no such report, or it is not whole.</exception>
    public static RunFile Read(string report)
    {
        var path = File.Exists(report) ? report : Path.Combine(report, FileName);
        if (!Path.Exists(report))
        {
            throw new SettingsException(
                $"{Printable.Line(report)}: there is no such folder; the folder of a report must be given");
        }

        if (!File.Exists(path))
        {
            throw new SettingsException(
                $"{Printable.Line(report)}: it has no {FileName}: it is no report, or its run did not come to its end");
        }

        try
        {
            var run = JsonSerializer.Deserialize<RunFile>(InputFile.Read(path), Json)!;
            return run.Version <= Newest ? run : throw new SettingsException(
                $"{Printable.Line(path)}: its version is {run.Version}; this program reads up to {Newest}");
        }
        catch (JsonException wrong)
        {
            throw new SettingsException(
                $"{Printable.Line(path)}:{(wrong.LineNumber ?? 0) + 1}: it is not what a run has written");
        }
    }
}

/// <summary>A list of scenarios.</summary>
/// <param name="Digest">The same exactly when the scenarios, their order and the texts of their features are.</param>
/// <param name="Count">How many they are.</param>
public sealed record RunFileList(string Digest, int Count);

/// <summary>How one scenario ended.</summary>
public sealed record RunFileScenario
{
    /// <summary>The word for one that the rig could not do.</summary>
    public const string LeftOut = "left out";

    /// <summary>The word for one that was not begun, because the run ended before.</summary>
    public const string NotBegun = "not begun";

    /// <summary>Which of the list it is, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>The feature file, as the run was given it.</summary>
    public required string File { get; init; }

    /// <summary>Where it begins.</summary>
    public required int Line { get; init; }

    /// <summary>Which time it ran, from 0; null for the first.</summary>
    public int? Round { get; init; }

    /// <summary>What CI servers know it by, with the feature.</summary>
    public required string Suite { get; init; }

    /// <summary>What CI servers know it by.</summary>
    public required string Name { get; init; }

    /// <summary>The folder of its files in the report; null when it has none.</summary>
    public string? Folder { get; init; }

    /// <summary>A word of <see cref="VerdictNames"/>, or one of the two here.</summary>
    public required string Verdict { get; init; }

    /// <summary>Real time it took.</summary>
    public double Seconds { get; init; }

    /// <summary>Where it went wrong; null when it did not, or outside the steps.</summary>
    public int? StepLine { get; init; }

    /// <summary>What went wrong.</summary>
    public string? Message { get; init; }

    /// <summary>The command that repeats it.</summary>
    public string? Again { get; init; }

    /// <summary>It has to be run again before anybody can say that all is well.</summary>
    [JsonIgnore]
    public bool IsOpen => Verdict != Running.Verdict.Passed.Word() && Verdict != Running.Verdict.KnownDefect.Word()
        && Verdict != LeftOut;
}
