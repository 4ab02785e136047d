namespace HilBench.TokenPort;

/// <summary>How a reader speaks to a meter's token port.</summary>
public sealed record PortCallSettings
{
    /// <summary>The device address to call; null = whoever is on the line.</summary>
    public string? Address { get; init; }

    /// <summary>The rate to change to, if the meter offers as much; 300 = stay.</summary>
    public int Baud { get; init; } = 9600;

    /// <summary>Null = no password is sent.</summary>
    public string? Password { get; init; } = "00000000";

    /// <summary>An optical head may hear itself: what was sent comes back first and is dropped.</summary>
    public bool DropEcho { get; init; }

    /// <summary>Where tokens are written and their results read.</summary>
    public string TokenRegister { get; init; } = PortRegister.Token;

    /// <summary>To the first character of an answer.</summary>
    public TimeSpan ReplyWait { get; init; } = TimeSpan.FromMilliseconds(2500);

    /// <summary>From one character to the next.</summary>
    public TimeSpan CharacterGap { get; init; } = TimeSpan.FromMilliseconds(1500);

    public int Attempts { get; init; } = 3;

    /// <summary>How long a meter may think about a token.</summary>
    public TimeSpan ResultWait { get; init; } = TimeSpan.FromSeconds(15);
}
