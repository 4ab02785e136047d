namespace HilBench.History;

/// <summary>What a program keeps in an SQLite file.</summary>
/// <param name="Name">What messages call it, such as <c>history</c>.</param>
/// <param name="Scripts">
/// SQL that makes version 1 out of an empty file, version 2 out of version 1, and so on. One that a release has had is
/// never changed.
/// </param>
public sealed record SqliteKind(string Name, IReadOnlyList<string> Scripts)
{
    /// <summary>
    /// What is written is on the disk before the writer goes on (<c>synchronous = FULL</c>), and a power cut takes
    /// nothing. Else a power cut may take the last writes, but a killed process none.
    /// </summary>
    public bool OutlivesPowerCuts { get; init; }
}
