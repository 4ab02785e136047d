using HilBench.Tokens;

namespace HilBench.Scenarios.World;

/// <summary>The slips of paper on the customer's table: tokens and key change codes, the newest on top.</summary>
public sealed class TokenTray
{
    private const string NoCodesYet =
        "there are no codes yet: a line like `Given the two key change codes to …` must come before";

    private const int MostNotes = 3;
    private const int MostNames = 10;

    private readonly Dictionary<string, TokenNumber> _named = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<TokenNumber>> _sets = new(StringComparer.Ordinal);
    private readonly List<string> _rounded = [];
    private readonly List<TraySlip> _slips = [];
    private TokenNumber? _newest;
    private IReadOnlyList<TokenNumber>? _newestSet;

    /// <summary>Everything that was put here, oldest first.</summary>
    public IReadOnlyList<TraySlip> Slips => _slips;

    /// <summary>"The token": the one put here last.</summary>
    public TokenNumber Newest => _newest ?? throw new FeatureMistakeException(
        "there is no token yet: a line like `Given a 25.6 kWh credit token` must come before");

    public TokenNumber this[string name] => _named.TryGetValue(name, out var token)
        ? token
        : throw new FeatureMistakeException($"there is no token \"{Excerpt.Of(name)}\": {Names(_named.Keys)}");

    /// <summary>
    /// Why a meter may hold or allow something else than the scenario adds up: which tokens could not carry the very
    /// amount they were asked for. Empty when all could.
    /// </summary>
    public string Rounding => _rounded.Count == 0
        ? ""
        : $"; mind that {string.Join(", ", _rounded.Take(MostNotes))}: a token cannot carry every amount, and "
            + "is made for the next larger one that it can";

    /// <summary>What was asked for and what the token carries, in the same unit.</summary>
    public void NoteRounding(string asked, string carried)
    {
        if (asked == carried) return;
        var note = $"the token of {asked} carries {carried}";
        if (!_rounded.Contains(note)) _rounded.Add(note);
    }

    public void Put(TokenNumber token, string? name)
    {
        _newest = token;
        if (name is not null && !_named.TryAdd(name, token))
            throw new FeatureMistakeException($"there is a token \"{Excerpt.Of(name)}\" already");
        _slips.Add(new TraySlip(name, null, token));
    }

    public void PutCodes(IReadOnlyList<TokenNumber> set, string? name)
    {
        _newestSet = set;
        if (name is not null && !_sets.TryAdd(name, set))
            throw new FeatureMistakeException($"there are codes \"{Excerpt.Of(name)}\" already");
        _slips.AddRange(set.Select((token, at) => new TraySlip(name, at + 1, token)));
    }

    /// <summary>The newest set.</summary>
    public IReadOnlyList<TokenNumber> Codes => _newestSet ?? throw new FeatureMistakeException(NoCodesYet);

    /// <summary>Code 1 is the first section, 2 the second, and so on.</summary>
    public TokenNumber Code(int number, string? name = null)
    {
        var set = name is null ? _newestSet : _sets.GetValueOrDefault(name);
        if (set is null)
        {
            throw new FeatureMistakeException(name is null
                ? NoCodesYet
                : $"there are no codes \"{Excerpt.Of(name)}\": {Names(_sets.Keys)}");
        }

        return number >= 1 && number <= set.Count
            ? set[number - 1]
            : throw new FeatureMistakeException($"there is no code {number}: the set has codes 1 to {set.Count}");
    }

    private static string Names(IReadOnlyCollection<string> names)
    {
        if (names.Count == 0) return "none was given a name";
        var told = string.Join(", ", names.Take(MostNames).Select(name => $"\"{Excerpt.Of(name)}\""));
        return names.Count <= MostNames ? $"there are {told}" : $"there are {told} and {names.Count - MostNames} more";
    }
}

/// <summary>A slip of paper.</summary>
/// <param name="Name">What the scenario calls it, or its set of codes; null when it has no name.</param>
/// <param name="Code">Which code of its set it is, from 1; null for a token.</param>
/// <param name="Number">What is printed on it.</param>
public sealed record TraySlip(string? Name, int? Code, TokenNumber Number);
