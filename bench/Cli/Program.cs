using System.CommandLine;
using HilBench.Cli;
using HilBench.Rig.Files;
using HilBench.Rig.Physical;
using HilBench.Rig.Roles;
using HilBench.Scenarios.Features;
using HilBench.Scenarios.Running;

#if WITH_IOT_BINDINGS
PartDrivers.IotBindings = new HilBench.IotBindings.IotDrivers();
#endif

// One file per command; here they only meet. Bad input is one line on stderr and exit code 2, whoever notices it.
var root = new RootCommand("HilBench: a hardware-in-the-loop bench for prepaid meters. Without a command: run.")
{
    RunCommand.Create(),
    VendCommand.Create(),
    DecodeCommand.Create(),
    MeterCommand.Create(),
    PanelCommand.Create(),
    StepsCommand.Create(),
    RigCommand.Create(),
};
// Whatever ends the process, no key of a real pad stays pressed.
AppDomain.CurrentDomain.ProcessExit += (_, _) => LastWill.Execute();
// A tag begins with @, which the parser would otherwise take for the name of a response file.
var parsing = new ParserConfiguration { ResponseFileTokenReplacer = null };
var parsed = root.Parse(args.Length == 0 ? ["run"] : args, parsing);
if (CommandLineMistake.Of(parsed) is { } mistyped)
{
    Console.Error.WriteLine(mistyped);
    return ExitCodes.BadInput;
}

try
{
    return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (FeatureMistakesException wrong)
{
    foreach (var mistake in wrong.Mistakes) Console.Error.WriteLine(mistake);
    return ExitCodes.BadInput;
}
catch (SettingsException wrong)
{
    Console.Error.WriteLine(wrong.Message);
    return ExitCodes.BadInput;
}
catch (RigFaultException wrong)
{
    Console.Error.WriteLine($"rig fault: {wrong.Message}");
    return ExitCodes.RigFault;
}
catch (IOException wrong) when (wrong is not FileNotFoundException)
{
    // Whatever was opened by name has been answered for above: this is a full disk under standard output. A file not
    // found is a part of the program itself.
    Console.Error.WriteLine($"hilbench: cannot write: {wrong.Message}");
    return ExitCodes.BadInput;
}
catch (UnauthorizedAccessException wrong) when (StandardOutput.IsClosed(wrong))
{
    // Started with >&-, or with an output that is open for reading only.
    Console.Error.WriteLine($"hilbench: cannot write to standard output: {wrong.InnerException?.Message}");
    return ExitCodes.BadInput;
}
catch (Exception wrong)
{
    Console.Error.WriteLine($"hilbench: the bench is wrong, please report this: {wrong}");
    return ExitCodes.RigFault;
}
