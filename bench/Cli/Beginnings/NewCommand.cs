using System.CommandLine;
using HilBench.Runs;

namespace HilBench.Cli;

/// <summary><c>hilbench new feature | profile | rig | editor</c>: files to begin with, never over others.</summary>
internal static class NewCommand
{
    private const string Help = """
        Writes a commented file to begin with, into the current folder. Nothing is ever overwritten.

        Examples:
          hilbench new feature first      first.feature: a scenario that passes
          hilbench new profile acme       acme.json: a meter that differs from the profile generic in a few words
          hilbench new rig bench-2        bench-2.json: our meter on emulated chips, to be changed
          hilbench new editor             .vscode/: sentences complete in Visual Studio Code, files are checked
        """;

    public static Command Create() => new("new", Help)
    {
        Named("feature", "A feature that passes. Example: hilbench new feature first", FeatureBeginning.Of),
        Named("profile", "A meter profile. Example: hilbench new profile acme", ProfileBeginning.Of),
        Named("rig", "A rig file. Example: hilbench new rig bench-2", RigBeginning.Of),
        Editor(),
    };

    private static Command Named(string what, string help, Func<string, Beginning> beginning)
    {
        var name = new Argument<string>("NAME") { Description = "Letters, digits, - and _; the file is named by it." };
        var command = new Command(what, help) { name };
        command.SetAction(parsed => Write(beginning(NewName.Checked(what, parsed.GetValue(name)!))));
        return command;
    }

    private static Command Editor()
    {
        var steps = Options.Steps();
        var command = new Command(
            "editor", "Settings of Visual Studio Code for this folder. Example: hilbench new editor") { steps };
        command.SetAction(parsed => Write(EditorBeginning.Of(parsed.GetValue(steps) ?? [])));
        return command;
    }

    private static int Write(Beginning beginning)
    {
        beginning.Write();
        foreach (var file in beginning.Files) Console.WriteLine($"written: {file.Name}");
        if (beginning.Next.Count > 0) Console.WriteLine("now type:");
        foreach (var words in beginning.Next)
            Console.WriteLine($"  {Shell.ThisCommand} {string.Join(' ', words.Select(Quoted))}");
        if (beginning.Hint is { } hint) Console.WriteLine(hint);
        return 0;
    }

    /// <summary>Names of files alone: an option needs no quotes.</summary>
    private static string Quoted(string word) => word.StartsWith('-') ? word : ShellWord.Quote(word);
}
