using System.Collections.Concurrent;
using Reqnroll.Bindings;

namespace HilBench.Scenarios.Engine;

/// <summary>
/// Which method a sentence belongs to, shared by all workers: the check before the run has tried every pattern on it
/// once, and the run need not again.
/// </summary>
internal sealed class MatchMemory
{
    /// <summary>A longer text is no sentence that comes again and again.</summary>
    private const int LongestKept = 200;

    private readonly ConcurrentDictionary<(StepDefinitionType Type, string Text), BindingMatch> _known = new();

    public BindingMatch? Find(StepDefinitionType type, string text) => _known.GetValueOrDefault((type, text));

    public void Keep(StepDefinitionType type, string text, BindingMatch match)
    {
        if (text.Length <= LongestKept) _known.TryAdd((type, text), match);
    }
}
