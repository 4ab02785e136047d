using System.CommandLine;
using HilBench.Input;
using HilBench.Physical;
using HilBench.RigFiles;
using HilBench.Roles;
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
            var plan = Rigs.Load(parsed.GetValue(name)!);
            var wiring = WiringOf(plan);
            if (parsed.GetValue(svg) is { } file)
            {
                WritePicture(file, HeaderSvg.Of(wiring, $"Rig {plan.Name}: {plan.Description}"));
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
        var keys = new Option<bool>("--keys")
        {
            Description = "Also presses every key once: the crosspoint switch, or else you.",
        };
        var calibrate = new Option<bool>("--calibrate")
        {
            Description = "Also finds the shortest press and gap that are always seen (press.kind adg2128).",
        };
        var write = new Option<bool>("--write") { Description = "Writes what --calibrate found into the rig file." };
        var command = new Command("check", "Looks at the bench itself: pins, I2C, pad, display, keys.")
        {
            name, keys, calibrate, write,
        };
        command.SetAction(parsed =>
        {
            if (Rigs.Load(parsed.GetValue(name)!) is not GpioPlan plan)
                throw new SettingsException($"rig \"{parsed.GetValue(name)}\" has no real pins that could be checked");
            return Check(plan, parsed.GetValue(keys), parsed.GetValue(calibrate), parsed.GetValue(write));
        });
        return command;
    }

    private static int Check(GpioPlan plan, bool keys, bool calibrate, bool write)
    {
        if (write && !calibrate) throw new SettingsException("hilbench rig check: --write needs --calibrate");
        using var interrupt = new Interrupt();
        using var pins = GpioPins.Open(plan.Settings, demandChips: false);
        using var will = new LastWill(pins.LetGo);
        var check = new RigCheck(pins, plan.Settings, plan.Profile.Display, new WallClock())
        {
            Person = new TerminalOperator(), WithKeys = keys, WithCalibration = calibrate, Stop = interrupt.Token,
        };
        var wrong = 0;
        try
        {
            foreach (var line in check.Lines())
            {
                Console.WriteLine($"{(line.IsRight ? "ok   " : "WRONG")}  {line.What}: {line.Detail}");
                wrong += line.IsRight ? 0 : 1;
            }
        }
        catch (OperationCanceledException) when (interrupt.Token.IsCancellationRequested)
        {
            return ExitCodes.Aborted;
        }
        finally
        {
            pins.LetGo();
        }

        if (write && check.Calibrated is { } timing && plan.File is { } file)
        {
            RigFileEdit.WritePress(file, timing);
            Console.WriteLine($"written to {file}");
        }

        return wrong == 0 ? ExitCodes.Passed : ExitCodes.RigFault;
    }

    private static void WritePicture(string file, string svg)
    {
        try
        {
            File.WriteAllText(file, svg);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new SettingsException($"{InputFile.Shown(file)}: cannot be written: {wrong.Message}");
        }
    }

    private static Argument<string> Name() => new("NAME|FILE")
    {
        Description = "A rig by name or file.",
        DefaultValueFactory = _ => DefaultRig,
    };

    private static HeaderWiring WiringOf(RigPlan plan) => (plan as IWiredRig)?.Header
        ?? throw new SettingsException($"rig \"{plan.Name}\" has no pins");
}
