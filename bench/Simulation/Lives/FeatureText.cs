using System.Globalization;
using System.Text;
using HilBench.Meter;
using HilBench.Simulation.Events;
using HilBench.Simulation.Trials;
using HilBench.Tokens;

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

    public static string Of(
        MeterProfile profile, IReadOnlyList<LifeEvent> events, string wrong, Int128 units, KeyRevision revision)
    {
        var text = new FeatureText(profile);
        foreach (var happening in events) text.Write(happening, revision);
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

    private void Write(LifeEvent happening, KeyRevision revision)
    {
        switch (happening)
        {
            case LifeEvent.CutInSave cut:
                Types(cut.What, " and the mains fails while the meter stores it");
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
                Types(happening, "");
                break;
        }
    }

    private void Types(LifeEvent happening, string then)
    {
        switch (happening)
        {
            case LifeEvent.TypesCode code:
                if (_sets.Add(2)) Given("the two key change codes to key revision 2 on base date 2014");
                Keys($"code {code.Code}", then);
                break;
            case LifeEvent.TypesAgain again when _typed.Count > 0:
                Keys(_typed[again.Back % _typed.Count], then);
                break;
            case LifeEvent.Mistypes wrong when _typed.Count > 0:
                When($"the customer keys in {_typed[0]} with digit {wrong.Digit + 1} wrong");
                break;
            case LifeEvent.TypesNeighbours neighbour:
                var name = $"neighbour's {++_neighbours}";
                Given($"a {Amount(neighbour.Units)} credit token \"{name}\" for a meter with:");
                _given.AppendLine("      | name | value |\n      | meter number | 600727000000000017 |");
                Keys($"token \"{name}\"", then);
                break;
            case LifeEvent.Buys buys:
                Keys($"token \"{Bought(buys)}\"", then);
                break;
        }
    }

    private string Bought(LifeEvent.Buys buys)
    {
        var name = $"{++_tokens}";
        var ahead = buys.KeysAhead == 0 ? "" : " under key revision 2 on base date 2014";
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
        When($"the customer keys in {what}{then}");
    }

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
