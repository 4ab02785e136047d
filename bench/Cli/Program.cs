using HilBench.Cli;
using HilBench.Physical;

// Whatever ends the process, no key of a real pad stays pressed.
AppDomain.CurrentDomain.ProcessExit += (_, _) => LastWill.Execute();
return CommandLine.Run(args);
