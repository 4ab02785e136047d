using System.Device.Gpio;
using HilBench.Physical;
using HilBench.Rig.Tests.Virtual;
using HilBench.Roles;
using HilBench.Tokens;

namespace HilBench.Rig.Tests.Physical;

public class PhysicalRigTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_token_typed_by_an_operator_is_accepted_in_real_time(bool readsBack)
    {
        using var pi = new EmulatedPi(readsBack ? EmulatedPi.WithReadBack : null);
        pi.Rig.Mains.Return();
        Assert.Equal("12.5 kWh", pi.Rig.Glass.WaitUntilSettled().Lines[0].Trim());
        var token = SampleMeter.Station().Credit(SampleMeter.Key, EnergyAmount.FromKwh(25.6m), SampleMeter.Today);
        var mark = pi.Rig.Glass.Mark();
        try
        {
            pi.Rig.Type(token.Number + "#");
        }
        catch (StimulusNotDeliveredException lost)
        {
            Assert.Fail($"{lost.Message}; {pi.Describe()}");
        }

        pi.Rig.WaitFor("Accept", mark);
        (IReadOnlyList<string> Told, IReadOnlyList<string> There) glass = ([], ["nobody looked"]);
        pi.Happen(() => glass = (pi.Rig.Glass.Read(), pi.Display.ReadGlass()));
        Assert.Equal(glass.There, glass.Told);
        Assert.Equal(EnergyAmount.FromKwh(38.1m), pi.Rig.Stored!.Registers.Credit.Shown);
        Assert.Empty(pi.Circuit.Findings.All);
    }

    [Fact]
    public void A_wrong_key_is_named_and_proves_nothing()
    {
        using var pi = new EmulatedPi() { Finger = _ => '8' };
        pi.Rig.Mains.Return();
        var wrong = Assert.Throws<StimulusNotDeliveredException>(() => pi.Rig.Keypad.Press('5'));
        Assert.Contains("reported '8' instead", wrong.Message);
        Assert.False(pi.Rig.Keypad.Log[^1].IsDelivered);
    }

    [Fact]
    public void An_operator_who_does_nothing_ends_the_wait_and_proves_nothing()
    {
        using var pi = new EmulatedPi(settings => settings with
        {
            OperatorPatience = TimeSpan.FromSeconds(3),
        })
        {
            Finger = _ => null,
        };
        pi.Rig.Mains.Return();
        var wrong = Assert.Throws<StimulusNotDeliveredException>(() => pi.Rig.Keypad.Press('5'));
        Assert.Contains("nobody pressed it within 3 s", wrong.Message);
    }

    [Fact]
    public void A_meter_that_ends_leaves_every_pin_an_input()
    {
        var pi = new EmulatedPi(settings => settings with
        {
            Wiring = settings.Wiring with { Indicators = new(Buzzer: 24, LowCredit: 10, Load: 9, Fault: 11) },
        });
        try
        {
            pi.Rig.Mains.Return();
            var (mode, isLit) = (PinMode.Input, false);
            pi.Happen(() => (mode, isLit) = (pi.Header.ModeOf(18), pi.Header.LevelOf(9)));
            Assert.Equal(PinMode.Output, mode);
            Assert.True(isLit, "the load LED is lit, as there is credit");
        }
        finally
        {
            pi.Dispose();
        }

        Assert.Superset(new HashSet<int> { 24, 10, 9, 11, 18, 26, 5 }, pi.Settings.Outputs().ToHashSet());
        Assert.All(pi.Settings.Outputs(), pin => Assert.Equal(PinMode.Input, pi.Header.ModeOf(pin)));
    }

    [Fact]
    public void A_wait_is_never_shorter_than_asked()
    {
        var clock = new WallClock();
        var begin = clock.Now;
        clock.Wait(TimeSpan.FromMicroseconds(60));
        Assert.True(clock.Now - begin >= TimeSpan.FromMicroseconds(60));
        begin = clock.Now;
        clock.Wait(TimeSpan.FromMilliseconds(300));
        Assert.True(clock.Now - begin >= TimeSpan.FromMilliseconds(300));
        clock.Wait(-TimeSpan.FromSeconds(1));
        Assert.True(clock.Now < begin + TimeSpan.FromSeconds(60));
    }

    /// <summary>It would show a memory fault for ever, although nothing was lost that anybody had sold.</summary>
    [Fact]
    public void A_meter_whose_first_programming_was_cut_off_is_programmed_again()
    {
        using var pi = new EmulatedPi();
        Assert.False(pi.Meter.IsBlank);
        var record = pi.Meter.Store.Read(0);
        byte[] torn = [.. record.AsSpan(0, 100), .. Enumerable.Repeat(byte.MaxValue, record.Length - 100)];
        pi.Meter.Store.Write(0, torn);
        Assert.True(pi.Meter.IsBlank);
        // A meter that has run has written slot 1: what it lost is a fault, and no reason to give it a new record.
        pi.Meter.Store.Write(1, torn);
        Assert.False(pi.Meter.IsBlank);
    }
}
