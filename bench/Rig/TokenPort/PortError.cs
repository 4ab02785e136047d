namespace HilBench.Rig.TokenPort;

/// <summary>
/// What the meter refuses on its port, sent as <c>(ERnn)</c>. The form is the standard's, the numbers are ours
/// (docs/hardware/token-port.md).
/// </summary>
public enum PortError
{
    UnknownCommand = 1,
    UnknownRegister = 2,
    PasswordWanted = 3,
    WrongPassword = 4,
    LockedOut = 5,
    BadValue = 6,
    Busy = 7,
    MemoryFault = 8,
    ReadOnly = 9,
}

public static class PortErrors
{
    public static string TextOf(PortError error) => $"(ER{(int)error:D2})";

    /// <summary>The number in an <c>(ERnn)</c>, or null when the text is none.</summary>
    public static int? NumberIn(string text) =>
        text.Length == 6 && text.StartsWith("(ER", StringComparison.Ordinal) && text[^1] == ')'
        && int.TryParse(text.AsSpan(3, 2), out var number)
            ? number
            : null;

    /// <summary>For a person; other makers' numbers mean what their manuals say.</summary>
    public static string InWords(int number) => Enum.IsDefined((PortError)number)
        ? $"ER{number:D2} ({(PortError)number})"
        : $"ER{number:D2}";
}
