namespace HilBench.Lots.Uploads;

/// <summary>What an upload file holds.</summary>
/// <param name="Meters">Lines with a meter on them.</param>
/// <param name="Counts">How many findings of each kind that occurred.</param>
/// <param name="Columns">The field and its header, for each column that was looked at.</param>
/// <param name="NotThere">Fields that the file has no column for.</param>
/// <param name="NotLookedAt">Headers that name no field.</param>
public sealed record UploadResult(
    long Meters,
    IReadOnlyDictionary<string, long> Counts,
    IReadOnlyList<(UploadField Field, string Header)> Columns,
    IReadOnlyList<UploadField> NotThere,
    IReadOnlyList<string> NotLookedAt)
{
    public long Findings => Counts.Values.Sum();
}
