using HilBench.Input;

namespace HilBench.Runs;

/// <summary>Where the history is: what <c>--history</c> says, or the usual place of a user's state.</summary>
public static class HistoryPlace
{
    public const string Option = "--history";

    /// <summary>No history is kept.</summary>
    public const string None = "none";

    private const string State = "XDG_STATE_HOME";

    /// <summary>
    /// The file; null when none is kept: because somebody said so, or on a CI server that was not asked.
    /// </summary>
    public static string? Of(string? said)
    {
        if (said is not null) return said == None ? null : Named(said);
        return string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI")) ? Usual() : null;
    }

    /// <summary>The file that is read; a CI server that asks has one.</summary>
    public static string ToRead(string? said) => said is not null ? Named(said)
        : Usual() ?? throw new SettingsException(
            $"hilbench history: this user has no home; name a file, {Option} FILE");

    private static string Named(string said) => said.Length > 0
        ? said
        : throw new SettingsException($"{Option}: the name of the file is empty; name a file, or {None}");

    /// <summary>The usual file of this user; null for one without a home.</summary>
    public static string? OfThisUser => Usual();

    /// <summary>As the XDG Base Directory Specification has it; null for a user without a home.</summary>
    private static string? Usual()
    {
        var state = Environment.GetEnvironmentVariable(State);
        if (string.IsNullOrEmpty(state) || !Path.IsPathRooted(state))
        {
            var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
            if (home.Length == 0) return null;
            state = Path.Combine(home, ".local", "state");
        }

        return Path.Combine(state, "hilbench", "history.db");
    }
}
