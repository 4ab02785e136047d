using System.CommandLine;
using HilBench.Input;
using HilBench.RigFiles;
using HilBench.RigFiles.Script;
using HilBench.Roles;
using HilBench.Scenarios.World;
using HilBench.Tokens;
using HilBench.Vending;

namespace HilBench.Cli;

/// <summary><c>hilbench meter</c>: a meter in the terminal, or one driven by JSON lines.</summary>
internal static class MeterCommand
{
    private const string Help = """
        A prepaid meter to type on: your keyboard is its keypad, its glass is drawn in the terminal.
        On a rig with real pins (raspberry-pi) it is the meter: real keys, real display, until SIGTERM or Ctrl-C.
        With --script a meter driven by JSON lines: the first makes it, each further one acts on it, each is answered.

        Examples:
          hilbench meter
          hilbench meter --token-port pty             a meter on a pseudo-terminal, for a reader of IEC 62056-21
          hilbench meter --rig none --script actions.jsonl
          hilbench meter --rig raspberry-pi
            {"meter":{"ea":7,"dkga":2,"vk":"abababababababab","pan":"600727000000000009",
                      "sgc":"123456","ti":"01","krn":1,"kt":2,"base":1993}}     (on one line)
            {"token":"04311561755834866687"}   {"keys":"12*#"}   {"wait":"00:10:00"}   {"mains":"off"}
            {"at":"2024-11-24T20:15"}          {"load":{"watts":1500,"for":"01:00:00"}}
        """;

    public static Command Create()
    {
        var rig = Options.Rig();
        var tables = Options.StaTables();
        var profile = new Option<string?>("--profile")
        {
            Description = "A meter profile by name or file; else the rig's.",
            HelpName = "NAME|FILE",
        };
        var script = new Option<string?>("--script")
        {
            Description = "JSON lines from a file, or - for standard input, instead of a terminal.",
            HelpName = "FILE|-",
        };
        var trace = new Option<bool>("--trace")
        {
            Description = "On real pins: one line for every key, answer and save. Keys are tokens; mind who reads it.",
        };
        var port = TokenPortMeter.PortOption();
        var parity = TokenPortMeter.ParityOption();
        var command = new Command("meter", Help) { rig, profile, script, tables, trace, port, parity };
        Exclude(command, script, port, "a meter on a port has no script");
        Exclude(command, script, trace, "a script says itself what becomes of each line");
        Exclude(command, port, trace, "a meter on a port says all it does without it");
        command.Validators.Add(result =>
        {
            if (result.GetResult(parity) is { Implicit: false } && result.GetResult(port) is null)
                result.AddError($"{parity.Name} goes with {port.Name} only");
        });
        command.SetAction(parsed =>
        {
            var plan = Plan(parsed.GetValue(rig)!, parsed.GetValue(profile), parsed.GetValue(tables));
            if (parsed.GetValue(port) is { } device)
                return TokenPortMeter.Run(plan, device, parsed.GetValue(parity), Tray.For(plan));
            if (!plan.IsOurMeter)
            {
                throw new SettingsException(
                    $"hilbench meter: rig {plan.Name} is somebody else's meter; --token-port PORT makes one of ours");
            }

            if (parsed.GetValue(script) is { } source) return RunScript(plan, source);
            if (parsed.GetValue(trace) && plan is not GpioPlan)
            {
                throw new SettingsException(
                    $"hilbench meter: {trace.Name} is for a meter on real pins; rig {plan.Name} has none");
            }

            if (plan is PanelPlan { IsVirtual: false } panel) return PanelMeter.Run(panel, Tray.For(plan));
            return plan is GpioPlan pins ? new MeterOnPinsHost(pins, parsed.GetValue(trace)).Run() : Interact(plan);
        });
        return command;
    }

    private static RigPlan Plan(string rig, string? profile, string? tables)
    {
        var plan = Rigs.Load(rig, profile);
        return tables is null ? plan : plan with { Tables = StaTablesFile.Read(tables) };
    }

    private static int RunScript(RigPlan plan, string source)
    {
        using var meter = new MeterScript(plan, plan.Seed);
        var exitCode = LineCommand.Converse(source, meter);
        if (exitCode != 0 || meter.HasBegun) return exitCode;
        throw new SettingsException(
            RequestSource.NameOf(source) + ": the script is empty; its first line makes the meter: {\"meter\":{ … }}");
    }

    /// <summary>Two options of which one would be ignored.</summary>
    private static void Exclude(Command command, Option one, Option other, string why) =>
        command.Validators.Add(result =>
        {
            if (result.GetResult(one) is { Implicit: false } && result.GetResult(other) is { Implicit: false })
                result.AddError($"{one.Name} does not go with {other.Name}: {why}");
        });

    private static int Interact(RigPlan plan)
    {
        if (Surroundings.Current.IsInputRedirected || Surroundings.Current.IsOutputRedirected)
            throw new SettingsException(
                "hilbench meter: the meter can only be drawn in a terminal; without one, "
                + "use --script FILE or --script -");

        var meter = Sample(plan);
        var station = new VendingStation(plan.Tables, plan.Seed);
        using var rig = plan.Build(plan.Seed);
        rig.Manufacture(meter.AsMade(station, plan.Profile));
        rig.Mains.Return();
        using var interrupt = new Interrupt();
        try
        {
            new InteractiveMeter(rig, plan.Profile.Pad, Tray.For(plan)).Run(interrupt.Token);
        }
        catch (NotSupportedException)
        {
            throw new SettingsException(
                "hilbench meter: the meter cannot be drawn in a terminal of this kind (TERM); "
                + "use --script FILE or --script -");
        }

        return 0;
    }

    /// <summary>A meter that has been in use for a while and has some credit left.</summary>
    internal static MeterDescription Sample(RigPlan plan) => plan.Profile.Accounting.IsCurrency
        ? new MeterDescription { Money = MoneyAmount.Parse("250.00") }
        : new MeterDescription { Credit = EnergyAmount.FromKwh(10) };
}
