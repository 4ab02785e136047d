using HilBench.Scenarios.Features;
using HilBench.Scenarios.World;

namespace HilBench.Scenarios.Tests.Features;

/// <summary>Files are read and steps are checked several at once, and nobody can tell by what comes of it.</summary>
public sealed class SideBySideTests : IDisposable
{
    private const int Files = 40;

    private static readonly StepEngine Engine = StepEngine.Of(typeof(Bench).Assembly);

    private readonly string _folder = Directory.CreateTempSubdirectory("hilbench").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Scenarios_come_in_the_order_of_their_files_however_many_are_read_at_once()
    {
        var expected = Write(number => $"Feature: f\n  Scenario: {number}\n    Given a 1.0 kWh credit token\n");
        var cases = FeatureReader.Read([_folder], Engine, jobs: 4);
        Assert.Equal(expected, cases.Select(one => Path.GetFileName(one.Place.File)));
        Assert.Equal(cases, new StepCheck(Engine) { Jobs = 4 }.Check(cases));
    }

    [Fact]
    public void Mistakes_of_reading_come_in_the_order_of_their_files()
    {
        var expected = Write(_ => "Feature: f\n  Scenario: s\n    Given x\n  Background:\n    Given y\n");
        Assert.Equal(expected, FilesOf(() => FeatureReader.Read([_folder], Engine, jobs: 4)));
    }

    [Fact]
    public void Steps_that_nobody_knows_come_in_the_order_of_their_files()
    {
        var expected = Write(_ => "Feature: f\n  Scenario: s\n    Given nobody knows this\n");
        var cases = FeatureReader.Read([_folder], Engine);
        Assert.Equal(expected, FilesOf(() => new StepCheck(Engine) { Jobs = 3 }.Check(cases)));
    }

    private string[] Write(Func<int, string> text)
    {
        string[] names = [.. Enumerable.Range(10, Files).Select(number => $"{number}.feature")];
        for (var i = 0; i < Files; i++) File.WriteAllText(Path.Combine(_folder, names[i]), text(i));
        return names;
    }

    private static IEnumerable<string> FilesOf(Func<IReadOnlyList<ScenarioCase>> work) =>
        Assert.Throws<FeatureMistakesException>(() => work()).Mistakes
            .Select(line => Path.GetFileName(line.Split(':')[0])).Distinct();
}
