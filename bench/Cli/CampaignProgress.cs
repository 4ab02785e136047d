using HilBench.Campaign.Runs;
using Spectre.Console;

namespace HilBench.Cli;

/// <summary>A bar on standard error while meters are lived, on a terminal only.</summary>
internal sealed class CampaignProgress : IDisposable
{
    private static readonly TimeSpan Often = TimeSpan.FromMilliseconds(200);

    private readonly CampaignRun _run;
    private readonly Func<int>? _workers;
    private readonly ManualResetEventSlim _end = new();
    private readonly Thread? _drawing;

    private CampaignProgress(CampaignRun run, Func<int>? workers, bool shows)
    {
        (_run, _workers) = (run, workers);
        if (!shows) return;
        _drawing = new Thread(Draw) { IsBackground = true, Name = "progress" };
        _drawing.Start();
    }

    /// <param name="run">Whose shards are counted.</param>
    /// <param name="workers">How many workers of a lab are at it; null = none, it is lived here.</param>
    public static CampaignProgress Start(CampaignRun run, Func<int>? workers = null) =>
        new(run, workers, !Console.IsErrorRedirected);

    public void Dispose()
    {
        _end.Set();
        _drawing?.Join();
    }

    private void Draw()
    {
        try
        {
            var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
            console.Progress()
                .AutoClear(true)
                .Columns(
                    new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(),
                    new RemainingTimeColumn())
                .Start(Follow);
        }
        catch (Exception)
        {
            // A bar that cannot be drawn, on a terminal that was closed for example, must not end the campaign.
        }
    }

    private void Follow(ProgressContext context)
    {
        var task = context.AddTask("shards", maxValue: _run.Shards);
        do
        {
            task.Value = _run.Finished;
            task.Description = $"{_run.Finished} of {_run.Shards} shards{Workers()}";
        }
        while (!_end.Wait(Often));
    }

    private string Workers() => _workers?.Invoke() switch
    {
        null => "",
        1 => ", 1 worker",
        { } several => $", {several} workers",
    };
}
