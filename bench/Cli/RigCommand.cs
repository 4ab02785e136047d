using System.CommandLine;
using HilBench.Input;
using HilBench.RigFiles;

namespace HilBench.Cli;

/// <summary><c>hilbench rig list | show | schema | check | wiring</c>: the benches a run can be started on.</summary>
internal static class RigCommand
{
    private const string Help = """
        Lists and shows the rigs a run can be started on.

        Examples:
          hilbench rig list
          hilbench rig show virtual > mine.json     a rig of your own begins as a copy
          hilbench run --rig mine.json
          hilbench rig schema > rig.schema.json     for editors that complete and check
        """;

    public static Command Create() => new("rig", Help)
    {
        List(),
        Show(),
        Schema(),
        RigHardwareCommands.Check(),
        RigHardwareCommands.Wiring(),
    };

    private static Command List()
    {
        var command = new Command("list", "The rigs beside this program, one a line. Example: hilbench rig list");
        command.SetAction(_ =>
        {
            var plans = Rigs.Names.Select(name => (Name: name, Plan: Rigs.Load(name))).ToArray();
            var width = plans.Max(entry => entry.Name.Length);
            foreach (var (name, plan) in plans) Console.WriteLine($"{name.PadRight(width)}  {plan.Description}");
            return 0;
        });
        return command;
    }

    private static Command Show()
    {
        var name = new Argument<string>("NAME|FILE") { Description = "A rig by name or file." };
        var command = new Command("show", "A rig's file, once checked. Example: hilbench rig show virtual") { name };
        command.SetAction(parsed =>
        {
            var plan = Rigs.Load(parsed.GetValue(name)!);
            var text = plan.File is { } file ? InputFile.ReadText(file).TrimEnd() : $"{plan.Name}: {plan.Description}";
            Console.WriteLine(text);
            return 0;
        });
        return command;
    }

    private static Command Schema()
    {
        var command = new Command(
            "schema", "The JSON schema of rig files, for editors. Example: hilbench rig schema > rig.schema.json");
        command.SetAction(_ =>
        {
            Console.WriteLine(Rigs.Schema());
            return 0;
        });
        return command;
    }
}
