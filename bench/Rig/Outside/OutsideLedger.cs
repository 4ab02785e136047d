using HilBench.Tokens;

namespace HilBench.Rig.Outside;

/// <summary>
/// What a run remembers of a meter it cannot make anew, from one scenario to the next: which key the meter has by now,
/// up to when tokens have been sold, and whether it answers at all. One scenario runs at a time, so nothing is locked.
/// </summary>
public sealed class OutsideLedger(KeyParameters key, DateTime begins)
{
    /// <summary>A scenario sells up to sixty tokens, one a minute.</summary>
    private static readonly TimeSpan PerScenario = TimeSpan.FromHours(1);

    private const int MostSilences = 2;

    private int _silences;
    private string? _silence;

    /// <summary>Null once the meter has taken a key the bench cannot name.</summary>
    public KeyParameters? Key { get; set; } = key;

    /// <summary>The scenario before left a key change half done.</summary>
    public bool HasPending { get; set; }

    public DateTime Begins { get; private set; } = begins;

    /// <summary>After so many scenarios that found no meter the rest of the run does not wait for it again.</summary>
    public string? GivenUp => _silences >= MostSilences ? _silence : null;

    public void Answered() => _silences = 0;

    public void Silent(string why)
    {
        _silences++;
        _silence = why;
    }

    /// <summary>Tokens are sold from later dates from now on.</summary>
    public void Advance(TimeSpan passed) => Begins += passed + PerScenario;

    public void Skip(TimeSpan time) => Begins += time;
}
