using Bunit;
using HilBench.Web.Pages;
using HilBench.Web.Runs;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace HilBench.Web.Tests.Runs;

/// <summary>Runs of the past, one of them, and what changed between two.</summary>
public sealed class HistoryPageTests : BunitContext
{
    private readonly RunFolder _folder = new RunFolder().With("credit.feature", RunFolder.Credit);

    public HistoryPageTests()
    {
        Services.AddLogging().AddLocalization();
        Services.AddSingleton(new HistoryDesk(_folder.Settings, _folder.Reports));
    }

    [Fact]
    public void A_history_that_is_not_there_yet_says_so()
    {
        Assert.Contains("there is no history yet", Render<HistoryPage>().Find("[role=alert]").TextContent);
    }

    [Fact]
    public void A_panel_without_a_history_says_so()
    {
        Services.AddSingleton(new HistoryDesk(_folder.Settings with { History = null }, _folder.Reports));
        Assert.Contains("No history is kept", Render<HistoryPage>().Find("[role=alert]").TextContent);
    }

    [Fact]
    public void The_latest_runs_are_listed_with_the_last_two_chosen_to_be_compared()
    {
        RunTwice();
        var page = Render<HistoryPage>();
        Assert.Equal(["Run no. 2", "Run no. 1"], page.FindAll("tbody th").Select(cell => cell.TextContent));
        Assert.Equal(
            [("from", "1"), ("to", "2")],
            page.FindAll("input[checked]").Select(one => (one.GetAttribute("name")!, one.GetAttribute("value")!))
                .Order());
        Assert.Equal(["red", "green"], page.FindAll("tbody tr").Select(row => row.Children[6].TextContent));
        Assert.NotNull(page.Find("table caption"));
    }

    [Fact]
    public void The_difference_between_two_runs_names_what_is_newly_red_and_why()
    {
        RunTwice();
        var page = Open("history?from=1&to=2");
        Assert.Equal("From run 1 to run 2", page.Find("h2").TextContent);
        var row = page.Find("tr.run-red");
        Assert.Equal("newly red", row.Children[0].TextContent);
        Assert.Contains("It is used already", row.Children[1].TextContent);
        Assert.StartsWith("passed", row.Children[2].TextContent);
        Assert.StartsWith("failed", row.Children[3].TextContent);
        Assert.Contains("mended", Open("history?from=2&to=1").Find("tbody").TextContent);
    }

    [Fact]
    public void A_run_shows_its_red_scenarios_first_and_leads_to_its_report()
    {
        RunTwice();
        var page = Open("history?run=2");
        Assert.Equal("Run no. 2: red", page.Find("h2").TextContent);
        Assert.Contains("It is used already", page.Find("section tbody th").TextContent);
        Assert.Matches(@"^reports/\d{8}-\d{6}(-\d+)?/report\.html\z", page.Find("section a").GetAttribute("href")!);
        Assert.Matches(
            @"^recordings\?file=\d{8}-\d{6}(-\d+)?%2Fscenarios%2Fcredit-9%2Frecording\.hbr\z",
            page.Find("section tbody th a").GetAttribute("href")!);
        Assert.Contains("There is no run 9", Open("history?run=9").Find("[role=alert]").TextContent);
    }

    [Fact]
    public void A_run_of_a_rig_that_names_its_meter_shows_it_at_each_scenario()
    {
        var rig = _folder.PathOf("rig.json");
        File.WriteAllText(rig, """{ "labels": { "model": "clou", "serial": "0417", "firmware": "1.2.3" } }""");
        var named = _folder.Settings with { RigName = rig, Plan = HilBench.RigFiles.Rigs.Load(rig) };
        using (var desk = new RunDesk(named, _folder.Reports, null)) RunFolder.Run(desk, RunOrder.All);
        var cells = Open("history?run=1").FindAll("section tbody th small");
        Assert.Equal(2, cells.Count);
        Assert.All(cells, cell => Assert.Equal("rig, clou, 1.2.3, 0417", cell.TextContent));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing) _folder.Dispose();
    }

    private IRenderedComponent<HistoryPage> Open(string address)
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        return Render<HistoryPage>();
    }

    /// <summary>Green first, then red.</summary>
    private void RunTwice()
    {
        using var desk = _folder.Desk();
        _folder.With(
            "credit.feature", RunFolder.Credit.Replace("refuses it as used", "accepts it", StringComparison.Ordinal));
        RunFolder.Run(desk, RunOrder.All);
        _folder.With("credit.feature", RunFolder.Credit);
        RunFolder.Run(desk, RunOrder.All);
    }
}
