using HilBench.Scenarios.Running;

namespace HilBench.Scenarios.Tests.Running;

public sealed class AsyncStepTests
{
    [Theory]
    [InlineData("Given a void step")]
    [InlineData("Given a Task step")]
    [InlineData("Given a ValueTask step")]
    public void A_step_is_over_before_the_next_begins(string step) =>
        Assert.Equal(["over", "over"], Trial.Passes(Trial.Scenario(step, step), typeof(Steps)));

    [Theory]
    [InlineData("Given a Task step that throws")]
    [InlineData("Given a ValueTask step that throws")]
    [InlineData("Given a step that throws before its first await")]
    public void What_an_asynchronous_step_throws_is_what_went_wrong(string step)
    {
        var (results, diary) = Trial.Run(Trial.Scenario(step, "Given a void step"), typeof(Steps));
        Assert.Equal(Verdict.RigFault, results[0].Verdict);
        Assert.Equal("FormatException: thrown", results[0].Message);
        Assert.Equal(3, results[0].Step!.Place.Line);
        Assert.Empty(diary);
    }

    [Fact]
    public void An_asynchronous_step_stays_on_the_thread_of_its_scenario() => Assert.Equal(
        ["same thread", "same thread"],
        Trial.Passes(Trial.Scenario("Given a step that yields", "And a step that yields"), typeof(Steps)));

    [Fact]
    public void A_step_that_leaves_its_thread_is_waited_for() => Assert.Equal(
        ["elsewhere", "over"],
        Trial.Passes(Trial.Scenario("Given a step that ends elsewhere", "And a void step"), typeof(Steps)));

    [Fact]
    public void A_step_nobody_could_wait_for_is_refused_when_the_classes_are_read() => Assert.Equal(
        "Invalid binding method 'Lost.Step()': async void methods are not supported. Please use 'async Task'.",
        Assert.Throws<StepAssemblyException>(() => StepEngine.Of(typeof(Lost))).Message);

    [Binding]
    public sealed class Steps(Diary diary)
    {
        [Given("a void step")]
        public void Void() => diary.Add("over");

        [Given("a Task step")]
        public async Task Tasked()
        {
            await Task.Yield();
            diary.Add("over");
        }

        [Given("a ValueTask step")]
        public async ValueTask Valued()
        {
            await Task.Yield();
            diary.Add("over");
        }

        [Given("a Task step that throws")]
        public async Task Throws()
        {
            await Task.Yield();
            throw new FormatException("thrown");
        }

        [Given("a ValueTask step that throws")]
        public async ValueTask ThrowsToo()
        {
            await Task.Yield();
            throw new FormatException("thrown");
        }

        [Given("a step that throws before its first await")]
        public Task ThrowsAtOnce() => throw new FormatException("thrown");

        [Given("a step that yields")]
        public async Task Yields()
        {
            var thread = Environment.CurrentManagedThreadId;
            for (var i = 0; i < 10; i++) await Task.Yield();
            diary.Add(thread == Environment.CurrentManagedThreadId ? "same thread" : "another thread");
        }

        [Given("a step that ends elsewhere")]
        public async Task EndsElsewhere()
        {
            await Task.Run(() => { }).ConfigureAwait(false);
            await Task.Run(() => diary.Add("elsewhere")).ConfigureAwait(false);
        }
    }

    [Binding]
    public sealed class Lost
    {
        [Given("a lost step")]
        public async void Step() => await Task.Yield();
    }
}
