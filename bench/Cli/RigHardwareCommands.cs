using System.CommandLine;
using HilBench.Rig.Board;
using HilBench.Rig.Files;
using HilBench.Rig.Physical;
using HilBench.Scenarios.Running;

namespace HilBench.Cli;

/// <summary><c>hilbench rig check | wiring</c>: what a lab does before its first scenario.</summary>
internal static class RigHardwareCommands
{
    private const string DefaultRig = "raspberry-pi";

    public static Command Wiring()
    {
        var name = Name();
        var svg = new Option<string?>("--svg") { Description = "Writes a picture instead.", HelpName = "FILE" };
        var command = new Command("wiring", "Draws the header of a rig with pins: what hangs where.") { name, svg };
        command.SetAction(parsed =>
        {
            var plan = RigFiles.Load(parsed.GetValue(name)!);
            var wiring = new HeaderWiring(WiringOf(plan));
            if (parsed.GetValue(svg) is { } file)
            {
                File.WriteAllText(file, HeaderSvg.Of(wiring, $"Rig {plan.Name}: {plan.Description}"));
                return 0;
            }

            foreach (var line in wiring.Draw()) Console.WriteLine(line);
            Console.WriteLine();
            foreach (var warning in wiring.Warnings) Console.WriteLine($"! {warning}");
            return 0;
        });
        return command;
    }

    public static Command Check()
    {
        var name = Name();
        var keys = new Option<bool>("--keys") { Description = "Also asks for every key once." };
        var command = new Command("check", "Looks at the bench itself: pins, pad, display, keys.") { name, keys };
        command.SetAction(parsed =>
        {
            if (RigFiles.Load(parsed.GetValue(name)!) is not GpioPlan plan)
                throw new SettingsException($"rig \"{parsed.GetValue(name)}\" has no real pins that could be checked");
            using var pins = GpioPins.Open(plan.Settings.Chip, plan.Settings.Wiring);
            var person = parsed.GetValue(keys) ? new TerminalOperator() : null;
            var wrong = 0;
            foreach (var line in new RigCheck(pins, plan.Settings, new WallClock(), person).Lines())
            {
                Console.WriteLine($"{(line.IsRight ? "ok   " : "WRONG")}  {line.What}: {line.Detail}");
                wrong += line.IsRight ? 0 : 1;
            }

            pins.LetGo();
            return wrong == 0 ? ExitCodes.Passed : ExitCodes.RigFault;
        });
        return command;
    }

    private static Argument<string> Name() => new("NAME|FILE")
    {
        Description = "A rig by name or file.",
        DefaultValueFactory = _ => DefaultRig,
    };

    private static BoardWiring WiringOf(RigPlan plan) => plan switch
    {
        GpioPlan gpio => gpio.Settings.Wiring,
        VirtualPlan chips => chips.Settings.Wiring,
        _ => throw new SettingsException($"rig \"{plan.Name}\" has no pins"),
    };
}
