namespace HilBench.House.Tests;

/// <summary>tests/mutants/run breaks each rule by replacing a text in a source; the text must still be there.</summary>
public class MutantListTests
{
    private const string List = "tests/mutants/mutants.txt";

    [Fact]
    public void Every_mutant_finds_the_text_it_replaces_exactly_once()
    {
        var wrong = new List<string>();
        foreach (var mutant in House.Text(List).Split("\n\n")) Apply(mutant, wrong);
        Assert.True(wrong.Count == 0, $"Update {List}:\n{string.Join("\n", wrong)}");
    }

    /// <summary>A mutant may change several places, also of one file, one after the other.</summary>
    private static void Apply(string mutant, List<string> wrong)
    {
        var texts = new Dictionary<string, string>();
        string rule = "", file = "", before = "";
        foreach (var line in mutant.Split('\n'))
        {
            var (key, value) = Setting(line);
            switch (key)
            {
                case "rule": rule = value; break;
                case "file": file = value; break;
                case "before": before = value; break;
                case "after" when Replace(texts, file, before, value) is { } mistake:
                    wrong.Add($"{rule}: {file} {mistake}: {before}");
                    break;
            }
        }
    }

    /// <returns>What is wrong; null when the text was replaced.</returns>
    private static string? Replace(Dictionary<string, string> texts, string file, string before, string after)
    {
        if (!File.Exists(Path.Combine(House.Root, file))) return "does not exist";
        var text = texts.TryGetValue(file, out var changed) ? changed : House.Text(file);
        var at = text.IndexOf(before, StringComparison.Ordinal);
        if (at < 0) return "does not hold";
        if (text.IndexOf(before, at + before.Length, StringComparison.Ordinal) >= 0) return "holds more than once";
        texts[file] = text[..at] + after + text[(at + before.Length)..];
        return null;
    }

    private static (string Key, string Value) Setting(string line)
    {
        var end = line.IndexOf(": ", StringComparison.Ordinal);
        return end < 0 || line.StartsWith('#') ? ("", "") : (line[..end], line[(end + 2)..]);
    }
}
