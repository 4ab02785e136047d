using System.CommandLine;

namespace HilBench.Cli;

/// <summary>Options that several commands share.</summary>
internal static class Options
{
    public const string DefaultRig = "virtual";

    public static Option<string> Rig() => new("--rig")
    {
        Description = "A rig by name (hilbench rig list) or file.",
        HelpName = "NAME|FILE",
        DefaultValueFactory = _ => DefaultRig,
    };

    public static Option<string?> StaTables() => new("--sta-tables")
    {
        Description = "EA07 tables: {\"sub1\":[16 numbers],\"sub2\":[16],\"perm\":[64]}; else the sample tables.",
        HelpName = "FILE",
    };
}
