using HilBench.Meter.Tests.Fixture;
using HilBench.Tokens;

namespace HilBench.Meter.Tests;

public class TokenLockoutTests
{
    private static readonly TimeSpan Moment = TimeSpan.FromTicks(1);
    private static readonly string Wrong = Vendor.New.Credit(1).ToString();
    private static readonly string Right = Vendor.Old.Credit(1).ToString();
    private static readonly string Test = TokenWriter.Write(TestToken.OfTest(4)).ToString();

    private static readonly LockoutRule Rule =
        new(3, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(40), LockoutCounts.Rejects);

    private static readonly MeterProfile Locking = MeterProfile.Generic with { Lockout = Rule };

    [Fact]
    public void Three_wrong_tokens_lock_the_meter_for_ten_seconds_and_not_a_moment_longer()
    {
        var meter = Mistyped(2);
        Assert.Equal(ResultCode.CrcError, meter.Receives(Wrong));
        meter.Sleep(TimeSpan.FromSeconds(10) - Moment);
        Assert.Equal(ResultCode.Lockout, meter.Receives(Right));
        Assert.Equal("Locked", meter.Glass);
        Assert.Equal(ResultCode.Lockout, meter.Receives("123"));
        meter.Sleep(Moment);
        Assert.Equal(ResultCode.Accept, meter.Receives(Right));
    }

    [Fact]
    public void Two_wrong_tokens_lock_nothing() => Assert.Equal(ResultCode.Accept, Mistyped(2).Receives(Right));

    [Fact]
    public void Tokens_during_a_lockout_do_not_lengthen_it_and_the_next_wrong_one_doubles_it()
    {
        var meter = Mistyped(3);
        for (var i = 0; i < 5; i++) Assert.Equal(ResultCode.Lockout, meter.Receives(Wrong));
        meter.Sleep(TimeSpan.FromSeconds(10));
        Assert.Equal(ResultCode.CrcError, meter.Receives(Wrong));
        meter.Sleep(TimeSpan.FromSeconds(20) - Moment);
        Assert.Equal(ResultCode.Lockout, meter.Receives(Right));
        meter.Sleep(Moment);
        Assert.Equal(ResultCode.Accept, meter.Receives(Right));
    }

    [Fact]
    public void Test_tokens_work_during_a_lockout_and_neither_shorten_nor_lengthen_it()
    {
        var meter = Mistyped(3);
        var locked = meter.Model.State.Lockout;
        Assert.Equal(ResultCode.Accept, meter.Receives(Test));
        Assert.Equal(locked, meter.Model.State.Lockout);
        Assert.Equal(ResultCode.Lockout, meter.Receives(Right));
    }

    [Fact]
    public void An_accepted_token_makes_up_for_wrong_ones_and_so_does_a_code_of_a_key_change()
    {
        foreach (var good in new[] { Right, Vendor.Old.KeyChange(TestKeys.New)[0].ToString() })
        {
            var meter = Mistyped(2);
            meter.Receives(good);
            Assert.Equal(TokenLockout.None, meter.Model.State.Lockout);
        }
    }

    [Fact]
    public void A_power_cut_ends_a_lockout()
    {
        var meter = Mistyped(3);
        meter.CutMains();
        meter.ReturnMains();
        Assert.Equal(ResultCode.Accept, meter.Receives(Right));
    }

    [Theory]
    [InlineData(ResultCode.CrcError, 1, 1)]
    [InlineData(ResultCode.FormatError, 1, 1)]
    [InlineData(ResultCode.UsedError, 0, 1)]
    [InlineData(ResultCode.OldError, 0, 1)]
    [InlineData(ResultCode.FunctionError, 0, 1)]
    public void A_profile_says_which_refusals_count_as_wrong(ResultCode answer, int rejects, int all)
    {
        var strict = Rule with { Counts = LockoutCounts.AllRefusals };

        Assert.Equal(new TokenLockout(rejects, null), After(answer, Rule));
        Assert.Equal(new TokenLockout(all, null), After(answer, strict));
        Assert.Equal(new TokenLockout(rejects, null), After(answer, null));
    }

    [Fact]
    public void A_meter_that_never_locks_still_counts_for_the_word()
    {
        var words = new ResultWords { Reject = "Reject-{0}" };
        var meter = new MeterFixture(MeterProfile.Generic with { Words = words });
        for (var i = 0; i < 12; i++) meter.Receives(Wrong);
        Assert.Equal("Reject-12", meter.Glass);
        Assert.Equal(ResultCode.Accept, meter.Receives(Right));
    }

    private static TokenLockout After(ResultCode answer, LockoutRule? rule) =>
        TokenLockout.None.After(answer, isTestToken: false, rule, MeterTime.Start);

    private static MeterFixture Mistyped(int times)
    {
        var meter = new MeterFixture(Locking);
        for (var i = 0; i < times; i++) Assert.Equal(ResultCode.CrcError, meter.Receives(Wrong));
        return meter;
    }
}
