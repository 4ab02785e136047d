namespace HilBench.Lab.Tests.Nights;

/// <summary>What the scenarios of a night write down, and what they wait for.</summary>
internal sealed class NightFolder(string path)
{
    /// <summary>What scenarios wait for unless they wait for something else.</summary>
    public const string Go = "go";

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public string Path { get; } = path;

    /// <summary>A feature with so many scenarios, one of which may wait for a word.</summary>
    public string Feature(string name, int scenarios, int milliseconds = 20, int waiting = 0, string word = Go)
    {
        var lines = new List<string> { $"Feature: {name}" };
        for (var at = 1; at <= scenarios; at++)
        {
            lines.Add($"  Scenario: number {at}");
            lines.Add(at == waiting
                ? $"    When scenario {at} of the night in \"{Path}\" waits for {word}"
                : $"    When scenario {at} of the night in \"{Path}\" takes {milliseconds} ms");
        }

        var file = System.IO.Path.Combine(Path, $"{name}.feature");
        File.WriteAllLines(file, lines);
        return file;
    }

    /// <summary>Whoever waits for this word goes on.</summary>
    public void Say(string word = Go) => File.WriteAllText(System.IO.Path.Combine(Path, word), "");

    /// <summary>Waits until a scenario was begun.</summary>
    /// <returns>The bench that has begun it last.</returns>
    public async Task<string> Begun(int scenario, int times = 1)
    {
        using var over = new CancellationTokenSource(Patience);
        while (true)
        {
            var benches = Benches("begun", scenario);
            if (benches.Count >= times) return benches[^1];
            await Task.Delay(Look, over.Token);
        }
    }

    /// <summary>Who has begun it, or ended it, in this order.</summary>
    public IReadOnlyList<string> Benches(string what, int scenario) =>
        [.. Lines().Where(words => words[0] == what && words[1] == $"{scenario}").Select(words => words[2])];

    private IEnumerable<string[]> Lines()
    {
        var log = System.IO.Path.Combine(Path, "log");
        if (!Directory.Exists(log)) return [];
        return Directory.GetFiles(log).Order(StringComparer.Ordinal)
            .Select(file => System.IO.Path.GetFileName(file).Split(' ')[1..]);
    }
}
