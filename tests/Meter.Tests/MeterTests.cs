using HilBench.Meter.Tests.Fixture;

namespace HilBench.Meter.Tests;

/// <summary>
/// What Handle itself guarantees: the order of effects, and what it does without mains or with a damaged store.
/// </summary>
public class MeterTests
{
    [Fact]
    public void An_acceptance_is_saved_before_it_is_shown_lit_heard_or_answered()
    {
        var meter = new MeterFixture();
        meter.Receives(Vendor.Old.Credit(25.6m).ToString());

        Assert.Collection(
            meter.Effects,
            effect => Assert.IsType<Effect.Save>(effect),
            effect => Assert.Equal(new Effect.SwitchLoad(LoadSwitchPosition.Closed), effect),
            effect => Assert.Equal("Accept", Assert.IsType<Effect.Show>(effect).Text.Lines[0].TrimEnd()),
            effect => Assert.Equal(new Effect.Light(new LedLights(default, LedLight.Lit, default)), effect),
            effect => Assert.Same(meter.Profile.Buzzer.Accept, Assert.IsType<Effect.Sound>(effect).Pattern),
            effect => Assert.Equal(new Effect.Answer(ResultCode.Accept), effect));
    }

    [Fact]
    public void Saves_go_to_the_two_slots_in_turn_so_that_the_newest_whole_record_is_never_overwritten()
    {
        var meter = new MeterFixture();
        var slots = new List<int>();
        for (var tid = 5000; tid < 5006; tid++)
        {
            meter.Types(Vendor.Old.Credit(1, tid));
            slots.AddRange(meter.Effects.OfType<Effect.Save>().Select(save => save.Slot));
        }

        Assert.Equal([1, 0, 1, 0, 1, 0], slots);
    }

    [Fact]
    public void A_key_press_or_a_refused_token_writes_nothing_to_the_store()
    {
        var meter = new MeterFixture();
        meter.Keys("12*3#");
        meter.Types(Vendor.New.Credit(25.6m));
        meter.Wait(TimeSpan.FromHours(1));
        Assert.Equal(0, meter.Saves);
    }

    [Fact]
    public void A_meter_without_mains_answers_nothing_shows_nothing_and_waits_for_nothing()
    {
        var meter = new MeterFixture(registers: MeterFixture.AsMade(10));
        meter.Keys("1234");
        meter.CutMains();
        Assert.Empty(meter.Effects);
        Assert.Equal(ResultCode.None, meter.Types(Vendor.Old.Credit(25.6m)));
        Assert.Empty(meter.Effects);
        Assert.Null(meter.Model.Due);
    }

    [Fact]
    public void A_half_typed_token_is_gone_after_a_power_cut_and_the_credit_is_on_the_glass()
    {
        var meter = new MeterFixture(registers: MeterFixture.AsMade(10));
        meter.Keys("1234");
        meter.CutMains();
        meter.ReturnMains();
        Assert.Equal("10.0 kWh", meter.Glass);
        Assert.True(meter.Model.State.Entry.IsEmpty);
        Assert.Equal(LoadSwitchPosition.Closed, meter.Switch);
    }

    [Fact]
    public void When_a_save_does_not_read_back_the_meter_shows_a_memory_fault_and_no_acceptance()
    {
        var meter = new MeterFixture(registers: MeterFixture.AsMade(10)) { StoreIsBroken = true };
        var answer = meter.Types(Vendor.Old.Credit(25.6m));

        Assert.Equal(ResultCode.None, answer);
        Assert.Equal("Memory fault", meter.Glass);
        Assert.DoesNotContain(
            meter.Effects.OfType<Effect.Show>(), show => show.Text.Lines.Any(line => line.Contains("Accept")));
    }

