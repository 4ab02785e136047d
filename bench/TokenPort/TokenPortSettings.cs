using System.Text.RegularExpressions;
using HilBench.Meter;

namespace HilBench.TokenPort;

/// <summary>How the meter's port introduces and defends itself; times are IEC 62056-21's where it has one.</summary>
public sealed partial record TokenPortSettings
{
    /// <summary>Three letters of the maker. A lower-case third one promises a reaction time of 20 ms.</summary>
    public string Maker { get; init; } = "HIL";

    public string Identification { get; init; } = "HILBENCH-V1";

    /// <summary>The rate offered in the identification.</summary>
    public int Baud { get; init; } = 9600;

    /// <summary>The device address a request may name; null = the meter number.</summary>
    public string? Address { get; init; }

    public string Password { get; init; } = "00000000";

    /// <summary>What the credit register counts: kilowatt-hours or a currency.</summary>
    public Accounting Accounting { get; init; } = Accounting.Energy;

    /// <summary>So many wrong passwords close the port for writing.</summary>
    public int MostWrongPasswords { get; init; } = 3;

    public TimeSpan Lockout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Added to the reaction time when the rate changes: readers have been seen to take 250 ms to change theirs, and
    /// what comes before that is lost to them. The standard allows 1.5 s in all.
    /// </summary>
    public TimeSpan ChangeOver { get; init; } = TimeSpan.FromMilliseconds(300);

    /// <summary>The longest pause between two characters of one message.</summary>
    public TimeSpan CharacterGap { get; init; } = TimeSpan.FromMilliseconds(1500);

    /// <summary>How long the meter waits for an option select, or for the answer to a read-out.</summary>
    public TimeSpan ReplyWait { get; init; } = TimeSpan.FromMilliseconds(2200);

    /// <summary>Without a message for so long a programming session is over; 60 to 120 s are allowed.</summary>
    public TimeSpan IdleDrop { get; init; } = TimeSpan.FromSeconds(90);

    /// <summary>How often a message is repeated on request before the session is given up.</summary>
    public int MostRepeats { get; init; } = 3;

    /// <summary>From the end of a request to the beginning of its answer.</summary>
    public TimeSpan Reaction => TimeSpan.FromMilliseconds(char.IsAsciiLetterLower(Maker[2]) ? 20 : 200);

    public string IdentificationLine => $"/{Maker}{BaudCharacters.CharacterOf(Baud)}\\{Identification}\r\n";

    /// <summary>What is wrong with these settings, or null.</summary>
    public string? Problem()
    {
        if (!MakerLetters().IsMatch(Maker))
            return $"the maker must be three letters, the first two capitals, not \"{Maker}\"";
        if (!IdentificationText().IsMatch(Identification))
            return $"the identification must be 1 to 16 printable characters without / and !, not \"{Identification}\"";
        if (!BaudCharacters.All.Contains(Baud))
            return $"{Baud} baud is not a rate of mode C; allowed: {string.Join(", ", BaudCharacters.All)}";
        return PasswordText().IsMatch(Password) ? null : "the password must be 1 to 32 letters or digits";
    }

    [GeneratedRegex("^[A-Z]{2}[A-Za-z]$")]
    private static partial Regex MakerLetters();

    [GeneratedRegex(@"^[^/!\x00-\x1F\x7F-\uFFFF]{1,16}$")]
    private static partial Regex IdentificationText();

    [GeneratedRegex("^[A-Za-z0-9]{1,32}$")]
    private static partial Regex PasswordText();
}
