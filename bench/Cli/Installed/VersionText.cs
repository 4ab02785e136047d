using System.CommandLine;
using System.CommandLine.Invocation;
using System.Runtime.InteropServices;
using HilBench.Input;

namespace HilBench.Cli;

/// <summary>
/// <c>hilbench --version</c>: the number and the commit on one line, then what it runs on, where its files are, and
/// the packages it is made with.
/// </summary>
internal sealed class VersionText : SynchronousCommandLineAction
{
    /// <summary>Puts it behind the option that the parser brings.</summary>
    public static RootCommand In(RootCommand root)
    {
        root.Options.OfType<VersionOption>().Single().Action = new VersionText();
        return root;
    }

    public override int Invoke(ParseResult parseResult)
    {
        Console.WriteLine($"hilbench {ProgramVersion.Number} {ProgramVersion.Commit}");
        Console.WriteLine($".NET {Environment.Version} on {RuntimeInformation.RuntimeIdentifier}");
        Console.WriteLine($"program: {OneLine.Whole(Surroundings.Current.Folder)}");
        var features = ShippedFeatures.Folder is { } folder ? OneLine.Whole(folder) : "none beside it";
        Console.WriteLine($"features: {features}");
        Console.WriteLine("packages:");
        foreach (var package in UsedPackages.OfThisProgram()) Console.WriteLine($"  {package}");
        return 0;
    }
}
