using HilBench.Lots.Uploads;
using Spectre.Console;

namespace HilBench.Cli;

/// <summary>A bar on standard error while a file is read, on a terminal only.</summary>
internal sealed class CheckListProgress : IDisposable
{
    private static readonly TimeSpan Often = TimeSpan.FromMilliseconds(200);

    /// <summary>What is done sooner needs no bar.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly UploadCheck _check;
    private readonly long _length;
    private readonly ManualResetEventSlim _end = new();
    private readonly Thread? _drawing;

    private CheckListProgress(UploadCheck check, long? length)
    {
        (_check, _length) = (check, length ?? 0);
        if (length is null or 0 || Console.IsErrorRedirected) return;
        _drawing = new Thread(Draw) { IsBackground = true, Name = "progress" };
        _drawing.Start();
    }

    public static CheckListProgress Start(UploadCheck check, Stream stream) =>
        new(check, stream.CanSeek ? stream.Length : null);

    public void Dispose()
    {
        _end.Set();
        _drawing?.Join();
        _end.Dispose();
    }

    private void Draw()
    {
        if (_end.Wait(Patience)) return;
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
            // A bar that cannot be drawn, on a terminal that was closed for example, must not end the check.
        }
    }

    private void Follow(ProgressContext context)
    {
        var task = context.AddTask("checked", maxValue: _length);
        do task.Value = _check.BytesRead;
        while (!_end.Wait(Often));
    }
}
