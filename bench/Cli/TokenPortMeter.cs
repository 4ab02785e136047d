using System.CommandLine;
using System.Globalization;
using HilBench.Board;
using HilBench.Meter;
using HilBench.Physical;
using HilBench.Physical.Ports;
using HilBench.Roles;
using HilBench.TokenPort;
using HilBench.TokenPort.Links;
using HilBench.Vending;

namespace HilBench.Cli;

/// <summary>
/// <c>hilbench meter --token-port</c>: the meter in real time behind a serial port, for somebody else's reader. It has
/// no keys; what its glass would say and what its port does is printed, a line each.
/// </summary>
internal static class TokenPortMeter
{
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(50);

    public static Option<string?> PortOption()
    {
        var option = new Option<string?>("--token-port")
        {
            Description = "Be a meter on a serial port (IEC 62056-21 mode C): a device, pty, or tcp:PORT.",
            HelpName = "PORT",
        };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } port && Ports.ProblemToOffer(port) is { } problem)
                result.AddError($"--token-port {problem}");
        });
        return option;
    }

    public static Option<bool> ParityOption() => new("--software-parity")
    {
        Description = "With --token-port: 7E1 made in software, carried as 8N1.",
    };

    public static int Run(RigPlan plan, string port, bool softwareParity, IReadOnlyList<Slip> slips)
    {
        var form = softwareParity ? LineForm.SevenEvenInEight : LineForm.SevenEven;
        using var interrupt = new Interrupt();
        var clock = new WallClock();
        using var link = Ports.Offer(port, form, BaudCharacters.First);
        var settings = new TokenPortSettings { Accounting = plan.Profile.Accounting };
        var line = new PortLine(new TokenPortServer(settings), link, clock);
        var board = new LinkBoard(new Meter.Meter(plan.Profile, plan.Tables), Made(plan), clock, port: line);
        line.Noted += text => Say(clock, text);
        board.Answered += answer => Say(clock, $"token: {ResultCodes.NameOf(answer.Result)}");
        board.Shown += lines => Say(clock, $"glass: {string.Join(" | ", lines.Select(text => text.Trim()))}");
        Console.WriteLine($"token port: {link.Name} at 300 baud 7E1{(softwareParity ? " in software" : "")}, "
            + $"password {settings.Password}; Ctrl-C ends");
        foreach (var slip in slips) Console.WriteLine($"  {slip.Number}   {slip.Title}");
        board.PowerUp();
        try
        {
            while (!interrupt.Token.IsCancellationRequested && !Keyboard.IsTerminalClosed)
                board.Step(Wait(board, clock));
        }
        catch (OperationCanceledException)
        {
            // Ctrl-C in the middle of a wait: the same orderly end.
        }

        return 0;
    }

    private static TimeSpan Wait(LinkBoard board, WallClock clock) =>
        board.Due - clock.Now is { } due && due < Breath
            ? due > TimeSpan.Zero ? due : TimeSpan.Zero
            : Breath;

    private static MemoryRecordStore Made(RigPlan plan)
    {
        var meter = MeterCommand.Sample(plan);
        var station = new VendingStation(plan.Tables, plan.Seed);
        var store = new MemoryRecordStore();
        store.Write(0, StoredRecord.Encode(meter.AsMade(station, plan.Profile), sequence: 0));
        return store;
    }

    private static void Say(WallClock clock, string text) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{clock.Now:hh\\:mm\\:ss\\.fff}  {text}"));
}
