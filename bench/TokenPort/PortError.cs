namespace HilBench.TokenPort;

/// <summary>
/// What our meter refuses on its port, sent as <c>(ERnn)</c>. The form is the standard's, the numbers are ours
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
    private const string Prefix = "ER";

    public static string TextOf(PortError error) => $"({Prefix}{(int)error:D2})";

    /// <summary>The number in an <c>ERnn</c>, or null when the words are others.</summary>
    public static int? NumberIn(string words) =>
        words.Length == 4 && words.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
        && int.TryParse(words.AsSpan(Prefix.Length), System.Globalization.NumberStyles.None,
            System.Globalization.CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    /// <summary>What one of our own meters means by the number; null when it has no such error.</summary>
    public static string? Meaning(int number) => (PortError)number switch
    {
        PortError.UnknownCommand => "it does not know this command",
        PortError.UnknownRegister => "it has no such register",
        PortError.PasswordWanted => "it wants a password first",
        PortError.WrongPassword => "the password is wrong",
        PortError.LockedOut => "its port is closed after too many wrong passwords",
        PortError.BadValue => "it cannot read the value",
        PortError.Busy => "it is busy with the token before",
        PortError.MemoryFault => "its memory is damaged",
        PortError.ReadOnly => "this register cannot be written",
        _ => null,
    };
}
