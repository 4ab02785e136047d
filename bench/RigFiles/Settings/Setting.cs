using HilBench.Input;

namespace HilBench.RigFiles;

/// <summary>
/// One value of a settings file with the line it stands on. <see cref="Value"/> is null, a string, a decimal, a bool, a
/// list of settings or a dictionary of them.
/// </summary>
internal sealed record Setting(string File, int Line, object? Value)
{
    public IReadOnlyDictionary<string, Setting> Members => (IReadOnlyDictionary<string, Setting>)Value!;

    public SettingsException Wrong(string what) => new($"{File}:{Line}: {what}");

    /// <summary>The value as the person wrote it, for a message.</summary>
    public string Shown => Value switch
    {
        null => "null",
        string text => $"\"{OneLine.Beginning(text)}\"",
        bool flag => flag ? "true" : "false",
        IReadOnlyList<Setting> { Count: 0 } => "an empty list",
        IReadOnlyList<Setting> => "a list",
        IReadOnlyDictionary<string, Setting> => "an object",
        var number => FormattableString.Invariant($"{number}"),
    };

    // ---- values that a rule has already checked --------------------------------------------------------------

    public Setting? Find(string name) => Members.GetValueOrDefault(name) is { Value: not null } found ? found : null;

    public bool Has(string name) => Members.ContainsKey(name);

    public string Text(string name, string otherwise) => Find(name) is { } found ? (string)found.Value! : otherwise;

    public int Whole(string name, int otherwise) => Find(name) is { } found ? (int)(decimal)found.Value! : otherwise;

    public decimal Number(string name, decimal otherwise) =>
        Find(name) is { } found ? (decimal)found.Value! : otherwise;

    public bool Flag(string name, bool otherwise) => Find(name) is { } found ? (bool)found.Value! : otherwise;

    public int[] Wholes(string name, IReadOnlyList<int> otherwise) =>
        Find(name) is { } found ? [.. Items(found).Select(item => (int)(decimal)item.Value!)] : [.. otherwise];

    public string[] Texts(string name, IReadOnlyList<string> otherwise) =>
        Find(name) is { } found ? [.. Items(found).Select(item => (string)item.Value!)] : [.. otherwise];

    /// <summary>The objects of a list; none when the file leaves it out.</summary>
    public IReadOnlyList<Setting> Groups(string name) => Find(name) is { } found ? Items(found) : [];

    /// <summary>The object of that name, or an empty one on this line when the file leaves it out.</summary>
    public Setting Group(string name) => Find(name) ?? new Setting(File, Line, new Dictionary<string, Setting>(0));

    public TimeSpan Seconds(string name, TimeSpan otherwise) => Span(name, otherwise, TimeSpan.TicksPerSecond);

    public TimeSpan Milliseconds(string name, TimeSpan otherwise) =>
        Span(name, otherwise, TimeSpan.TicksPerMillisecond);

    public TimeSpan Microseconds(string name, TimeSpan otherwise) =>
        Span(name, otherwise, TimeSpan.TicksPerMicrosecond);

    private static IReadOnlyList<Setting> Items(Setting list) => (IReadOnlyList<Setting>)list.Value!;

    private TimeSpan Span(string name, TimeSpan otherwise, long ticksPerUnit) =>
        Find(name) is { } found ? TimeSpan.FromTicks((long)((decimal)found.Value! * ticksPerUnit)) : otherwise;
}
