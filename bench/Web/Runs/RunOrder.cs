using HilBench.Scenarios;

namespace HilBench.Web.Runs;

/// <summary>What a page wants to have run.</summary>
/// <param name="What">
/// Files and folders below the folder of features, or <c>file.feature:LINE</c>; the empty name is the whole folder.
/// </param>
public sealed record RunOrder(IReadOnlyList<string> What)
{
    public static readonly RunOrder All = new([""]);

    /// <summary>A tag expression; null = all.</summary>
    public string? Tags { get; init; }

    /// <summary>Null = that of the panel.</summary>
    public ulong? Seed { get; init; }

    /// <summary>Which scenarios leave a recording.</summary>
    public RecordingScope Record { get; init; } = RecordingScope.Red;

    public static RunOrder Of(ScenarioNode one) => new([$"{one.File}:{one.Line}"]);

    /// <summary>Files that are wanted whole are named as such.</summary>
    public static RunOrder Of(FeatureTree tree, IReadOnlyList<FeatureNode> shown)
    {
        var whole = tree.Files.ToDictionary(file => file.File, file => file.Scenarios.Count);
        return new RunOrder(
        [
            .. shown.SelectMany(file => file.Scenarios.Count == whole.GetValueOrDefault(file.File)
                ? [file.File] : file.Scenarios.Select(one => $"{one.File}:{one.Line}")),
        ]);
    }
}
