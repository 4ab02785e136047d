namespace HilBench.Scenarios.Tests.Binding;

public sealed class ScenarioContainerTests
{
    [Fact]
    public void A_class_is_made_once_by_its_longest_constructor()
    {
        var container = new ScenarioContainer();
        var shop = container.Resolve<Shop>();
        Assert.Same(shop, container.Resolve<Shop>());
        Assert.Same(shop.Till, container.Resolve<Till>());
        Assert.NotSame(shop.Till, new ScenarioContainer().Resolve<Shop>().Till);
    }

    [Fact]
    public void What_was_made_is_disposed_in_reverse_order_and_what_was_brought_along_is_not()
    {
        var brought = new Diary();
        var lent = new Lent(brought);
        var container = new ScenarioContainer();
        container.Register(brought);
        container.Register(lent);
        container.Resolve<Outer>();
        container.Resolve<Lent>();
        container.Dispose();
        container.Dispose();
        Assert.Equal(["outer", "inner"], brought.Lines);
    }

    [Fact]
    public void One_that_cannot_be_disposed_keeps_none_of_the_others()
    {
        var diary = new Diary();
        var container = new ScenarioContainer();
        container.Register(diary);
        container.Resolve<Inner>();
        container.Resolve<Stubborn>();
        container.Resolve<Outer>();
        Assert.Equal("no", Assert.Throws<InvalidOperationException>(container.Dispose).Message);
        Assert.Equal(["outer", "inner"], diary.Lines);
    }

    [Fact]
    public void A_circle_is_reported_with_everybody_in_it() => Assert.Equal(
        "Hen needs Egg needs Hen.",
        Assert.Throws<InvalidOperationException>(() => new ScenarioContainer().Resolve<Hen>()).Message);

    [Fact]
    public void A_constructor_that_failed_once_is_no_circle_the_next_time()
    {
        var container = new ScenarioContainer();
        for (var time = 1; time <= 2; time++)
            Assert.Equal("broken", Assert.Throws<FormatException>(() => container.Resolve<Broken>()).Message);
    }

    [Theory]
    [InlineData(typeof(IDisposable), "IDisposable cannot be injected: only concrete classes can.")]
    [InlineData(typeof(Stream), "Stream cannot be injected: only concrete classes can.")]
    [InlineData(typeof(string), "String cannot be injected: only concrete classes can.")]
    [InlineData(typeof(int), "Int32 cannot be injected: only concrete classes can.")]
    [InlineData(typeof(TimeSpan), "TimeSpan cannot be injected: only concrete classes can.")]
    [InlineData(typeof(Hidden), "Hidden has no public constructor.")]
    public void What_cannot_be_made_is_named(Type type, string expected) => Assert.Equal(
        expected, Assert.Throws<InvalidOperationException>(() => new ScenarioContainer().Resolve(type)).Message);

    public sealed class Till;

    public sealed class Shop
    {
        public Shop() => Assert.Fail("there is a longer constructor");

        public Shop(Till till) => Till = till;

        public Till Till { get; }
    }

    public sealed class Inner(Diary diary) : IDisposable
    {
        public void Dispose() => diary.Add("inner");
    }

    public sealed class Outer(Inner inner, Diary diary) : IDisposable
    {
        public void Dispose()
        {
            Assert.NotNull(inner);
            diary.Add("outer");
        }
    }

    public sealed class Stubborn : IDisposable
    {
        public void Dispose() => throw new InvalidOperationException("no");
    }

    public sealed class Lent(Diary diary) : IDisposable
    {
        public void Dispose() => diary.Add("lent");
    }

    public sealed class Hen(Egg egg)
    {
        public Egg Egg { get; } = egg;
    }

    public sealed class Egg(Hen hen)
    {
        public Hen Hen { get; } = hen;
    }

    public sealed class Broken
    {
        public Broken() => throw new FormatException("broken");
    }

    public sealed class Hidden
    {
        private Hidden()
        {
        }
    }
}
