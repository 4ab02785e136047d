using HilBench.Cli;
using HilBench.Rig.Physical;

#if WITH_IOT_BINDINGS
HilBench.Rig.Files.PartDrivers.IotBindings = new HilBench.IotBindings.IotDrivers();
#endif

// Whatever ends the process, no key of a real pad stays pressed.
AppDomain.CurrentDomain.ProcessExit += (_, _) => LastWill.Execute();
return CommandLine.Run(args);
