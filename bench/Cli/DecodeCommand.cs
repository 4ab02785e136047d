using System.CommandLine;
using HilBench.Vending;

namespace HilBench.Cli;

/// <summary>`hilbench decode`: what tokens say, for JSON lines (docs/vend-and-decode.md).</summary>
public static class DecodeCommand
{
    private const string Description = """
        Reads tokens: JSON lines with 20 digits and a key in, one JSON line out for each, in order: what the token
        says, or the reason it is refused. Exit code 2 when any line was bad; a refused token is no bad line.

        Example:
          echo '{"kind":"decode","token":"18446744073843772416"}' | hilbench decode
          {"class":1,"sub":0,"control":"8","mfr":0}
        """;

    public static Command Create() =>
        LineCommand.Create("decode", Description, tables => new DecodeLine(tables));
}
