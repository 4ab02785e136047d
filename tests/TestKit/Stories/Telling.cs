using System.Globalization;
using HilBench.TestKit.Vectors;

namespace HilBench.TestKit.Stories;

/// <summary>Tells a story step by step and keeps count of what each token leaves in the meter (docs/sts.md).</summary>
internal sealed class Telling(string id, VectorCase vector, StoryMeter meter)
{
    private static readonly string[] HalfNames = ["", "1stKCT", "2ndKCT", "3rdKCT", "4thKCT"];

    private readonly List<StoryStep> _steps = [];
    private long _credit = meter.CreditUnits;
    private StoryKey _key = meter.Key;
    private bool _closed = meter.CreditUnits > 0;

    public StoryMeter Meter => meter;

    /// <summary>The token is accepted and changes only the TID store and what no step here can see.</summary>
    public Telling Accepted(string token, string? below = "") => Add(token, "Accept", "Accept", below);

    public Telling Credited(string token, long units)
    {
        _credit += units;
        _closed |= units > 0;
        return Accepted(token);
    }

    public Telling CreditCleared(string token)
    {
        (_credit, _closed) = (0, false);
        return Accepted(token);
    }

    public Telling Refused(string token, string result) => Add(token, result, WordFor(token, result), "");

    /// <summary>
    /// The sections of a set typed in this order (1 = the first printed); the last one answers for the set.
    /// </summary>
    public Telling Set(IReadOnlyList<string> printed, IEnumerable<int> order, StoryKey changed, string last = "Accept")
    {
        var missing = Enumerable.Range(1, printed.Count).ToList();
        foreach (var section in order)
        {
            missing.Remove(section);
            if (missing.Count > 0) Half(printed[section - 1], section, missing[0]);
            else if (last == "Accept") Changed(printed[section - 1], changed);
            else Refused(printed[section - 1], last);
        }

        return this;
    }

    public Telling Set(IReadOnlyList<string> printed, StoryKey changed, string last = "Accept") =>
        Set(printed, Enumerable.Range(1, printed.Count), changed, last);

    public Telling Half(string token, int section, int awaited) =>
        Add(token, HalfNames[section], $"Enter code {awaited.ToString(CultureInfo.InvariantCulture)}", "");

    public Telling Changed(string token, StoryKey key)
    {
        _key = key;
        return Accepted(token);
    }

    public MeterStory End(string? because = null) => new(id, vector, meter, _steps, because);

    private Telling Add(string token, string result, string glass, string? below)
    {
        _steps.Add(new StoryStep(token, result, glass, below, _credit, _key, _closed));
        return this;
    }

    /// <summary>Twenty digits get an answer; fewer are no token but an unfinished entry.</summary>
    private static string WordFor(string token, string result) => result switch
    {
        _ when token.Length != 20 => "Incomplete",
        "UsedError" => "Used",
        "OldError" => "Old",
        _ => "Reject",
    };
}
