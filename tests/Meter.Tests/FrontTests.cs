using HilBench.Meter.Tests.Fixture;

namespace HilBench.Meter.Tests;

/// <summary>The buzzer and the lamps, as the model asks for them.</summary>
public class FrontTests
{
    private static readonly BuzzerTones Tones = MeterProfile.Generic.Buzzer;

    [Fact]
    public void A_key_sounds_once_and_a_key_that_brings_an_answer_sounds_like_the_answer()
    {
        var meter = new MeterFixture();
        meter.Types(Vendor.Old.Credit(1));
        var sounds = Sounds(meter);
        Assert.Equal(21, sounds.Count);
        Assert.All(sounds.Take(20), sound => Assert.Same(Tones.Key, sound));
        Assert.Same(Tones.Accept, sounds[20]);
    }

    [Fact]
    public void A_refusal_and_an_entry_too_short_sound_alike_and_half_a_set_has_a_sound_of_its_own()
    {
        var meter = new MeterFixture();
        meter.Keys("123#");
        Assert.Same(Tones.Refusal, Sounds(meter)[^1]);
        meter.Receives("00000000000000000000");
        Assert.Same(Tones.Refusal, Assert.Single(Sounds(meter)));
        meter.Receives(Vendor.Old.KeyChange(TestKeys.New)[0].ToString());
        Assert.Same(Tones.Half, Assert.Single(Sounds(meter)));
    }

    [Fact]
    public void Keys_that_are_lost_are_not_heard()
    {
        var meter = new MeterFixture(MeterProfile.Generic with
        {
            Entry = new EntryStyle { Submit = Submit.TwentiethDigit, WorkTime = TimeSpan.FromSeconds(5) },
        });
        meter.Keys(Vendor.Old.Credit(1).ToString());
        Assert.Equal(20, Sounds(meter).Count);
        meter.Keys("555");
        Assert.Empty(Sounds(meter));
        meter.Wait(TimeSpan.FromSeconds(6));
        Assert.Same(Tones.Accept, Assert.Single(Sounds(meter)));

        meter.CutMains();
        meter.Spoil(0);
        meter.Spoil(1);
        meter.ReturnMains();
        meter.Keys("5");
        Assert.Empty(Sounds(meter));
    }

    [Fact]
    public void An_acceptance_that_did_not_read_back_is_not_lit_or_heard_as_one()
    {
        var meter = new MeterFixture { StoreIsBroken = true };
        meter.Receives(Vendor.Old.Credit(25.6m).ToString());
        Assert.Empty(Sounds(meter));
        Assert.Equal(new LedLights(default, default, LedLight.Lit), meter.Leds);
    }

    [Fact]
    public void The_low_credit_lamp_and_the_glass_never_disagree()
    {
        var meter = new MeterFixture(registers: MeterFixture.AsMade(5.3m));
        meter.Draws(1000);
        for (var minute = 0; minute < 60; minute++)
        {
            meter.Wait(TimeSpan.FromMinutes(1));
            Assert.Equal(meter.Credit.Kwh <= 5 ? LedLight.Lit : LedLight.Dark, meter.Leds.LowCredit);
        }

        Assert.Equal(LedLight.Lit, meter.Leds.LowCredit);
    }

    [Fact]
    public void Lamps_are_told_after_every_start_and_then_only_when_they_change()
    {
        var meter = new MeterFixture(registers: MeterFixture.AsMade(10));
        Assert.Single(meter.Effects.OfType<Effect.Light>());
        meter.Keys("12*");
        Assert.Empty(meter.Effects.OfType<Effect.Light>());
        meter.Do(new MeterInput.CoverOpened());
        Assert.Equal(new LedLights(default, LedLight.Lit, LedLight.Lit), meter.Leds);
        meter.CutMains();
        meter.ReturnMains();
        Assert.Equal(new LedLights(default, LedLight.Lit, LedLight.Lit), meter.Leds);
    }

    [Fact]
    public void A_profile_without_buzzer_and_lamps_asks_for_none()
    {
        var meter = new MeterFixture(MeterProfile.Generic with
        {
            Buzzer = BuzzerTones.None,
            Leds = new LedRules { LowCredit = LedLight.Dark, Load = LedLight.Dark, Fault = LedLight.Dark },
        });
        meter.Types(Vendor.Old.Credit(1));
        Assert.DoesNotContain(meter.Effects, effect => effect is Effect.Sound or Effect.Light);
    }

    [Fact]
    public void A_sound_begins_and_ends_sounding()
    {
        Assert.Throws<ArgumentException>(() => BeepPattern.OfMilliseconds(100, 100));
        Assert.Throws<ArgumentException>(() => BeepPattern.OfMilliseconds(100, 0, 100));
        Assert.True(BeepPattern.Silent.IsSilent);
        Assert.Equal("100 50 100 ms", BeepPattern.OfMilliseconds(100, 50, 100).ToString());
    }

    private static List<BeepPattern> Sounds(MeterFixture meter) =>
        [.. meter.Effects.OfType<Effect.Sound>().Select(sound => sound.Pattern)];
}
