using System.CommandLine;
using System.Globalization;
using HilBench.Runs;
using HilBench.Scenarios;

namespace HilBench.Cli;

/// <summary>Options that several commands share.</summary>
internal static class Options
{
    public const string DefaultRig = RunRequest.UsualRig;

    public static Option<string> Rig() => new("--rig")
    {
        Description = "A rig by name (hilbench rig list) or file.",
        HelpName = "NAME|FILE",
        DefaultValueFactory = _ => DefaultRig,
    };

    /// <summary>An option that takes a whole number within limits.</summary>
    public static Option<ulong?> Whole(string name, string description, ulong least, ulong most) => new(name)
    {
        Description = description,
        HelpName = "N",
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && number >= least && number <= most)
                return number;
            result.AddError($"{name} is \"{Excerpt.Of(text)}\"; allowed: a whole number from {least} to {most}");
            return null;
        },
    };

    public static Option<string[]> Steps() => new("--steps")
    {
        Description = "A step assembly of your own, written for Reqnroll; may be given several times.",
        HelpName = "DLL",
    };

    public static Option<string?> StaTables() => new("--sta-tables")
    {
        Description = "EA07 tables: {\"sub1\":[16 numbers],\"sub2\":[16],\"perm\":[64]}; else the sample tables.",
        HelpName = "FILE",
    };

    /// <summary>The parser takes a misspelt option for a path; and an empty path names nothing.</summary>
    public static void RefuseMisspelt(Argument<string[]> paths, Command command, string allowed) =>
        paths.Validators.Add(result =>
        {
            var words = result.Tokens.Select(token => token.Value);
            var option = words.FirstOrDefault(word => word.StartsWith('-') && !Path.Exists(word));
            if (option is not null) result.AddError(CommandLineMistake.Unknown(command, option));
            if (words.Contains("")) result.AddError($"a {paths.Name} is empty; allowed: {allowed}");
        });
}
