using System.Text;

namespace HilBench.TokenPort;

/// <summary>
/// A programming command, <c>SOH command STX data ETX check</c>, such as <c>R1</c> with <c>0-0:C.1.0()</c>; a break has
/// no data part at all (IEC 62056-21, 6.3.4 to 6.3.6).
/// </summary>
public sealed record PortMessage(string Command, string? Data)
{
    public const string Password = "P1";
    public const string Operand = "P0";
    public const string Read = "R1";
    public const string Write = "W1";
    public const string Break = "B0";

    private const int CommandLength = 2;

    /// <summary>Command and register, such as <c>R1 0-0:C.1.0</c>: never a password or a token.</summary>
    public string Name => Data?.IndexOf('(') is > 0 and var open ? $"{Command} {Data[..open]}" : Command;

    public byte[] ToBytes() => BlockCheck.Seal(
        LineBytes.Soh, Encoding.ASCII.GetBytes(Data is null ? Command : $"{Command}{(char)LineBytes.Stx}{Data}"));

    /// <summary>An answer without a command: <c>STX data ETX check</c>.</summary>
    public static byte[] Answer(string data) => BlockCheck.Seal(LineBytes.Stx, Encoding.ASCII.GetBytes(data));

    /// <summary>Null when a whole block is no command; the check has been made before.</summary>
    public static PortMessage? TryParse(ReadOnlySpan<byte> block)
    {
        if (block.Length < CommandLength + 3 || block[0] != LineBytes.Soh) return null;
        var command = Encoding.ASCII.GetString(block.Slice(1, CommandLength));
        var rest = block[(1 + CommandLength)..^2];
        if (!char.IsAsciiLetterUpper(command[0]) || !char.IsAsciiDigit(command[1])) return null;
        if (rest.IsEmpty) return new PortMessage(command, null);
        return rest[0] == LineBytes.Stx ? new PortMessage(command, Encoding.ASCII.GetString(rest[1..])) : null;
    }
}
