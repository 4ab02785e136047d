using HilBench.Roles;
using HilBench.Tokens;

namespace HilBench.Rig.Tests.Virtual;

/// <summary>
/// A power cut while the record is written: the record is entirely old or entirely new, never a mixture.
/// </summary>
public class PowerCutTests
{
    [Theory]
    [InlineData("pins")]
    [InlineData("alone")]
    public void A_cut_at_any_moment_of_a_save_leaves_the_old_record_or_the_new_one(string kind)
    {
        var token = SampleMeter.Station().Credit(SampleMeter.Key, EnergyAmount.FromKwh(25.6m), SampleMeter.Today);
        var (lost, kept) = (0, 0);
        for (var tenths = 1; tenths < 1_600; tenths += 17)
        {
            using IMeterRig rig = kind == "pins" ? SampleMeter.OnPins((ulong)tenths) : SampleMeter.Alone();
            rig.Mains.FailDuringNextSave(TimeSpan.FromMilliseconds(tenths / 10.0));
            rig.Type(token.Number.ToString());
            Assert.True(rig.Mains.HasPlannedCut);
            rig.Keypad.Press('#');
            rig.Clock.Wait(TimeSpan.FromSeconds(1));
            Assert.False(rig.Mains.HasPlannedCut);
            Assert.False(rig.Mains.IsOn);
            Assert.All(rig.Glass.Read(), line => Assert.Equal("", line.Trim()));

            rig.Mains.Return();
            var credit = rig.Stored!.Registers.Credit.Shown.TenthsOfKwh;
            Assert.Contains(credit, new long[] { 0, 256 });
            Assert.Equal(credit == 0 ? "0.0 kWh" : "25.6 kWh", rig.Glass.WaitUntilSettled().Lines[0].Trim());
            if (credit == 0) lost++;
            else kept++;

            // After a cut before the acceptance, the same token is still good; after a later cut it is used.
            var mark = rig.Glass.Mark();
            rig.Type(token.Number + "#");
            Assert.Contains(credit == 0 ? "Accept" : "Used", rig.Words(mark));
            Assert.Equal(256, rig.Stored!.Registers.Credit.Shown.TenthsOfKwh);
            Assert.Empty(rig.Findings);
        }

        Assert.True(lost > 0 && kept > 0, $"the cuts fell on one side only: {lost} lost, {kept} kept");
    }

    [Fact]
    public void Without_mains_the_glass_is_dark_the_switch_open_and_no_key_arrives()
    {
        using var rig = SampleMeter.OnPins(credit: EnergyAmount.FromKwh(10));
        Assert.Equal(Meter.LoadSwitchPosition.Closed, rig.Load.Switch);
        rig.Mains.Fail();
        Assert.Equal("", string.Concat(rig.Glass.Read()).Trim());
        Assert.Equal(Meter.LoadSwitchPosition.Open, rig.Load.Switch);
        var fault = Assert.Throws<StimulusNotDeliveredException>(() => rig.Keypad.Press('5'));
        Assert.Equal("key '5' was not delivered: the mains is off", fault.Message);
        rig.Mains.Return();
        Assert.Equal("10.0 kWh", rig.Glass.WaitUntilSettled().Lines[0].Trim());
        Assert.Equal(Meter.LoadSwitchPosition.Closed, rig.Load.Switch);
    }
}
