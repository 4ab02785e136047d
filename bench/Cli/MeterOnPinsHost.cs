using System.Diagnostics;
using HilBench.Board;
using HilBench.Meter;
using HilBench.Physical;
using HilBench.RigFiles;
using HilBench.Roles;
using HilBench.Scenarios.World;
using HilBench.Tokens;
using HilBench.Vending;
using Spectre.Console;

namespace HilBench.Cli;

/// <summary>
/// The meter as an appliance: real keypad, real display, until SIGTERM or Ctrl-C. In a terminal it draws the glass;
/// otherwise (systemd, a pipe) it says little, and with a trace every key, answer and save, one a line.
/// </summary>
internal sealed class MeterOnPinsHost(GpioPlan plan, bool trace)
{
    private readonly bool _draws = !trace && !Surroundings.Current.IsOutputRedirected;

    public int Run()
    {
        using var interrupt = new Interrupt();
        using var manager = ServiceManager.OfThisProcess();
        using var meter = MeterOnPins.Open(plan.Settings, plan.Profile, plan.Tables);
        Say($"meter on {meter.Chip}, profile {plan.Profile.Name}");
        if (meter.IsBlank) Program(meter);
        if (trace) Trace(meter.Board);
        else meter.Board.Answered += answer => Say($"answer {ResultCodes.NameOf(answer.Result)}");
        meter.Board.KeyStuck += (key, _) => Say($"key {key} is stuck");
        using (manager.Watch(meter))
        {
            if (_draws) Draw(meter, interrupt.Token);
            else meter.Run(interrupt.Token);
        }

        manager.Tell(ServiceManager.Stopping);
        Say("stopped; the pins are inputs");
        return 0;
    }

    private void Say(string line)
    {
        if (!_draws) Console.WriteLine(line);
    }

    /// <summary>Keys are tokens, so they are only told when asked for.</summary>
    private void Trace(MeterBoard board)
    {
        board.KeySeen += (key, _) => Say($"{Nanoseconds()} key {key}");
        board.KeyUp += key => Say($"{Nanoseconds()} up {key}");
        board.Answered += answer => Say($"{Nanoseconds()} answer {ResultCodes.NameOf(answer.Result)}");
        board.SaveStarting += slot => Say($"{Nanoseconds()} save {slot}");
        board.Shown += lines => Say($"{Nanoseconds()} shows {string.Join('|', lines)}");
    }

    /// <summary>The monotonic clock of the machine, which a kernel's log of its pins uses too.</summary>
    private static long Nanoseconds() => Stopwatch.GetTimestamp() * (1_000_000_000 / Stopwatch.Frequency);

    /// <summary>A store that was never written gets the meter of the default world.</summary>
    private void Program(MeterOnPins meter)
    {
        var station = new VendingStation(plan.Tables, plan.Seed);
        var made = new MeterDescription { Credit = EnergyAmount.FromKwh(10) };
        meter.Manufacture(made.AsMade(station, plan.Profile));
        Say($"the store was blank: programmed as meter {made.Pan} with {made.Credit}");
    }

    private void Draw(MeterOnPins meter, CancellationToken stop) =>
        AnsiConsole.Live(Picture([])).AutoClear(false).Start(live =>
        {
            meter.Board.Shown += lines =>
            {
                live.UpdateTarget(Picture(lines));
                live.Refresh();
            };
            meter.Run(stop);
        });

    private Rows Picture(IReadOnlyList<string> lines)
    {
        var columns = plan.Profile.Display.Columns;
        return new Rows([
            .. GlassDrawing.Draw(lines, columns).Select(line => new Text("  " + line)),
            new Text("  as written to the display; Ctrl-C ends the meter and leaves its pins inputs"),
        ]);
    }
}
