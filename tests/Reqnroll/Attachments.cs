namespace HilBench.Scenarios.World;

/// <summary>Titled texts, which <see cref="ScenarioContext"/> of Reqnroll lacks: into the output of the test.</summary>
internal static class Attachments
{
    public static void Attach(this ScenarioContext context, string title, IReadOnlyList<string> lines)
    {
        var output = context.ScenarioContainer.Resolve<IReqnrollOutputHelper>();
        if (title.Length > 0) output.WriteLine($"{title}:");
        foreach (var line in lines) output.WriteLine($"  {line}");
    }
}
