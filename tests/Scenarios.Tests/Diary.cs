namespace HilBench.Scenarios.Tests;

/// <summary>What the steps and hooks of a trial write down, in the order in which they ran.</summary>
public sealed class Diary
{
    private readonly List<string> _lines = [];

    public IReadOnlyList<string> Lines => _lines;

    public void Add(string line) => _lines.Add(line);
}
