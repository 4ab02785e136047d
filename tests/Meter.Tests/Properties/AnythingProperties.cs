using CsCheck;
using HilBench.Meter.Tests.Fixture;
using HilBench.Tokens;

namespace HilBench.Meter.Tests.Properties;

/// <summary>Whatever happens to a meter of any profile, it never throws, and it saves before it shows.</summary>
public class AnythingProperties
{
    private static readonly Gen<MeterInput> Inputs = Gen.OneOf<MeterInput>(
        Pick.From("0123456789*#i?".ToCharArray()).Select(key => (MeterInput)new MeterInput.KeyPressed(key)),
        Gen.String[0, 22].Select(text => (MeterInput)new MeterInput.TokenReceived(text)),
        Pick.From(Vendor.Old.Credit(1).ToString(), Vendor.Old.Credit(2, tid: 6000).ToString())
            .Select(token => (MeterInput)new MeterInput.TokenReceived(token)),
        Gen.Select(Gen.Int[0, 90_000], Gen.Int[0, 9_000], (watts, unbalance) =>
            (MeterInput)new MeterInput.LoadDraws(new Watts(watts), new Watts(unbalance))),
        Gen.Const((MeterInput)new MeterInput.CoverOpened()),
        Gen.Const((MeterInput)new MeterInput.TerminalCoverOpened()),
        Gen.Int[0, 400].Select(volts => (MeterInput)new MeterInput.MainsVoltage(new Volts(volts))),
        Gen.Int[0, 3_000].Select(watts => (MeterInput)new MeterInput.SwitchLeaks(new Watts(watts))),
        Gen.Const((MeterInput)new MeterInput.KeyStuck('5')),
        Gen.Const((MeterInput)new MeterInput.TimePassed()),
        Gen.Const((MeterInput)new MeterInput.PowerDown()),
        Gen.Const((MeterInput)new MeterInput.SaveFailed(0)));

    private static MeterProfile Full => MeterProfile.Generic with
    {
        Voltage = new(
            new Volts(250), new Volts(200), TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(20), OpensSwitch: true),
        OverCurrent = new(40, TimeSpan.FromSeconds(2)),
        TamperOpensSwitch = true,
        TerminalCover = CoverSense.Tamper,
        Commissioning = new(11),
        Emergency = new(5, 1, IsAutomatic: true),
        SwitchTest = TimeSpan.FromSeconds(10),
        WeldedAfter = TimeSpan.FromSeconds(5),
        CountsEvents = true,
    };

    private static readonly Gen<MeterProfile> Profiles = Pick.From(
        MeterProfile.Generic,
        MeterProfile.Generic with
        {
            Display = new(8, 1),
            Lockout = new(2, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1), LockoutCounts.AllRefusals),
        },
        MeterProfile.Generic with { Display = new(20, 4), Idle = IdleStyle.CreditBar, Phases = 3 },
        Full,
        MeterProfile.Generic with
        {
            Entry = new()
            {
                Submit = Submit.TwentiethDigit,
                WorkTime = TimeSpan.FromSeconds(1.5),
                Layout = EntryLayout.Scroll,
            },
            ShortCodes = [new("i12", Reading.MeterNumber, "no"), new("#5#", Reading.LastResult, "last")],
            RefusalBlink = new(TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(1)),
        });

    [Fact]
    public void No_sequence_of_inputs_makes_a_meter_throw_or_show_before_it_saves() =>
        Gen.Select(Profiles, Gen.Select(Inputs, Gen.Int[0, 100_000]).Array[1, 60]).Sample((profile, story) =>
        {
            var meter = new MeterFixture(profile);
            var now = meter.Now;
            foreach (var (input, milliseconds) in story)
            {
                now += TimeSpan.FromMilliseconds(milliseconds);
                var effects = meter.Model.Handle(input, now);
                var kinds = effects.Select(Order).ToArray();
                Assert.True(meter.Model.Due is not { } due || due > now, "what is due now was done");
                foreach (var group in Bursts(kinds)) Assert.Equal(group.Order(), group);
            }
        }, iter: Effort.Of(3_000));

    /// <summary>
    /// A meter that is called late first finishes its work and then handles the input: two groups of effects, each in
    /// order.
    /// </summary>
    private static IEnumerable<int[]> Bursts(int[] kinds)
    {
        var end = Array.IndexOf(kinds, Order(new Effect.Answer(ResultCode.Accept)));
        return end < 0 ? [kinds] : [kinds[..(end + 1)], kinds[(end + 1)..]];
    }

    private static int Order(Effect effect) => effect switch
    {
        Effect.Save => 0,
        Effect.SwitchLoad => 1,
        Effect.Show => 2,
        Effect.Light => 3,
        Effect.Sound => 4,
        _ => 5,
    };
}
