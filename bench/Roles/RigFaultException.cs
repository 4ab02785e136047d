namespace HilBench.Roles;

/// <summary>
/// The bench itself is wrong: a wire, a file, a device. Says nothing about the meter; verdict RigFault.
/// </summary>
public class RigFaultException : Exception
{
    public RigFaultException(string message) : base(message)
    {
    }

    public RigFaultException(string message, Exception inner) : base(message, inner)
    {
    }
}
