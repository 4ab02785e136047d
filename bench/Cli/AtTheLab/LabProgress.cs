using HilBench.Lab.Coordination;
using HilBench.Scenarios;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace HilBench.Cli;

/// <summary>A table of rigs that changes while a run goes on, on a terminal only: piped output stays quiet.</summary>
internal sealed class LabProgress : IDisposable
{
    private static readonly TimeSpan Often = TimeSpan.FromMilliseconds(200);

    private readonly Thread? _drawing;
    private readonly ManualResetEventSlim _end = new();
    private volatile LabStatus? _status;
    private volatile string _key = "";

    private LabProgress(bool shows)
    {
        IsShown = shows;
        if (!shows) return;
        _drawing = new Thread(Draw) { IsBackground = true, Name = "progress" };
        _drawing.Start();
    }

    /// <summary>Somebody sees it.</summary>
    public bool IsShown { get; }

    public static LabProgress Start() => new(
        !Surroundings.Current.IsOutputRedirected && AnsiConsole.Profile.Capabilities.Interactive);

    public void Key(string key) => _key = key;

    public void Show(LabStatus status) => _status = status;

    public void Dispose()
    {
        _end.Set();
        _drawing?.Join();
    }

    private void Draw()
    {
        try
        {
            AnsiConsole.Live(new Text("")).AutoClear(true).Start(live =>
            {
                while (!_end.Wait(Often))
                {
                    if (_status is { } status) live.UpdateTarget(Picture(status));
                }
            });
        }
        catch (Exception)
        {
            // A table that cannot be drawn, on a terminal that was closed for example, must not end the run.
        }
    }

    private Rows Picture(LabStatus status)
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumns("rig", "state", "done", "scenario");
        foreach (var bench in status.Benches)
        {
            table.AddRow(
                Markup.Escape(bench.Name), Markup.Escape(Printable.Line(bench.State)), $"{bench.Done}",
                Markup.Escape(Excerpt.Of(Printable.Line(bench.Scenario ?? ""))));
        }

        var red = status.Red == 0 ? "" : $", {status.Red} red";
        var lines = new List<IRenderable>
        {
            table, new Text($"  run {_key}: {status.Done} of {status.Scenarios}{red}; Ctrl-C ends it"),
        };
        if (status.Waiting is { } why) lines.Add(new Text($"  waiting: {Printable.Line(why)}"));
        return new Rows(lines);
    }
}
