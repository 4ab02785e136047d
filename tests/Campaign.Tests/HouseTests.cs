using HilBench.Campaign.Tally;

namespace HilBench.Campaign.Tests;

/// <summary>Chance says what people do; what comes of it is the meter's answer.</summary>
public class HouseTests
{
    private const int ReadyDay = 10;

    [Fact]
    public void Who_types_at_once_and_makes_no_mistake_is_updated_with_the_first_purchase_after_the_codes_are_ready()
    {
        var rows = Rehearsal.Live(Rehearsal.Plan());
        Assert.All(rows, row => Assert.InRange(row.UpdatedDay ?? -1, ReadyDay, ReadyDay + 12));
        Assert.All(rows, row => Assert.Equal((0, 0, Cause.None), (row.Refused, row.Calls, row.WhyNot)));
        Assert.All(rows, row => Assert.Equal(row.Bought, row.Loaded));
    }

    /// <summary>The meters' keys are not those that the records believe in: all of it is refused.</summary>
    [Theory]
    [InlineData("meterNumber", "MeterNumber")]
    [InlineData("supplyGroup", "SupplyGroup")]
    [InlineData("tariffIndex", "TariffIndex")]
    [InlineData("keyRevision", "KeyRevision")]
    public void A_wrong_record_keeps_each_meter_on_its_old_key(string setting, string cause)
    {
        var rows = Rehearsal.Live(Rehearsal.Plan($"\"database\": {{ \"{setting}\": 1 }},"));
        Assert.All(rows, row => Assert.Equal((null, Enum.Parse<Cause>(cause)), (row.UpdatedDay, row.WhyNot)));
        Assert.All(rows, row => Assert.InRange(row.Refused, 1, 1_000));
        Assert.All(rows, row => Assert.InRange(row.InHand, 1, long.MaxValue));
    }

    [Fact]
    public void A_record_that_the_help_desk_corrects_lets_the_meter_be_updated()
    {
        var rows = Rehearsal.Live(Rehearsal.Plan("""
            "database": { "supplyGroup": 1 },
            "helpDesk": { "calls": 1, "callsInTheDark": 1, "correctsRecord": 1 },
            """));
        Assert.All(rows, row => Assert.NotNull(row.UpdatedDay));
        Assert.All(rows, row => Assert.Equal((row.Bought, 1), (row.Loaded, row.Calls)));
    }

    [Fact]
    public void Codes_with_a_key_expiry_that_is_past_are_taken_and_after_them_no_credit_is()
    {
        var shard = Rehearsal.Lived(Rehearsal.Plan("""
            "database": { "expiredKey": 1 }, "helpDesk": { "calls": 1, "callsInTheDark": 1, "correctsRecord": 0 },
            """));
        Assert.All(shard.Meters[0], row => Assert.NotNull(row.UpdatedDay));
        Assert.All(shard.Meters[0], row => Assert.InRange(row.InHand, 1, long.MaxValue));
        Assert.InRange(shard.Sums[0].TotalCalls(Cause.ExpiredKey), Rehearsal.Few, long.MaxValue);
    }

    [Fact]
    public void An_expiry_that_is_corrected_comes_with_codes_from_the_new_key()
    {
        var rows = Rehearsal.Live(Rehearsal.Plan("""
            "database": { "expiredKey": 1 }, "helpDesk": { "calls": 1, "callsInTheDark": 1, "correctsRecord": 1 },
            """));
        Assert.All(rows, row => Assert.Equal(row.Bought, row.Loaded));
    }

    [Theory]
    [InlineData("generic")]
    [InlineData("landis-gyr")]
    public void Sixty_digits_in_one_go_update_no_meter(string profile)
    {
        var rows = Rehearsal.Live(Rehearsal.Plan(
            """
            "mistakes": { "allDigitsInOneGo": 1 }, "people": { "triesAgain": 0 },
            """, profile));
        Assert.All(rows, row => Assert.Equal((null, Cause.AllDigitsInOneGo), (row.UpdatedDay, row.WhyNot)));
    }

    [Fact]
    public void Codes_in_the_wrong_order_are_refused_by_a_meter_that_wants_the_first_first_and_taken_by_the_others()
    {
        const string order = """
            "mistakes": { "wrongOrder": 1 }, "people": { "triesAgain": 0 },
            "helpDesk": { "calls": 1, "callsInTheDark": 1, "explains": 0 },
            """;
        var strict = Rehearsal.Lived(Rehearsal.Plan(order, "conlog"));
        var other = Rehearsal.Lived(Rehearsal.Plan(order));
        Assert.InRange(strict.Sums[0].TotalCalls(Cause.WrongOrder), Rehearsal.Few / 4, long.MaxValue);
        Assert.Equal(0, other.Sums[0].TotalCalls(Cause.WrongOrder));
        Assert.All(other.Meters[0], row => Assert.NotNull(row.UpdatedDay));
    }

