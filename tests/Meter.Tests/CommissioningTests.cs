using HilBench.Meter.Tests.Fixture;
using HilBench.Tokens;

namespace HilBench.Meter.Tests;

public class CommissioningTests
{
    private static readonly MeterProfile Delivered = MeterProfile.Generic with
    {
        Commissioning = new CommissioningRule(TokenSubClass: 11),
        ShortCodes = [new("888#", default, "", CodeAction.Commission)],
        TamperOpensSwitch = true,
        TerminalCover = CoverSense.Tamper,
        CountsEvents = true,
    };

    private static readonly MeterRegisters OutOfService = MeterFixture.AsMade(10) with
    {
        IsCommissioned = false,
        LoadSwitch = LoadSwitchPosition.Open,
    };

    [Fact]
    public void A_code_commissions_once_and_closes_the_switch_on_credit()
    {
        var meter = new MeterFixture(Delivered, OutOfService);
        Assert.Equal("10.0 kWh|Not commissioned", meter.Glass);
        Assert.Equal(ResultCode.FunctionError, meter.Types(Vendor.Old.Credit(5)));
        Assert.Equal(ResultCode.Accept, meter.Keys("888#"));
        Assert.Equal(LoadSwitchPosition.Closed, meter.Switch);
        Assert.True(meter.Stored!.IsCommissioned);
        Assert.Equal(ResultCode.FunctionError, meter.Keys("888#"));
        Assert.Equal(ResultCode.Accept, meter.Types(Vendor.Old.Credit(5)));
    }

    [Fact]
    public void Its_token_works_during_a_lockout_and_any_other_sub_class_never()
    {
        var profile = Delivered with
        {
            Lockout = new(1, TimeSpan.FromHours(1), TimeSpan.FromHours(1), LockoutCounts.Rejects),
        };
        var meter = new MeterFixture(profile, OutOfService);
        Assert.Equal(ResultCode.CrcError, meter.Keys("00000000000000000001#"));
        Assert.Equal(ResultCode.FunctionError, meter.Types(Vendor.Old.Raw(TokenClass.Test, 10, 0)));
        Assert.Equal(ResultCode.Accept, meter.Types(Vendor.Old.Raw(TokenClass.Test, 11, 0)));
        Assert.Equal(ResultCode.FunctionError, meter.Types(Vendor.Old.Raw(TokenClass.Test, 11, 0)));
        Assert.Equal(ResultCode.FunctionError, meter.Types(Vendor.Old.Raw(TokenClass.Test, 10, 0)));
    }

    [Fact]
    public void Covers_say_nothing_before_and_all_afterwards()
    {
        var meter = new MeterFixture(Delivered, OutOfService);
        meter.Do(new MeterInput.CoverOpened());
        meter.Do(new MeterInput.TerminalCoverOpened());
        Assert.Equal((false, 0), (meter.Registers.TamperLatched, meter.Registers.Events.CoverOpenings));
        meter.Keys("888#");
        meter.Do(new MeterInput.TerminalCoverOpened());
        Assert.Equal((true, 1), (meter.Registers.TamperLatched, meter.Registers.Events.CoverOpenings));
        Assert.Equal((LoadSwitchPosition.Open, "10.0 kWh|Tamper"), (meter.Switch, GlassAfterAll(meter)));
        Assert.Equal(ResultCode.Accept, meter.Types(Vendor.Old.Management(5, 0)));
        Assert.Equal(LoadSwitchPosition.Closed, meter.Switch);
    }

    [Fact]
    public void A_cover_that_is_only_counted_changes_nothing_else()
    {
        var meter = new MeterFixture(
            Delivered with { TerminalCover = CoverSense.Counted }, OutOfService with { IsCommissioned = true });
        meter.Do(new MeterInput.TerminalCoverOpened());
        Assert.Equal((false, 1), (meter.Registers.TamperLatched, meter.Registers.Events.CoverOpenings));
    }

    [Fact]
    public void The_test_of_the_switch_opens_it_for_its_time_and_a_second_one_does_not_prolong_it()
    {
        var profile = Delivered with { SwitchTest = TimeSpan.FromSeconds(10) };
        var meter = new MeterFixture(profile, MeterFixture.AsMade(10));
        var test = TokenWriter.Write(TestToken.OfTest(1));
        Assert.Equal(ResultCode.Accept, meter.Receives(test.ToString()));
        Assert.Equal(LoadSwitchPosition.Open, meter.Switch);
        meter.Wait(TimeSpan.FromSeconds(6));
        Assert.Equal(ResultCode.Accept, meter.Receives(test.ToString()));
        meter.Wait(TimeSpan.FromSeconds(4));
        Assert.Equal(LoadSwitchPosition.Closed, meter.Switch);
        Assert.Equal(2, meter.Registers.Events.SwitchOperations);
    }

    private static string GlassAfterAll(MeterFixture meter)
    {
        meter.Wait(TimeSpan.FromMinutes(1));
        return meter.Glass;
    }
}
