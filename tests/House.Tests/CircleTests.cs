using System.Reflection;
using ArchUnitNET.Fluent.Slices;
using ArchUnitNET.Loader;

namespace HilBench.House.Tests;

/// <summary>Rooms that need each other are one room.</summary>
public class CircleTests
{
    [Fact]
    public void No_two_namespaces_of_the_house_need_each_other()
    {
        var rooms = Directory.GetFiles(AppContext.BaseDirectory, "*.dll")
            .Where(IsOfTheHouse)
            .Select(Assembly.LoadFrom)
            .ToArray();
        Assert.InRange(rooms.Length, 13, 30);
        var house = new ArchLoader().LoadAssemblies(rooms).Build();
        var circles = SliceRuleDefinition.Slices().Matching("HilBench.(**)").Should().BeFreeOfCycles()
            .Evaluate(house)
            .Where(slice => !slice.Passed)
            .Select(slice => slice.Description);
        Assert.True(!circles.Any(), string.Join('\n', circles));
    }

    private static bool IsOfTheHouse(string file) => Path.GetFileNameWithoutExtension(file) is var name
        && (name == "hilbench" || name.StartsWith("HilBench.", StringComparison.Ordinal))
        && !name.EndsWith(".Tests", StringComparison.Ordinal);
}
