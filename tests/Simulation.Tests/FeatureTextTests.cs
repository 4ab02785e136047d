using HilBench.Meter;
using HilBench.Simulation.Events;
using HilBench.Simulation.Lives;
using HilBench.Simulation.Memory;
using HilBench.Simulation.Trials;
using HilBench.Tokens;

namespace HilBench.Simulation.Tests;

/// <summary>A life is written down in the sentences of features/README.md.</summary>
public class FeatureTextTests
{
    private static readonly LifeEvent[] Life =
    [
        new LifeEvent.Buys(TokenKind.Credit, 256),
        new LifeEvent.TypesAgain(0),
        new LifeEvent.Mistypes(6),
        new LifeEvent.TypesNeighbours(50),
        new LifeEvent.Buys(TokenKind.PowerLimit, 12_000),
        new LifeEvent.Draws(new Watts(3_000), 300),
        new LifeEvent.Cut(new Watts(2_000), 40, IsWarned: true, 5),
        new LifeEvent.TypesCode(1),
        new LifeEvent.TypesCode(2),
        new LifeEvent.Buys(TokenKind.Credit, 300),
        new LifeEvent.Waits(90),
        new LifeEvent.TypesCode(2),
        new LifeEvent.CutInSave(new LifeEvent.Buys(TokenKind.Credit, 10), 400),
    ];

    private const string Text = """
        # something broke
        Feature: A life of a household

          Scenario: 13 events
            Given a meter with:
              | name | value |
              | profile | generic |
            And the meter holds 10.0 kWh
            And a 25.6 kWh credit token "1"
            And a 5.0 kWh credit token "neighbour's 1" for a meter with:
              | name | value |
              | meter number | 600727111111111153 |
            And a maximum power limit token "2" of 12000 W
            And the two key change codes "first" to key revision 2 on base date 2014
            And a 30.0 kWh credit token "3" issued at "2024-11-01 08:03" under key revision 2 on base date 2014
            And the three key change codes "second" to key revision 3 on base date 2014 WITH
              | name | value |
              | key revision | 2 |
              | base date | 2014 |
            And a 1.0 kWh credit token "4" issued at "2024-11-01 08:04" under key revision 2 on base date 2014
            When the customer keys in token "1"
            And the customer keys in token "1"
            And the customer keys in token "1" with digit 7 wrong
            And the customer keys in token "neighbour's 1"
            And the customer keys in token "2"
            And the load draws 3000 W for 300 seconds
            And the load draws 2000 W for 40 seconds
            And the mains fails
            And 5 seconds pass
            And the mains returns
            And the customer keys in code 1 of "first"
            And the customer keys in code 2 of "first"
            And the customer keys in token "3"
            And 90 seconds pass
            And the customer keys in code 2 of "second"
            And the customer keys in token "4" and the mains fails while the meter stores it
            And the mains returns
            Then the meter holds 65.4 kWh
            And the key revision is 2

        """;

    [Fact]
    public void A_life_for_the_pins_asks_for_each_answer_and_leaves_out_what_no_sentence_says()
    {
        LifeEvent[] events =
        [
            new LifeEvent.OpensCover(),
            new LifeEvent.Buys(TokenKind.Credit, 256),
            new LifeEvent.TypesAgain(0),
            new LifeEvent.Cut(new Watts(2_000), 40, IsWarned: false, 5),
            new LifeEvent.TypesCode(4),
            new LifeEvent.TypesCode(1, IsOfRefusedSet: true),
        ];
        var life = new Life(Whole.Profile("generic"), EncryptionAlgorithm.Ea11, events);
        var pins = new PinLife(1_000, life, Whole.Model);
        Assert.Equal(3, pins.Events);
        Assert.Equal(
            """
            # life of seed 1000
            Feature: A life of a household

              Scenario: 3 events
                Given a meter with:
                  | name | value |
                  | profile | generic |
                  | encryption | EA11 |
                  | key derivation | DKGA04 |
                And the meter holds 10.0 kWh
                And a 25.6 kWh credit token "1"
                And the four key change codes "first" to key revision 2 on base date 2014
                When the customer keys in token "1"
                Then the meter accepts it
                When the customer keys in token "1"
                Then the meter refuses it as used
                When the customer keys in code 4 of "first"
                Then the meter asks for the other code
                Then the meter holds 35.6 kWh
                And the key revision is 1

            """,
            pins.Feature);
    }

    [Fact]
    public void A_life_that_fails_through_pins_is_told_at_its_shortest()
    {
        LifeEvent[] events =
        [
            new LifeEvent.Buys(TokenKind.Credit, 256),
            new LifeEvent.Waits(30),
            new LifeEvent.Cut(default, 1, IsWarned: true, 5),
            new LifeEvent.Draws(new Watts(200), 5),
        ];
        var life = new Life(Whole.Profile("generic"), EncryptionAlgorithm.Ea07, events);
        var pins = new PinLife(2_000, life, Whole.Model);
        Assert.Null(pins.Shortest(_ => null));
        var failure = pins.Shortest(feature => feature.Contains("the mains fails") ? "it is dark" : null);
        Assert.Equal(("it is dark", 2_000UL, 1), (failure!.What, failure.Seed, failure.Events));
    }

    [Fact]
    public void Every_event_has_its_sentence()
    {
        var profile = Whole.Profile("generic");
        var trial = new Trial(
            profile, EncryptionAlgorithm.Ea07, Whole.Model, new ModelMemory(StoredRecord.SlotBytes));
        Assert.Null(trial.Live(Life)?.What);
        var text = Text.Replace("WITH", "with key expiry 100 for a meter with:");
        Assert.Equal(text, FeatureText.Of(new Life(profile, EncryptionAlgorithm.Ea07, Life), "something broke", trial));
    }
}
