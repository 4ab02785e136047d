using System.CommandLine;
using HilBench.Campaign.Plans;
using HilBench.RigFiles;

namespace HilBench.Cli;

/// <summary><c>hilbench schema rig | profile | plan</c>: what an editor completes and checks such a file by.</summary>
internal static class SchemaCommand
{
    private const string Help = """
        Prints the JSON schema of rig, profile and plan files, by which an editor completes and checks them.

        The files of `hilbench new` name it in "$schema". The schemas also lie in schemas/ beside the program.

        Examples:
          hilbench schema profile
          hilbench schema rig > schemas/rig.schema.json
        """;

    /// <summary>The schemas by the word they are asked for with.</summary>
    public static IReadOnlyDictionary<string, Func<string>> All { get; } = new Dictionary<string, Func<string>>
    {
        ["rig"] = Rigs.Schema,
        ["profile"] = ProfileFiles.Schema,
        ["plan"] = PlanFiles.Schema,
    };

    public static Command Create()
    {
        var command = new Command("schema", Help);
        foreach (var (name, schema) in All)
        {
            var one = new Command(name, $"The JSON schema of {name} files. Example: hilbench schema {name}");
            one.SetAction(_ =>
            {
                Console.WriteLine(schema());
                return 0;
            });
            command.Add(one);
        }

        return command;
    }
}