    [Fact]
    public void After_a_memory_fault_the_meter_takes_no_key_and_no_token_until_it_restarts()
    {
        var meter = new MeterFixture(registers: MeterFixture.AsMade(10)) { StoreIsBroken = true };
        meter.Types(Vendor.Old.Credit(25.6m));
        meter.StoreIsBroken = false;
        Assert.Equal(ResultCode.None, meter.Types(Vendor.Old.Credit(1, 6000)));
        Assert.Equal("Memory fault", meter.Glass);

        meter.CutMains();
        meter.ReturnMains();
        Assert.Equal("10.0 kWh", meter.Glass);
        Assert.Equal(ResultCode.Accept, meter.Types(Vendor.Old.Credit(25.6m)));
    }

    [Fact]
    public void A_store_without_a_whole_record_shows_a_memory_fault_and_the_meter_stops()
    {
        var meter = new MeterFixture(registers: MeterFixture.AsMade(10));
        meter.CutMains();
        meter.Spoil(0);
        meter.Spoil(1);
        meter.ReturnMains();

        Assert.Equal("Memory fault", meter.Glass);
        Assert.Equal(ResultCode.None, meter.Types(Vendor.Old.Credit(25.6m)));
        meter.Wait(TimeSpan.FromDays(1));
        Assert.Equal("Memory fault", meter.Glass);
        Assert.Equal(LoadSwitchPosition.Open, meter.Switch);
        Assert.Equal(0, meter.Saves);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(40)]
    [InlineData(262)]
    public void A_power_cut_in_the_middle_of_a_save_leaves_the_meter_wholly_as_it_was(int bytesWritten)
    {
        var meter = new MeterFixture(registers: MeterFixture.AsMade(10));
        var before = meter.Registers;
        meter.TearNextSaveAfter = bytesWritten;
        Assert.Equal(ResultCode.None, meter.Types(Vendor.Old.Credit(25.6m)));

        meter.ReturnMains();
        Assert.Equal(before, meter.Registers);
        Assert.Equal(ResultCode.Accept, meter.Types(Vendor.Old.Credit(25.6m)));
    }

    [Fact]
    public void A_power_cut_right_after_a_save_leaves_the_meter_wholly_new()
    {
        var meter = new MeterFixture(registers: MeterFixture.AsMade(10)) { TearNextSaveAfter = 512 };
        meter.Types(Vendor.Old.Credit(25.6m));
        meter.ReturnMains();
        Assert.Equal("35.6 kWh", meter.Glass);
        Assert.Equal(ResultCode.UsedError, meter.Types(Vendor.Old.Credit(25.6m)));
    }

    [Fact]
    public void Two_meters_with_the_same_history_are_equal_and_a_meter_prints_no_key()
    {
        var (one, other) = (new MeterFixture(), new MeterFixture());
        foreach (var meter in new[] { one, other })
        {
            meter.Types(Vendor.Old.Credit(25.6m));
            meter.Keys("77");
        }

        Assert.Equal(one.Model.State, other.Model.State);
        Assert.DoesNotContain(
            TestKeys.Old.Decoder.ToHex(), one.Model.State.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(
            TestKeys.Old.Decoder.Bits.ToString(System.Globalization.CultureInfo.InvariantCulture),
            one.Model.State.ToString());
    }

    [Fact]
    public void An_opened_cover_is_remembered_over_a_power_cut()
    {
        var meter = new MeterFixture();
        meter.Do(new MeterInput.CoverOpened());
        meter.CutMains();
        meter.ReturnMains();
        Assert.True(meter.Registers.TamperLatched);
    }

    [Fact]
    public void A_stuck_key_is_named_as_a_keypad_fault_and_the_other_keys_still_read()
    {
        var meter = new MeterFixture();
        meter.Keys("5");
        meter.Do(new MeterInput.KeyStuck('5'));
        Assert.Equal("Keypad fault|5", meter.Glass);
        meter.Keys("6");
        Assert.Equal("56", meter.Glass);
    }

    [Fact]
    public void A_keypad_fault_gives_the_digits_typed_before_it_back_after_three_seconds()
    {
        var meter = new MeterFixture();
        meter.Keys("12");
        meter.Do(new MeterInput.KeyStuck('2'));
        meter.Wait(TimeSpan.FromSeconds(3));
        Assert.Equal("12", meter.Glass);
    }
}
