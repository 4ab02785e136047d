using HilBench.RigFiles;
using HilBench.Web.Runs;
using HilBench.Web.Settings;

namespace HilBench.Web.Tests.Runs;

/// <summary>A folder with features, reports and a history that goes with its test.</summary>
internal sealed class RunFolder : IDisposable
{
    public const string Credit = """
        @credit
        Feature: Credit
          Scenario: A token counts
            Given a 25.6 kWh credit token
            When the customer keys in the token
            Then the meter accepts it

          @red
          Scenario: It is used already
            Given a 25.6 kWh credit token
            When the customer keys in the token
            Then the meter refuses it as used
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string _root = Directory.CreateTempSubdirectory("hilbench-web-").FullName;

    public RunFolder(string rig = "virtual")
    {
        Directory.CreateDirectory(PathOf("features"));
        Settings = new WebSettings
        {
            Plan = Rigs.Load("virtual"), RigName = rig, Features = PathOf("features"), Reports = PathOf("reports"),
            History = PathOf("history.db"), Seed = 7,
        };
        Reports = new ReportShelf(Settings);
    }

    public WebSettings Settings { get; init; }

    public ReportShelf Reports { get; }

    public string PathOf(string name) => Path.Combine(_root, name);

    public RunFolder With(string feature, string text)
    {
        var path = PathOf($"features/{feature}");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return this;
    }

    public RunDesk Desk(IRigHolder? holder = null) => new(Settings, Reports, holder);

    /// <summary>Runs and waits for the end.</summary>
    public static RunView Run(RunDesk desk, RunOrder order)
    {
        Assert.Null(desk.Start(order));
        return End(desk);
    }

    public static RunView End(RunDesk desk)
    {
        Assert.True(desk.AwaitEnd(Patience), "the run does not end");
        return desk.View;
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
