using System.Diagnostics;
using HilBench.Web.Runs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace HilBench.Web.Tests.Browser;

/// <summary>
/// Measures the panel; never run with the other tests, because a machine that is busy would fail it:
/// <c>dotnet test --project tests/Web.Tests -- --explicit only --filter-class "*PanelFigures*"</c>.
/// </summary>
public class PanelFigures(TestBrowser browser, ITestOutputHelper output)
{
    private const string Latency = """
        async presses => {
          const glass = document.querySelector('.meter svg.glass'), times = [];
          const keys = [...document.querySelectorAll('.pad .key')].filter(key => /[0-9]/.test(key.innerText));
          for (let i = 0; i < presses; i++) {
            const seen = new Promise(resolve => {
              const look = new MutationObserver(() => { look.disconnect(); resolve(performance.now()); });
              look.observe(glass, { subtree: true, attributes: true, attributeFilter: ['d', 'aria-label'] });
            });
            const began = performance.now();
            (i % 2 === 0 ? keys[i % 9] : document.querySelector('.pad .key.back')).click();
            times.push(await seen - began);
            await new Promise(resolve => setTimeout(resolve, 300));
          }
          return times;
        }
        """;

    [Fact(Explicit = true)]
    public async Task From_a_key_press_to_the_glass_on_the_page()
    {
        using var panel = new TestPanel();
        await using var context = await browser.Context();
        var page = await TestBrowser.Open(context, panel.Address);
        await page.EvaluateAsync<double[]>(Latency, 5);
        var times = (await page.EvaluateAsync<double[]>(Latency, 60)).Order().ToArray();
        output.WriteLine($"key press to glass, of {times.Length}: median {times[times.Length / 2]:0.0} ms, "
            + $"95 of 100 below {times[times.Length * 95 / 100]:0.0} ms, most {times[^1]:0.0} ms");
        Assert.NotEmpty(times);
    }

    /// <summary>HILBENCH_PANEL names the address of a panel that runs, and HILBENCH_PANEL_PID its process.</summary>
    [Fact(Explicit = true)]
    public async Task What_twenty_watchers_cost()
    {
        var address = Environment.GetEnvironmentVariable("HILBENCH_PANEL");
        Assert.SkipWhen(address is null, "names no panel that runs: HILBENCH_PANEL, HILBENCH_PANEL_PID");
        var server = Process.GetProcessById(int.Parse(Environment.GetEnvironmentVariable("HILBENCH_PANEL_PID")!));
        var nobody = await CostOf(server);
        await using var context = await browser.Context();
        for (var i = 0; i < 20; i++) await TestBrowser.Open(context, address);
        await Task.Delay(3000, TestContext.Current.CancellationToken);
        var watched = await CostOf(server);
        output.WriteLine($"the server alone {nobody:0.0} %, with twenty pages {watched:0.0} % of a core");
        Assert.True(watched > 0);
    }

    /// <summary>HILBENCH_FEATURES names the folder, such as features of the checkout.</summary>
    [Fact(Explicit = true)]
    public async Task What_a_page_that_is_open_costs_a_run()
    {
        var features = Environment.GetEnvironmentVariable("HILBENCH_FEATURES");
        Assert.SkipWhen(features is null, "names no folder of features: HILBENCH_FEATURES");
        using var panel = new TestPanel(change: settings => settings with { Features = features });
        var desk = panel.Panel.Parts.GetRequiredService<RunDesk>();
        await using var context = await browser.Context();
        var (alone, watched) = (new List<double>(), new List<double>());
        Run(desk);
        for (var turn = 0; turn < 7; turn++)
        {
            alone.Add(Run(desk));
            var page = await TestBrowser.Open(context, panel.Address + "runs");
            // It has read the features when it says how many there are.
            await Assertions.Expect(page.GetByText("Scenarios: ").First).ToBeVisibleAsync();
            await Task.Delay(1000, TestContext.Current.CancellationToken);
            watched.Add(Run(desk));
            await page.CloseAsync();
        }

        output.WriteLine($"a run of {desk.View.Total}: alone {Median(alone):0.00} s, with its page open "
            + $"{Median(watched):0.00} s: {Median(watched) / Median(alone):0.00} times");
        Assert.True(desk.View.Total > 0);
    }

    private static double Run(RunDesk desk)
    {
        var wall = Stopwatch.StartNew();
        Assert.Null(desk.Start(RunOrder.All));
        Assert.True(desk.AwaitEnd(TimeSpan.FromMinutes(5)));
        return wall.Elapsed.TotalSeconds;
    }

    private static double Median(List<double> all) => all.Order().ElementAt(all.Count / 2);

    private static async Task<double> CostOf(Process server)
    {
        server.Refresh();
        var (began, wall) = (server.TotalProcessorTime, Stopwatch.StartNew());
        await Task.Delay(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        server.Refresh();
        return (server.TotalProcessorTime - began) / wall.Elapsed * 100;
    }
}
