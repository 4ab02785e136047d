using Spectre.Console;

namespace HilBench.Cli;

/// <summary>A bar on standard error while something long goes on, on a terminal only.</summary>
internal sealed class ProgressOnError : IDisposable
{
    private static readonly TimeSpan Often = TimeSpan.FromMilliseconds(200);

    private readonly double _whole;
    private readonly Func<(double Done, string Words)> _look;
    private readonly TimeSpan _patience;
    private readonly ManualResetEventSlim _end = new();
    private readonly Thread? _drawing;

    /// <param name="whole">How much is to be done; null = nobody knows, and no bar is drawn.</param>
    /// <param name="look">How much is done, and what stands beside the bar; asked by a thread of its own.</param>
    /// <param name="patience">What is done sooner needs no bar.</param>
    public ProgressOnError(double? whole, Func<(double Done, string Words)> look, TimeSpan patience = default)
    {
        (_whole, _look, _patience) = (whole ?? 0, look, patience);
        if (_whole <= 0 || Console.IsErrorRedirected) return;
        _drawing = new Thread(Draw) { IsBackground = true, Name = "progress" };
        _drawing.Start();
    }

    public void Dispose()
    {
        _end.Set();
        _drawing?.Join();
        _end.Dispose();
    }

    private void Draw()
    {
        if (_end.Wait(_patience)) return;
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
            // A bar that cannot be drawn, on a terminal that was closed for example, must not end what it is beside.
        }
    }

    private void Follow(ProgressContext context)
    {
        var task = context.AddTask(_look().Words, maxValue: _whole);
        do (task.Value, task.Description) = _look();
        while (!_end.Wait(Often));
    }
}
