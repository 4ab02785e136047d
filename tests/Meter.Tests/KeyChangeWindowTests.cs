using HilBench.Meter.Tests.Fixture;

namespace HilBench.Meter.Tests;

/// <summary>How long a code waits for the other one, and what a power cut does to it.</summary>
public class KeyChangeWindowTests
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Moment = TimeSpan.FromTicks(1);
    private static readonly string Code1 = Vendor.Old.KeyChange(TestKeys.New)[0].ToString();
    private static readonly string Code2 = Vendor.Old.KeyChange(TestKeys.New)[1].ToString();

    [Fact]
    public void A_code_waits_ten_minutes_and_not_a_moment_longer()
    {
        foreach (var pass in new Action<MeterFixture, TimeSpan>[] { (m, t) => m.Wait(t), (m, t) => m.Sleep(t) })
        {
            var inTime = new MeterFixture();
            inTime.Receives(Code1);
            pass(inTime, Window - Moment);
            Assert.Equal(ResultCode.Accept, inTime.Receives(Code2));

            var late = new MeterFixture();
            late.Receives(Code1);
            pass(late, Window);
            Assert.Equal(ResultCode.SecondKct, late.Receives(Code2));
            Assert.Equal(TestKeys.Old, late.Registers.Key);
        }
    }

    [Fact]
    public void After_the_window_both_codes_again_do_the_update()
    {
        var meter = new MeterFixture();
        meter.Receives(Code1);
        meter.Wait(Window);
        Assert.True(meter.Registers.Pending.IsEmpty);
        meter.Receives(Code2);
        Assert.Equal(ResultCode.Accept, meter.Receives(Code1));
    }

    [Fact]
    public void Repeats_of_a_code_and_wrong_tokens_do_not_extend_the_window()
    {
        var meter = new MeterFixture();
        meter.Receives(Code1);
        meter.Wait(Window - TimeSpan.FromMinutes(1));
        meter.Receives(Code1);
        meter.Receives(Vendor.New.Credit(1).ToString());
        meter.Receives(Vendor.Old.Credit(1).ToString());
        meter.Wait(TimeSpan.FromMinutes(1));
        Assert.True(meter.Registers.Pending.IsEmpty);
    }

    [Fact]
    public void A_code_of_a_newer_set_starts_the_window_anew()
    {
        var other = Vendor.Old.KeyChange(TestKeys.Third);
        var meter = new MeterFixture();
        meter.Receives(Code1);
        meter.Wait(Window - TimeSpan.FromMinutes(1));
        meter.Receives(other[0].ToString());
        meter.Wait(Window - TimeSpan.FromMinutes(1));
        Assert.Equal(ResultCode.Accept, meter.Receives(other[1].ToString()));
        Assert.Equal(TestKeys.Third, meter.Registers.Key);
    }

    [Fact]
    public void Without_a_window_a_code_waits_for_ever()
    {
        var meter = new MeterFixture(MeterProfile.Generic with { KeyChangeWindow = null });
        meter.Receives(Code1);
        meter.Wait(TimeSpan.FromDays(3650));
        Assert.Null(meter.Model.Due);
        Assert.Equal(ResultCode.Accept, meter.Receives(Code2));
    }

    [Fact]
    public void A_power_cut_between_the_codes_forgets_the_first_and_both_again_do_the_update()
    {
        var meter = new MeterFixture(registers: MeterFixture.AsMade(12.5m));
        meter.Receives(Code1);
        meter.CutMains();
        meter.ReturnMains();
        Assert.Equal(ResultCode.SecondKct, meter.Receives(Code2));
        Assert.Equal("12.5 kWh", meter.Credit.ToString());
        Assert.Equal(ResultCode.Accept, meter.Receives(Code1));
        Assert.Equal(TestKeys.New, meter.Registers.Key);
    }

    [Fact]
    public void A_code_that_a_power_cut_would_forget_is_not_even_written_to_the_store()
    {
        var meter = new MeterFixture();
        meter.Receives(Code1);
        Assert.Equal(0, meter.Saves);
        meter.Receives(Vendor.Old.Credit(1).ToString());
        Assert.True(meter.Stored!.Pending.IsEmpty);
    }

    [Fact]
    public void A_profile_may_keep_the_first_code_over_a_power_cut()
    {
        var meter = new MeterFixture(MeterProfile.Generic with { PendingAtPowerCut = PendingHalf.Kept });
        meter.Receives(Code1);
        meter.CutMains();
        meter.ReturnMains();
        Assert.Equal(ResultCode.Accept, meter.Receives(Code2));
        meter.CutMains();
        meter.ReturnMains();
        Assert.Equal(TestKeys.New, meter.Registers.Key);
        Assert.True(meter.Registers.Pending.IsEmpty);
    }

    [Fact]
    public void A_code_kept_over_a_power_cut_waits_one_window_from_the_return_of_the_mains()
    {
        var meter = new MeterFixture(MeterProfile.Generic with { PendingAtPowerCut = PendingHalf.Kept });
        meter.Receives(Code1);
        meter.CutMains();
        meter.Sleep(TimeSpan.FromDays(1));
        meter.ReturnMains();
        meter.Wait(Window - Moment);
        Assert.False(meter.Registers.Pending.IsEmpty);
        meter.Wait(Moment);
        Assert.True(meter.Registers.Pending.IsEmpty);
        Assert.True(meter.Stored!.Pending.IsEmpty);
    }
}
