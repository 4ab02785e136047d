using System.Globalization;
using System.Text;
using HilBench.Meter;
using HilBench.Simulation.Events;
using HilBench.Simulation.Trials;
using HilBench.Tokens;

namespace HilBench.Simulation.Lives;

/// <summary>
/// A life as a feature, to be run on every rig. The sentences cannot say all that happens in a life
/// (<see cref="Said"/>): a cut within a page becomes one in the middle of the first, a cut without a warning is as the
/// profile has it, and a cover that is opened stands before everything.
/// </summary>
internal sealed class FeatureText
{
    private const int FirstRevision = 1;
    private static readonly DateTime Begins = new(2024, 11, 1, 8, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime Late = new(2030, 5, 27, 8, 0, 0, DateTimeKind.Utc);

    private readonly Life _life;
    private readonly bool _saysAnswers;
    private readonly StringBuilder _given = new();
    private readonly StringBuilder _when = new();
    private readonly List<string> _typed = [];
    private readonly HashSet<int> _sets = [];
    private bool _wasThen;
    private int _tokens;
    private int _neighbours;

    private FeatureText(Life life, bool saysAnswers) => (_life, _saysAnswers) = (life, saysAnswers);

    /// <summary>The events of a trial that has lived them.</summary>
    /// <param name="life">The life.</param>
    /// <param name="why">What stands above it: which promise it broke.</param>
    /// <param name="lived">The trial.</param>
    /// <param name="saysAnswers">True = each answer is asked for, not only what is held in the end.</param>
    public static string Of(Life life, string why, Trial lived, bool saysAnswers = false)
    {
        var (units, revision) = lived.Wanted;
        var text = new FeatureText(life, saysAnswers);
        foreach (var (happening, came) in life.Events.Zip(lived.Lived)) text.Write(happening, came);
        return $"""
            # {why}
            Feature: A life of a household

              Scenario: {life.Events.Count} events
                Given a meter with:
                  | name | value |
                  | profile | {life.Profile.Name} |
            {text.Cipher()}    And the meter holds {text.Amount(Trial.UnitsAtStart(life.Profile))}
            {text._given}{text._when}    Then the meter holds {text.Amount(units)}
                And the key revision is {revision}

            """;
    }

    /// <summary>
    /// The event as the sentences say it, or null: none does. Lives that are run through pins hold no other.
    /// </summary>
    public static LifeEvent? Said(LifeEvent happening, MeterProfile profile) => happening switch
    {
        LifeEvent.OpensCover => null,
        LifeEvent.Cut cut => cut.IsWarned || profile.HoldUp == TimeSpan.Zero ? cut : null,
        LifeEvent.TypesCode code => code.IsOfRefusedSet ? null : code,
        // Nothing of the first page is written yet, or half of it: the older record counts in both.
        LifeEvent.CutInSave cut => Said(cut.What, profile) is { } what ? new LifeEvent.CutInSave(what, 0) : null,
        _ => happening,
    };

    private string Cipher() => _life.Cipher == EncryptionAlgorithm.Ea11
        ? "      | encryption | EA11 |\n      | key derivation | DKGA04 |\n"
        : "";

    private void Write(LifeEvent happening, Lived came)
    {
        switch (happening)
        {
            case LifeEvent.Waits waits:
                When($"{waits.Seconds} seconds pass");
                break;
            case LifeEvent.Draws draws:
                When($"the load draws {draws.Power.Value} W for {draws.Seconds} seconds");
                break;
            case LifeEvent.Cut cut:
                When($"the load draws {cut.Power.Value} W for {cut.Seconds} seconds");
                When("the mains fails");
                When($"{cut.OffSeconds} seconds pass");
                When("the mains returns");
                break;
            case LifeEvent.OpensCover:
                Given("the tamper is latched");
                break;
            case LifeEvent.CutInSave cut when came.IsCut:
                Types(cut.What, came, " and the mains fails while the meter stores it");
                When("the mains returns");
                break;
            case LifeEvent.CutInSave cut:
                Types(cut.What, came, "");
                break;
            default:
                Types(happening, came, "");
                break;
        }
    }

    private void Types(LifeEvent happening, Lived came, string then)
    {
        // Wrong digits that are no token at all are not typed in the life, and not here.
        if (came.Typed is null) return;
        switch (happening)
        {
            case LifeEvent.TypesCode code:
                Keys(code.IsOfRefusedSet ? RefusedSet(came.Revision) : CodeOf(code.Code, came.Revision), then);
                break;
            case LifeEvent.TypesAgain again:
                Keys(_typed[again.Back % _typed.Count], then);
                break;
            case LifeEvent.Mistypes wrong:
                var right = _typed.First(what => !what.EndsWith("wrong", StringComparison.Ordinal));
                Keys($"{right} with digit {wrong.Digit + 1} wrong", then);
                break;
            case LifeEvent.TypesNeighbours neighbour:
                var other = $"neighbour's {++_neighbours}";
                Given($"a {Kwh(neighbour.Units)} kWh credit token \"{other}\" for a meter with:");
                _given.AppendLine("      | name | value |\n      | meter number | 600727111111111153 |");
                Keys($"token \"{other}\"", then);
                break;
            case LifeEvent.Buys buys:
                Keys($"token \"{Bought(buys, came.Revision)}\"", then);
                break;
        }

        if (_saysAnswers && then.Length == 0) Then(InWords(came.Answer));
    }

    private string Bought(LifeEvent.Buys buys, int revisionNow)
    {
        var name = $"{++_tokens}";
        var revision = Math.Min(revisionNow + buys.KeysAhead, FirstRevision + 2);
        // A station counts the minutes of each key apart, and a change without a rollover keeps the tokens taken: no
        // two tokens of a life are sold in one minute.
        var minute = (buys.IsLate ? Late : Begins).AddMinutes(_tokens)
            .ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        var under = revision == FirstRevision ? "" : $" issued at \"{minute}\" under {Key(revision)}";
        var money = Money((Int128)buys.Value * TrialTokens.CurrencyPerUnit);
        Given(buys.Kind switch
        {
            TokenKind.Debit => $"a credit token \"{name}\" of -{money} in currency{under}",
            TokenKind.Credit when _life.Profile.Accounting.IsCurrency =>
                $"a credit token \"{name}\" of {money} in currency{under}",
            TokenKind.Credit => $"a {Kwh(buys.Value)} kWh credit token \"{name}\"{under}",
            TokenKind.ClearCredit => $"a clear credit token \"{name}\"{under}",
            TokenKind.ClearTamper => $"a clear tamper token \"{name}\"{under}",
            _ => $"a maximum power limit token \"{name}\" of {buys.Value} W{under}",
        });
        return name;
    }

    private string CodeOf(int code, int revision)
    {
        var name = revision == FirstRevision ? "first" : "second";
        if (_sets.Add(revision))
        {
            var isLong = _life.Cipher == EncryptionAlgorithm.Ea11;
            var size = isLong ? "four" : revision == FirstRevision ? "two" : "three";
            var set = $"the {size} key change codes \"{name}\" to {Key(revision + 1)}";
            if (revision == FirstRevision)
            {
                Given(set);
            }
            else
            {
                Given($"{set} with key expiry {KeyChain.LastExpiry} for a meter with:");
                _given.AppendLine($"""
                          | name | value |
                          | key revision | {revision} |
                          | base date | 2014 |
                    """);
            }
        }

        return $"code {code} of \"{name}\"";
    }

    /// <summary>It needs a key that only a magnetic card has, for which no station makes such codes here.</summary>
    private string RefusedSet(int revision)
    {
        _given.AppendLine("    # code 1 of \"refused\" is that of a set to a common key, key type 3");
        return $"{CodeOf(1, revision)[..^1]} refused\"";
    }

    private void Keys(string what, string then)
    {
        _typed.Insert(0, what);
        When($"the customer keys in {what}{then}");
    }

    /// <summary>
    /// A key as the sentences name it: the first change is a rollover, the second stays on its base date.
    /// </summary>
    private static string Key(int revision) => $"key revision {revision} on base date 2014";

    private static string InWords(ResultCode answer) => answer switch
    {
        ResultCode.Accept => "the meter accepts it",
        ResultCode.UsedError => "the meter refuses it as used",
        ResultCode.OldError => "the meter refuses it as old",
        _ => answer.IsRefusal() ? "the meter refuses it" : "the meter asks for the other code",
    };

    private void Given(string sentence) => _given.AppendLine($"    And {sentence}");

    private void When(string sentence)
    {
        var word = _when.Length == 0 || _wasThen ? "When" : "And";
        _when.AppendLine($"    {word} {sentence}");
        _wasThen = false;
    }

    private void Then(string sentence)
    {
        _when.AppendLine($"    Then {sentence}");
        _wasThen = true;
    }

    private string Amount(Int128 units) =>
        _life.Profile.Accounting.IsCurrency ? $"{Money(units)} in currency" : $"{Kwh(units)} kWh";

    private static string Kwh(Int128 units) => ((decimal)units / 10).ToString("0.0", CultureInfo.InvariantCulture);

    /// <summary>A hundredth, rounded up, as on the glass.</summary>
    private static string Money(Int128 units) =>
        (decimal.Ceiling((decimal)units / 1_000) / 100).ToString("0.00", CultureInfo.InvariantCulture);
}
