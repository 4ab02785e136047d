using HilBench.Meter;
using HilBench.Simulation.Events;
using HilBench.Tokens;

namespace HilBench.Simulation.Trials;

/// <summary>Makes what is typed in a life: tokens, codes, and what comes of a wrong digit.</summary>
internal sealed class Till(MeterProfile profile, KeyChain chain)
{
    /// <summary>1 November 2024 in minutes of the base date 2014, as in the features.</summary>
    private const int FirstTid = 5_697_000;

    /// <summary>Five and a half years: upper byte 131, and <see cref="KeyChain.LastExpiry"/> is 100.</summary>
    private const int Later = 2_930_000;

    private readonly List<TrialToken> _typed = [];
    private int _sold;
    private int _neighbours;

    /// <summary>The tokens that were typed, the newest first.</summary>
    public IEnumerable<TrialToken> Typed => _typed.AsEnumerable().Reverse();

    public void WasTyped(TrialToken token) => _typed.Add(token);

    /// <summary>What somebody types; null = nothing that there is.</summary>
    /// <param name="happening">A token, of whichever kind.</param>
    /// <param name="key">Which key of the chain the meter has.</param>
    public TrialToken? For(LifeEvent happening, int key) => happening switch
    {
        LifeEvent.Buys buys => Bought(buys, key),
        LifeEvent.TypesAgain again => Again(again.Back),
        LifeEvent.TypesNeighbours neighbour => Neighbours(neighbour.Units),
        LifeEvent.TypesCode code => CodeOf(code, key),
        LifeEvent.Mistypes wrong =>
            _typed.FindLast(token => !token.IsMistyped) is { } newest ? Mistyped(newest, wrong.Digit) : null,
        _ => null,
    };

    private TrialToken? Again(int back) => _typed.Count == 0 ? null : _typed[^(1 + (back % _typed.Count))];

    private TrialToken Bought(LifeEvent.Buys buys, int at)
    {
        var key = chain.Keys[Math.Min(at + buys.KeysAhead, chain.Keys.Count - 1)];
        // Under the first key, whose base date is 1993, there are no such late minutes.
        var isLate = buys.IsLate && key != chain.Keys[0];
        var tid = FirstTid + _sold++ + (isLate ? Later : 0);
        var (token, value) = TrialTokens.Of(buys, tid, profile);
        return new TrialToken(KeyChain.Write(token, key), key, $"token {_sold}")
        {
            Kind = buys.Kind, Tid = tid, Value = value,
        };
    }

    private TrialToken Neighbours(long units)
    {
        var (token, _) = TrialTokens.Of(new LifeEvent.Buys(TokenKind.Credit, units), FirstTid + _sold, profile);
        return new TrialToken(
            KeyChain.Write(token, chain.Neighbour), chain.Neighbour, $"neighbour's {++_neighbours}")
        {
            Kind = TokenKind.Credit,
        };
    }

    private TrialToken? CodeOf(LifeEvent.TypesCode typed, int key)
    {
        var set = chain.CodesFrom(key);
        if (typed.Code > set.Count) return null;
        var isRefused = typed is { IsOfRefusedSet: true, Code: 1 };
        var number = isRefused ? chain.RefusedFirstFrom(key) : set[typed.Code - 1];
        return new TrialToken(number, chain.Keys[key], $"code {typed.Code}")
        {
            Code = typed.Code, IsOfRefusedSet = isRefused,
        };
    }

    private static TrialToken? Mistyped(TrialToken token, int digit)
    {
        var digits = token.Number.ToString().ToCharArray();
        digits[digit] = digits[digit] == '9' ? '0' : (char)(digits[digit] + 1);
        // Digits that are no number of a token are refused for their form, which is another promise.
        return TokenNumber.TryParse(new string(digits), out var number) && number.Class is TokenClass.Credit
            or TokenClass.Management
            ? new TrialToken(number, token.Key, "a wrong digit")
            : null;
    }
}
