using HilBench.RigFiles;
using HilBench.Scenarios;
using HilBench.Scenarios.Running;
using HilBench.Web.Hand;
using HilBench.Web.Settings;

namespace HilBench.Web.Tests.Hand;

/// <summary>The meter that is driven by hand, without a browser.</summary>
public sealed class HandSessionTests : IDisposable
{
    private readonly HandSession _session = new(new WebSettings
    {
        Plan = Rigs.Load("virtual"), Reports = Path.GetTempPath(),
    });

    public void Dispose() => _session.Dispose();

    [Fact]
    public async Task To_find_out_that_something_is_not_so_takes_no_time_of_the_scenario()
    {
        await _session.Record(isOn: true);
        await _session.Buy(new TokenOrder());
        await Say(StepKind.When, "the customer keys in token \"A\"");
        var (glass, clock, steps) = await Seen();
        for (var i = 0; i < 3; i++)
        {
            var wrong = await Say(StepKind.Then, "the low-credit LED is blinking");
            Assert.Equal(Verdict.Failed, wrong!.Verdict);
            Assert.Contains("the low-credit LED is blinking", _session.View.Note!.Text);
        }

        Assert.Equal((glass, clock, steps), await Seen());
        Assert.Single(_session.View.Tokens);
    }

    [Fact]
    public async Task A_step_that_was_stopped_leaves_the_meter_as_it_was_before()
    {
        await _session.Begin(new MeterOrder { Credit = 100_000 }, records: true);
        await Say(StepKind.When, "the load draws 100000 W from now on");
        var before = await Seen();
        var long1 = Say(StepKind.When, "300 days pass");
        Assert.True(SpinWait.SpinUntil(() => _session.View.State == SessionState.Busy, TimeSpan.FromSeconds(30)));
        _session.StopTheStep();
        Assert.Null(await long1);
        Assert.Contains("was stopped", _session.View.Note!.Text);
        Assert.Equal(before, await Seen());
        Assert.True((await Say(StepKind.When, "1 second passes"))!.IsDone);
        Assert.Null(_session.View.Note);
    }

    [Fact]
    public async Task A_key_is_taken_back_alone_and_what_describes_the_meter_stays()
    {
        await _session.Record(isOn: true);
        foreach (var key in "123") await _session.Press(key);
        await _session.TakeBack();
        Assert.EndsWith("the customer presses \"1 2\"", _session.View.Steps[^1].Line);
        await _session.Press('4');
        Assert.EndsWith("the customer presses \"1 2 4\"", _session.View.Steps[^1].Line);
        for (var i = 0; i < 5; i++) await _session.TakeBack();
        Assert.Equal(2, _session.View.Steps.Count);
        Assert.Equal("10.0 kWh", _session.View.Record!.Credit);
    }

    [Fact]
    public async Task A_meter_that_cannot_be_is_refused_and_the_old_one_stays()
    {
        await Say(StepKind.When, "the customer presses \"7\"");
        var wrong = await _session.Begin(new MeterOrder { Credit = 1_000_000_000 }, records: false);
        Assert.False(wrong!.IsDone);
        await Task.Delay(100, TestContext.Current.CancellationToken);
        Assert.Equal("7", _session.View.Glass[0].Trim());
        Assert.Equal("10.0 kWh", _session.View.Record!.Credit);
    }

    [Theory]
    [InlineData("the mains fails", StepKind.When)]
    [InlineData("the meter holds 99 kWh", StepKind.Then)]
    [InlineData("a clear tamper token", StepKind.Given)]
    [InlineData("nonsense", StepKind.When)]
    public void A_sentence_without_a_keyword_is_what_it_can_be(string sentence, StepKind kind)
    {
        Assert.Equal(kind, _session.KindOf(sentence));
    }

    private Task<HilBench.Scenarios.Live.LiveStep?> Say(StepKind kind, string text) =>
        _session.Say(new SaidStep(kind, text));

    /// <summary>After the picture that shows what was done.</summary>
    private async Task<(string Glass, DateTime Clock, int Steps)> Seen()
    {
        await _session.SetPace(ClockPace.Stands);
        await _session.SetPace(ClockPace.Stands);
        var view = _session.View;
        return (string.Join('|', view.Glass), view.Clock, view.Steps.Count);
    }
}
