using HilBench.Scenarios;
using HilBench.Scenarios.Features;
using HilBench.Scenarios.Running;
using Spectre.Console;

namespace HilBench.Cli;

/// <summary>
/// A bar while scenarios run, on a terminal only: piped output stays quiet. Beside an operator, whose prompts a bar
/// would overwrite, a line for each scenario.
/// </summary>
internal sealed class RunProgress : IRunListener, IDisposable
{
    private readonly Thread? _drawing;
    private readonly ManualResetEventSlim _end = new();
    private readonly int _total;
    private readonly bool _tells;
    private int _started;
    private volatile int _finished;
    private volatile int _red;

    private RunProgress(int total, bool shows, bool hasOperator)
    {
        _total = total;
        _tells = shows && hasOperator;
        if (!shows || hasOperator) return;
        _drawing = new Thread(Draw) { IsBackground = true, Name = "progress" };
        _drawing.Start();
    }

    public static RunProgress Start(int total, bool hasOperator)
    {
        var isTerminal = !Surroundings.Current.IsOutputRedirected && AnsiConsole.Profile.Capabilities.Interactive;
        return new RunProgress(total, isTerminal, hasOperator);
    }

    public void Started(ScenarioCase scenario)
    {
        if (_tells) Console.Error.WriteLine($"\nscenario {++_started} of {_total}: {Printable.Line(scenario.Title)}");
    }

    public void Finished(ScenarioResult result)
    {
        if (!result.Verdict.IsGood()) _red++;
        _finished++;
    }

    public void Dispose()
    {
        _end.Set();
        _drawing?.Join();
    }

    private void Draw()
    {
        try
        {
            DrawBar();
        }
        catch (Exception)
        {
            // A bar that cannot be drawn, on a terminal that was closed for example, must not end the run.
        }
    }

    private void DrawBar() => AnsiConsole.Progress()
        .AutoClear(true)
        .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
        .Start(context =>
        {
            var task = context.AddTask("scenarios", maxValue: _total);
            while (!_end.Wait(TimeSpan.FromMilliseconds(50)))
            {
                task.Value = _finished;
                task.Description = _red == 0 ? $"{_finished} of {_total}" : $"{_finished} of {_total}, {_red} red";
            }
        });
}