    [Fact]
    public void The_neighbours_codes_are_refused_by_every_meter()
    {
        var rows = Rehearsal.Live(Rehearsal.Plan("""
            "mistakes": { "neighboursCodes": 1 }, "people": { "triesAgain": 0 },
            """));
        Assert.All(rows, row => Assert.Equal((null, Cause.NeighboursCodes), (row.UpdatedDay, row.WhyNot)));
    }

    [Fact]
    public void A_long_pause_between_the_codes_is_too_long_for_the_shortest_window()
    {
        const string pause = """
            "people": { "minutesBetweenTokens": 5, "triesAgain": 0 },
            """;
        var longer = Rehearsal.Live(Rehearsal.Plan(pause)).Count(row => row.UpdatedDay is null);
        var shorter = Rehearsal.Live(Rehearsal.Plan(pause, "landis-gyr")).Count(row => row.UpdatedDay is null);
        Assert.InRange(shorter, longer + 1, Rehearsal.Few);
    }

    [Fact]
    public void A_token_put_away_before_the_update_is_lost_after_it()
    {
        var rows = Rehearsal.Live(Rehearsal.Plan("""
            "mistakes": { "unusedToken": 0.5 },
            """));
        Assert.InRange(rows.Sum(row => row.TokensLost), 1, rows.Length * 2);
        Assert.All(rows, row => Assert.Equal(row.Bought, row.Loaded + row.Lost + row.InHand));
    }

    [Fact]
    public void A_meter_without_codes_takes_old_tokens_until_their_dates_run_out()
    {
        var plan = Rehearsal.Plan(ends: "2025-01-15", ready: """[{ "date": "2024-07-01", "share": 0 }]""");
        var rows = Rehearsal.Live(plan, meters: 50);
        Assert.All(rows, row => Assert.Equal((null, Cause.NoCodes), (row.UpdatedDay, row.WhyNot)));
        // Seven weeks from 24 November on; until then all of it is taken.
        Assert.All(rows, row => Assert.InRange(row.InHand, 1, row.Loaded));
        Assert.All(rows, row => Assert.InRange(row.DarkDays, 20, 52));
    }

    [Fact]
    public void After_the_deadline_nothing_is_sold_to_who_has_no_codes_where_the_plan_says_so()
    {
        var shard = Rehearsal.Lived(Rehearsal.Plan(
            """
            "deadline": { "date": "2024-07-31", "then": "no-sale" },
            """, ready: """[{ "date": "2024-07-01", "share": 0 }]"""));
        Assert.InRange(shard.Sums[0].Total(Measure.SalesRefused), Rehearsal.Few, long.MaxValue);
        Assert.All(shard.Meters[0], row => Assert.Equal(Cause.NoCodes, row.WhyNot));
    }

    [Fact]
    public void Where_nobody_is_nothing_is_typed()
    {
        var rows = Rehearsal.Live(Rehearsal.Plan("""
            "emptyHouses": { "share": 1, "returnAfterDays": 1000 },
            "messages": { "sms": [{ "date": "2024-07-20", "share": 1 }] },
            """)).Where(row => row.UpdatedDay is null).ToArray();
        Assert.InRange(rows.Length, Rehearsal.Few * 9 / 10, Rehearsal.Few);
        Assert.All(rows, row => Assert.Equal((Cause.EmptyHouse, 0), (row.WhyNot, row.Tokens)));
    }

    [Fact]
    public void A_technician_updates_who_never_buys()
    {
        var never = Rehearsal.Plan("""
            "visits": { "from": "2024-07-15", "perDay": 1 }, "people": { "pace": 100 },
            """);
        Assert.All(Rehearsal.Live(never), row => Assert.NotNull(row.UpdatedDay));
    }

    [Fact]
    public void A_plan_in_which_people_slip_more_often_sells_the_same_tokens()
    {
        var straight = Rehearsal.Live(Rehearsal.Plan());
        var clumsy = Rehearsal.Live(Rehearsal.Plan("""
            "mistakes": { "digitWrong": 0.1 },
            """));
        Assert.Equal(straight.Sum(row => row.Bought), clumsy.Sum(row => row.Bought));
        Assert.InRange(clumsy.Sum(row => row.Refused), 1, int.MaxValue);
    }
}
