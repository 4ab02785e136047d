using HilBench.Lab.Told;
using HilBench.Scenarios.Running;

namespace HilBench.Lab.Coordination;

/// <summary>What a coordinator knows of its scenarios: which wait, which are tried where, which are done.</summary>
internal sealed class ScenarioBook
{
    private readonly Entry[] _all;
    private readonly SortedSet<int> _waiting;

    public ScenarioBook(int scenarios)
    {
        _all = [.. Enumerable.Range(0, scenarios).Select(_ => new Entry())];
        _waiting = [.. Enumerable.Range(0, scenarios)];
    }

    public int Count => _all.Length;

    public int Done { get; private set; }

    /// <summary>Every scenario has its verdict.</summary>
    public bool IsDone => Done == _all.Length;

    /// <summary>Those nobody is at, in order.</summary>
    public IReadOnlyCollection<int> Waiting => _waiting;

    public ScenarioResult? ResultOf(int scenario) => _all[scenario].Result;

    /// <summary>Why attempts at it came to nothing, oldest first.</summary>
    public IReadOnlyList<string> LostOf(int scenario) => [.. _all[scenario].Lost.Values];

    /// <summary>How many attempts came to nothing.</summary>
    public int LostCount(int scenario) => _all[scenario].Lost.Count;

    public bool HasResult(int scenario) => _all[scenario].Result is not null;

    /// <summary>The last of them that has left a result.</summary>
    public Delivered? LastLost(int scenario) => _all[scenario].Last;

    /// <summary>An attempt begins; its number.</summary>
    public int Begin(int scenario, string bench)
    {
        var entry = _all[scenario];
        _waiting.Remove(scenario);
        entry.Attempt = Math.Max(entry.Attempt, entry.Lost.Keys.DefaultIfEmpty().Max()) + 1;
        entry.Bench = bench;
        return entry.Attempt;
    }

    /// <summary>An attempt that a coordinator before has begun goes on.</summary>
    /// <returns>False when it has ended, or there is no such scenario.</returns>
    public bool Adopt(int scenario, int attempt, string bench)
    {
        if (scenario < 0 || scenario >= _all.Length || !_waiting.Contains(scenario)) return false;
        var entry = _all[scenario];
        if (entry.Lost.ContainsKey(attempt)) return false;
        _waiting.Remove(scenario);
        (entry.Attempt, entry.Bench) = (attempt, bench);
        return true;
    }

    /// <summary>A coordinator before has given this attempt to some bench: the next one has a greater number.</summary>
    public void Know(int scenario, int attempt)
    {
        if (scenario >= 0 && scenario < _all.Length)
            _all[scenario].Attempt = Math.Max(_all[scenario].Attempt, attempt);
    }

    /// <summary>The benches that lost it; somebody else should try.</summary>
    public IReadOnlyCollection<string> LostBy(int scenario) => _all[scenario].LostBy;

    /// <summary>An attempt came to nothing.</summary>
    /// <returns>False when that was known, or the scenario has its verdict.</returns>
    public bool Lose(int scenario, Delivered how)
    {
        var entry = _all[scenario];
        if (entry.Result is not null || !entry.Lost.TryAdd(how.Attempt, how.Lost ?? "it came to nothing")) return false;
        entry.Last = how;
        entry.LostBy.Add(how.Bench);
        if (entry.Bench is null || how.Attempt >= entry.Attempt)
        {
            entry.Bench = null;
            _waiting.Add(scenario);
        }

        return true;
    }

    /// <summary>The scenario has its verdict.</summary>
    /// <returns>False when it had one: that one stands.</returns>
    public bool Finish(int scenario, ScenarioResult result)
    {
        var entry = _all[scenario];
        if (entry.Result is not null) return false;
        entry.Result = result;
        entry.Bench = null;
        _waiting.Remove(scenario);
        Done++;
        return true;
    }

    private sealed class Entry
    {
        public SortedDictionary<int, string> Lost { get; } = [];

        public HashSet<string> LostBy { get; } = new(StringComparer.Ordinal);

        public Delivered? Last { get; set; }

        public int Attempt { get; set; }

        public string? Bench { get; set; }

        public ScenarioResult? Result { get; set; }
    }
}
