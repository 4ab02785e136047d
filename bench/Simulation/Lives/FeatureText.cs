using System.Globalization;
using System.Text;
using HilBench.Meter;
using HilBench.Simulation.Events;
using HilBench.Simulation.Trials;

namespace HilBench.Simulation.Lives;

/// <summary>
/// A life as a feature, to be run on every rig. A cut within a page becomes one in its middle, and a cut
/// without a warning is as the profile has it: the sentences know no others.
/// </summary>
internal sealed class FeatureText(MeterProfile profile)
{
    private readonly StringBuilder _given = new();
    private readonly StringBuilder _when = new();
    private readonly List<string> _typed = [];
    private readonly HashSet<int> _sets = [];
    private int _tokens;
    private int _neighbours;

    /// <summary>The events of a trial that has lived them and broken a promise.</summary>
    public static string Of(MeterProfile profile, IReadOnlyList<LifeEvent> events, string wrong, Trial lived)
    {
        var (units, revision) = lived.Wanted;
        var text = new FeatureText(profile);
        foreach (var (happening, before) in events.Zip(lived.Revisions)) text.Write(happening, before);
        return $"""
            # {wrong}
            Feature: A life that broke a promise

              Scenario: The shortest one
                Given a meter with:
                  | name    | value |
                  | profile | {profile.Name} |
                And the meter holds {text.Amount(Trial.UnitsAtStart(profile))}
            {text._given}{text._when}    Then the meter holds {text.Amount(units)}
                And the key revision is {revision}

            """;
    }

    private void Write(LifeEvent happening, int revision)
    {
        switch (happening)
        {
            case LifeEvent.CutInSave cut:
                Types(cut.What, revision, " and the mains fails while the meter stores it");
                When("the mains returns");
                break;
            case LifeEvent.Waits waits:
                When($"{waits.Seconds} seconds pass");
                break;
            case LifeEvent.Draws draws:
                When($"the load draws {draws.Power.Value} W for {draws.Seconds} seconds");
                break;
            case LifeEvent.Cut cut:
                When($"the load draws {cut.Power.Value} W from now on");
                When($"{cut.Seconds} seconds pass");
                When("the mains fails");
                When("the load draws 0 W from now on");
                When($"{cut.OffSeconds} seconds pass");
                When("the mains returns");
                break;
            case LifeEvent.OpensCover:
                Given("the tamper is latched");
                break;
            default:
                Types(happening, revision, "");
                break;
        }
    }

    private void Types(LifeEvent happening, int revision, string then)
    {
        switch (happening)
        {
            case LifeEvent.TypesCode code:
                var set = revision == 1 ? "first" : "second";
                if (_sets.Add(revision + 1)) Given($"the two key change codes \"{set}\" to {Key(revision + 1)}");
                Keys($"code {code.Code} of \"{set}\"", then);
                break;
            case LifeEvent.TypesAgain again when _typed.Count > 0:
                Keys(_typed[again.Back % _typed.Count], then);
                break;
            case LifeEvent.Mistypes wrong when _typed.Count > 0:
                When($"the customer keys in {Plain(_typed[0])} with digit {wrong.Digit + 1} wrong");
                break;
            case LifeEvent.TypesNeighbours neighbour:
                var other = $"neighbour's {++_neighbours}";
                Given($"a {Amount(neighbour.Units)} credit token \"{other}\" for a meter with:");
                _given.AppendLine("      | name | value |\n      | meter number | 600727111111111153 |");
                Keys($"token \"{other}\"", then);
                break;
            case LifeEvent.Buys buys:
                Keys($"token \"{Bought(buys, revision + buys.KeysAhead)}\"", then);
                break;
        }
    }

    private string Bought(LifeEvent.Buys buys, int revision)
    {
        var name = $"{++_tokens}";
        var ahead = revision == 1 ? "" : $" under {Key(revision)}";
        Given(buys.Kind switch
        {
            TokenKind.Credit when profile.Accounting.IsCurrency =>
                $"a credit token \"{name}\" of {Amount((Int128)buys.Value * 200_000)}",
            TokenKind.Credit => $"a {Amount(buys.Value)} credit token \"{name}\"{ahead}",
            TokenKind.ClearCredit => $"a clear credit token \"{name}\"",
            TokenKind.ClearTamper => $"a clear tamper token \"{name}\"",
            _ => $"a maximum power limit token \"{name}\" of {buys.Value} W",
        });
        return name;
    }

    private void Keys(string what, string then)
    {
        _typed.Insert(0, what);
        When($"the customer keys in {(then.Length == 0 ? what : Plain(what))}{then}");
    }

    /// <summary>A key as the sentences name it; each rollover moves to the next base date.</summary>
    private static string Key(int revision) => $"key revision {revision} on base date {(revision == 2 ? 2014 : 2035)}";

    /// <summary>The sentences of a cut and of a wrong digit know the codes of the newest set alone.</summary>
    private static string Plain(string what) => what.Split(" of ")[0];

    private void Given(string sentence) => _given.AppendLine($"    And {sentence}");

    private void When(string sentence)
    {
        var word = _when.Length == 0 ? "When" : "And";
        _when.AppendLine($"    {word} {sentence}");
    }

    private string Amount(Int128 units) => profile.Accounting.IsCurrency
        ? $"{((decimal)units / 100_000).ToString("0.00", CultureInfo.InvariantCulture)} in currency"
        : $"{((decimal)units / 10).ToString("0.0", CultureInfo.InvariantCulture)} kWh";
}
