using HilBench.Meter;

namespace HilBench.TokenPort;

/// <summary>One register of the port: its address, what it means, and its values in the order they are sent.</summary>
public sealed record PortRegister(
    string Address, string Meaning, Func<MeterRegisters, TokenPortSettings, string> Read)
{
    /// <summary>The part of the address every register begins with; a request may leave it out.</summary>
    public const string Medium = "0-0:";

    /// <summary>Where tokens are written and their results read.</summary>
    public const string Token = "0-0:19.40.0";

    /// <summary>The number of the newest result alone, for readers that take one value of a register.</summary>
    public const string Result = "0-0:19.40.1";

    public bool IsCalled(string address) => AreSame(Address, address);

    public static bool AreSame(string address, string asked) =>
        asked == address
        || (address.StartsWith(Medium, StringComparison.Ordinal) && asked == address[Medium.Length..]);
}
