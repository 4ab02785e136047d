using HilBench.Input;

namespace HilBench.Scenarios;

/// <summary>
/// What the steps and hooks of one scenario hand to Reqnroll's output helper, oldest first. A file is read at once: the
/// next scenario may write it anew. What cannot be taken becomes a line that says so, and changes no verdict.
/// </summary>
internal sealed class ScenarioOutput(bool isKept)
{
    /// <summary>The most that one file may have, in megabytes.</summary>
    public const int FileMegabytes = 4;

    /// <summary>The most that all files of a scenario may have.</summary>
    public const int ScenarioMegabytes = 16;

    /// <summary>The most that all lines of a scenario may have.</summary>
    public const int MostCharacters = 1_000_000;

    /// <summary>Where a hook stands that runs before the first step.</summary>
    public const int BeforeTheSteps = -1;

    private const int Megabyte = 1_000_000;

    private readonly Lock _lock = new();
    private readonly List<OutputPart> _parts = [];
    private long _bytes;
    private long _characters;

    /// <summary>Which step runs now, counted from 0; as many as there are when all have run.</summary>
    public int Step { get; set; } = BeforeTheSteps;

    public IReadOnlyList<OutputPart> Parts
    {
        get
        {
            lock (_lock) return [.. _parts];
        }
    }

    public void AddLine(string text)
    {
        if (!isKept) return;
        lock (_lock) Add(text);
    }

    /// <param name="path">As the step gave it; a relative one is below the current folder.</param>
    public void AddFile(string? path)
    {
        if (!isKept) return;
        path ??= "";
        try
        {
            var bytes = InputFile.Read(path, FileMegabytes);
            lock (_lock) Add(path, bytes);
        }
        catch (SettingsException wrong)
        {
            lock (_lock) Add(NotAttached(path, wrong.Message[(InputFile.Shown(path).Length + ": ".Length)..]));
        }
    }

    private void Add(string path, byte[] bytes)
    {
        if (_bytes + bytes.Length > (long)ScenarioMegabytes * Megabyte)
        {
            Add(NotAttached(path, $"the files of this scenario would be larger than {ScenarioMegabytes} MB"));
            return;
        }

        _bytes += bytes.Length;
        _parts.Add(new OutputFile(Step, Path.GetFileName(path), bytes));
    }

    private void Add(string text)
    {
        if (_characters > MostCharacters) return;
        _characters += text.Length + 1;
        _parts.Add(new OutputLine(Step, _characters <= MostCharacters
            ? text : $"the lines of this scenario from here on are left out: they have more than {MostCharacters:#,0} "
                + "characters"));
    }

    /// <summary>A report does not tell in which folder of whose machine it was made.</summary>
    private static string NotAttached(string path, string why)
    {
        var name = Path.IsPathRooted(path) ? Path.GetFileName(Path.TrimEndingDirectorySeparator(path)) : path;
        // .NET puts the whole path at the end of what the system said.
        if (name.Length == 0) name = path;
        return $"not attached: {InputFile.Shown(name)}: {why.Split(" : '")[0].Split(" in '")[0]}";
    }
}

/// <summary>A line or a file that a step or hook has handed over.</summary>
/// <param name="Step">Which step ran then, counted from 0; -1 before the first, as many as there are after the last.
/// </param>
public abstract record OutputPart(int Step);

/// <summary>A text; it may have several lines.</summary>
public sealed record OutputLine(int Step, string Text) : OutputPart(Step);

/// <summary>A file as it was then.</summary>
/// <param name="Step">As above.</param>
/// <param name="Name">What the step called it, without its folder.</param>
/// <param name="Bytes">What it held.</param>
public sealed record OutputFile(int Step, string Name, byte[] Bytes) : OutputPart(Step);
