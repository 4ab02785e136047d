namespace HilBench.Scenarios.World;

/// <summary>
/// Prints titled texts into the output of the test, because Reqnroll's <see cref="ScenarioContext"/> has no
/// attachments.
/// </summary>
internal static class Attachments
{
    public static void Attach(
        this ScenarioContext context, string title, IReadOnlyList<string> lines, bool besideTheLast = false)
    {
        // The output of a test is read from the top to the bottom, so nothing stands beside anything.
        _ = besideTheLast;
        var output = context.ScenarioContainer.Resolve<IReqnrollOutputHelper>();
        if (title.Length > 0) output.WriteLine($"{title}:");
        foreach (var line in lines) output.WriteLine($"  {line}");
    }
}
