using CsCheck;
using HilBench.Meter.Tests.Fixture;
using HilBench.Tokens;

namespace HilBench.Meter.Tests.Properties;

/// <summary>
/// A meter that nobody woke for hours has counted what one counted that was woken for each step of energy.
/// </summary>
public class LateProperties
{
    private static readonly Gen<MeterInput> Inputs = Gen.OneOf<MeterInput>(
        Pick.From("0123456789*#".ToCharArray()).Select(key => (MeterInput)new MeterInput.KeyPressed(key)),
        Gen.Select(Gen.Int[1, 9], Gen.Int[5_000, 6_000], (kwh, tid) =>
            (MeterInput)new MeterInput.TokenReceived(Vendor.Old.Credit(kwh, tid: tid).ToString())),
        Gen.Int[0, 9_000].Select(watts => (MeterInput)new MeterInput.LoadDraws(new Watts(watts))),
        Gen.Const((MeterInput)new MeterInput.TimePassed()));

    [Fact]
    public void A_meter_that_is_called_late_is_where_one_is_that_was_called_for_each_step() =>
        Gen.Select(Inputs, Gen.Int[0, 20_000_000]).Array[1, 20].Sample(story =>
        {
            var (awake, asleep) = (new MeterFixture(), new MeterFixture());
            foreach (var (input, milliseconds) in story)
            {
                awake.Wait(TimeSpan.FromMilliseconds(milliseconds));
                asleep.Sleep(TimeSpan.FromMilliseconds(milliseconds));
                awake.Do(input);
                asleep.Do(input);
                Assert.Equal(Kept(awake), Kept(asleep));
            }
        }, iter: Effort.Of(500));

    /// <summary>All but the number of the record: who sleeps saves less often.</summary>
    private static MeterState Kept(MeterFixture meter) => meter.Model.State with { Sequence = 0 };
}
