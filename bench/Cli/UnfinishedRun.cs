using HilBench.Scenarios.Running;

namespace HilBench.Cli;

/// <summary>While a run goes on, nobody ends the program with a good exit code, such as a step of a lab.</summary>
internal sealed class UnfinishedRun : IDisposable
{
    public UnfinishedRun() => AppDomain.CurrentDomain.ProcessExit += Ended;

    public void Dispose() => AppDomain.CurrentDomain.ProcessExit -= Ended;

    private static void Ended(object? sender, EventArgs wrong)
    {
        if (Environment.ExitCode != ExitCodes.Passed) return;
        Environment.ExitCode = ExitCodes.RigFault;
        Console.Error.WriteLine("the program was ended in the middle of the run, by a step or a hook");
    }
}
