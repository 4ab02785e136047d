using HilBench.Roles;

namespace HilBench.TokenPort;

/// <summary>The meter understood a command and refused it, in words of its own.</summary>
public sealed class PortRefusedException : RigFaultException
{
    /// <param name="port">The link.</param>
    /// <param name="command">What was asked, such as <c>R1 0-0:C.1.0</c>.</param>
    /// <param name="words">What stood in the brackets.</param>
    /// <param name="meaning">What the words mean, where that is known.</param>
    /// <param name="wanted">What a value of this register would look like; null where none was asked for.</param>
    public PortRefusedException(string port, string command, string words, string? meaning, string? wanted = null)
        : base($"{port}: the meter refuses {command} "
            + (words.Length == 0 ? "with empty brackets" : $"with the words \"{words}\"")
            + (meaning is not null ? $": {meaning}" : wanted is not null ? $" (a value would be {wanted})" : ""))
    {
        Words = words;
    }

    public string Words { get; }

    /// <summary>The number in an <c>ERnn</c>; null when the meter has other words.</summary>
    public int? Number => PortErrors.NumberIn(Words);
}
