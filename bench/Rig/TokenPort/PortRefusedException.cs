using HilBench.Rig.Roles;

namespace HilBench.Rig.TokenPort;

/// <summary>The meter understood a command and refused it with an <c>(ERnn)</c>.</summary>
public sealed class PortRefusedException(string port, string command, int number)
    : RigFaultException($"{port}: the meter refuses {command}: {PortErrors.InWords(number)}")
{
    public int Number { get; } = number;
}
