namespace HilBench.Pi.Tests;

public class RefusalTableTests
{
    /// <summary>
    /// Whatever the checks provoke in the guest must be in the table that a person with a Pi will look up.
    /// </summary>
    [Fact]
    public void Every_refusal_that_is_checked_stands_in_the_table_of_the_hardware_page()
    {
        var page = File.ReadAllLines(Path.Combine(Root, "docs", "hardware", "raspberry-pi.md"));
        var table = page.SkipWhile(line => !line.StartsWith("| message |", StringComparison.Ordinal))
            .TakeWhile(line => line.StartsWith('|')).Skip(2).Select(line => line.Split('|')[1]).ToArray();
        Assert.NotEmpty(table);
        Assert.All(Checks.Refusals, refusal => Assert.Contains(table, message => message.Contains(refusal.Says)));
    }

    private static string Root
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder!.FullName, "HilBench.sln"))) folder = folder.Parent;
            return folder.FullName;
        }
    }
}
