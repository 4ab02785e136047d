using System.CommandLine;
using HilBench.Vending;

namespace HilBench.Cli;

/// <summary>`hilbench vend`: keys and tokens for JSON lines (docs/vend-and-decode.md).</summary>
public static class VendCommand
{
    private const string Description = """
        Makes tokens: JSON lines in, one JSON line out for each, in order. Exit code 2 when any line was bad.

        Example:
          echo '{"kind":"test","sub":0,"control":"8","mfr":0}' | hilbench vend
          {"token":"18446744073843772416"}
        docs/vend-and-decode.md has a line of each kind: key, credit, management, keychange, test.
        """;

    public static Command Create() => LineCommand.Create("vend", Description, tables => new VendLine(tables));
}
