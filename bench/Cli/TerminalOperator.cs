using HilBench.Rig;
using HilBench.Rig.Physical;

namespace HilBench.Cli;

/// <summary>
/// Speaks to the person at the bench on standard error, so that verdicts on standard output stay clean.
/// </summary>
internal sealed class TerminalOperator : IOperator
{
    public void AskForKey(char key, IReadOnlyList<string> pad, int done)
    {
        Console.Error.WriteLine($"\npress {key}   (key {done + 1})");
        foreach (var row in PadDrawing.Draw(pad, key)) Console.Error.WriteLine("   " + row);
    }

    public void Tell(string what) => Console.Error.WriteLine(what);
}
