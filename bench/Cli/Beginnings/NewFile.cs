namespace HilBench.Cli;

/// <summary>A file that a beginning consists of.</summary>
/// <param name="Name">Relative to the current folder.</param>
/// <param name="Text">All of it.</param>
internal sealed record NewFile(string Name, string Text)
{
    /// <summary>One that several beginnings share: an older one is good, too.</summary>
    public bool MayBeThere { get; init; }

    /// <summary>The schema that a rig, profile or plan names, beside the files of this folder.</summary>
    public static NewFile Schema(string what) =>
        new($"schemas/{what}.schema.json", SchemaCommand.All[what]() + "\n") { MayBeThere = true };
}
