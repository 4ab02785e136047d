using HilBench.Scenarios;

namespace HilBench.Web.Hand;

/// <summary>
/// What was done since the meter was made, as the steps of a scenario. Keys that follow each other are one sentence;
/// when they are a token of the tray, it says which.
/// </summary>
internal sealed class HandScript
{
    private const string Presses = "the customer presses \"";

    private readonly List<SaidStep> _steps = [];
    private string _keys = "";

    public IReadOnlyList<SaidStep> Steps => _steps;

    public void Add(SaidStep step)
    {
        _keys = KeysOf(step);
        _steps.Add(step);
    }

    /// <param name="key">The key that was pressed.</param>
    /// <param name="tokenOf">The sentence for these keys, when they are all it takes to type a token.</param>
    public void AddKey(char key, Func<string, string?> tokenOf)
    {
        if (_keys.Length > 0) _steps.RemoveAt(_steps.Count - 1);
        _keys += key;
        if (tokenOf(_keys) is { } token)
        {
            _keys = "";
            _steps.Add(new SaidStep(StepKind.When, token));
            return;
        }

        _steps.Add(Pressed(_keys));
    }

    /// <summary>The sentence for these keys.</summary>
    public static SaidStep Pressed(string keys) =>
        new(StepKind.When, $"{Presses}{string.Join(' ', keys.AsEnumerable())}\"");

    /// <summary>Without the newest step; of several keys, without the newest key.</summary>
    public static IReadOnlyList<SaidStep> WithoutLast(IReadOnlyList<SaidStep> steps)
    {
        if (steps.Count == 0) return steps;
        var keys = KeysOf(steps[^1]);
        return keys.Length > 1 ? [.. steps.SkipLast(1), Pressed(keys[..^1])] : [.. steps.SkipLast(1)];
    }

    /// <summary>Empty when it is not about keys pressed one after the other.</summary>
    private static string KeysOf(SaidStep step) =>
        step.Text.StartsWith(Presses, StringComparison.Ordinal) && step.Text.EndsWith('"')
            ? step.Text[Presses.Length..^1].Replace(" ", "", StringComparison.Ordinal) : "";
}
