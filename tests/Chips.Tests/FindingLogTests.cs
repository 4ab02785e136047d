namespace HilBench.Chips.Tests;

public sealed class FindingLogTests
{
    [Fact]
    public void The_first_thousand_findings_are_kept_and_all_are_counted()
    {
        var log = new FindingLog();
        for (int i = 0; i < 1_500; i++) log.Add(new ChipFinding("chip", TimeSpan.FromTicks(i), "misuse", "rule"));
        Assert.Equal(FindingLog.Kept, log.All.Count);
        Assert.Equal(1_500, log.Total);
        Assert.Equal(TimeSpan.FromTicks(FindingLog.Kept - 1), log.All[^1].At);
    }
}
