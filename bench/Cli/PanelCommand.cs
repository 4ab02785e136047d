using System.Collections.Concurrent;
using System.CommandLine;
using HilBench.Chips;
using HilBench.Input;
using HilBench.Physical;
using HilBench.Physical.Ports;
using HilBench.Roles;
using HilBench.TokenPort.Links;

namespace HilBench.Cli;

/// <summary>
/// <c>hilbench panel</c>: a virtual serial panel on a port, for a meter that wants one. Its glass is drawn whenever it
/// changes; what is typed are its keys.
/// </summary>
internal static class PanelCommand
{
    private const string Help = """
        A virtual serial panel (Matrix Orbital command set): its glass is drawn, your keyboard is its keypad.

        Examples:
          hilbench panel                          prints the name of its port, such as /dev/pts/7
          hilbench panel --port /dev/ttyUSB1      on a cable
        Give that port to a rig file ("display": { "kind": "serial-panel", "port": "/dev/pts/7" }, "clock": "wall")
        and run the meter on it: hilbench meter --rig FILE.
        """;

    private const string Legend = "123456789*0#";
    private const string Codes = "ABCFGHKLMPQR";
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan Press = TimeSpan.FromMilliseconds(100);

    public static Command Create()
    {
        var port = new Option<string>("--port")
        {
            Description = "Where the panel is: pty, or a device.",
            HelpName = "PORT",
            DefaultValueFactory = _ => Ports.Pty,
        };
        var large = new Option<bool>("--large") { Description = "20x4 instead of 16x2." };
        var command = new Command("panel", Help) { port, large };
        command.SetAction(parsed =>
        {
            var name = parsed.GetValue(port)!;
            if (Ports.ProblemToOffer(name) is { } problem)
                throw new SettingsException($"hilbench panel: --port {problem}");
            return Run(name, parsed.GetValue(large));
        });
        return command;
    }

    private static int Run(string port, bool large)
    {
        var isTyped = !Surroundings.Current.IsInputRedirected;
        if (!isTyped) StandardInput.RequireOpen();
        using var interrupt = new Interrupt();
        using var link = Ports.Offer(port, LineForm.EightNone, MatrixOrbitalPanel.Baud);
        var circuit = new CircuitBoard(seed: 1);
        var panel = large ? new MatrixOrbitalPanel(circuit, 20, 4, "LK204") : new MatrixOrbitalPanel(circuit);
        panel.Sent += value => link.Write([value]);
        Console.WriteLine($"panel: {link.Name}, {panel.Columns}x{panel.Rows}, keys {Legend}; Ctrl-C ends");
        var clock = new WallClock();
        var (shown, findings) = ("", 0);
        var bytes = new byte[256];
        var piped = isTyped ? [] : Piped(interrupt.Token);
        while (!interrupt.Token.IsCancellationRequested && !(isTyped && Keyboard.IsGone))
        {
            foreach (var value in bytes.AsSpan(0, link.Read(bytes, Breath))) panel.Receive(value);
            while (isTyped && Keyboard.Next() is { } pressed) PressKey(panel, circuit, pressed.KeyChar);
            while (piped.TryDequeue(out var key)) PressKey(panel, circuit, key);
            circuit.Time.WaitUntil(clock.Now);
            shown = Draw(panel, shown);
            for (; findings < circuit.Findings.All.Count; findings++)
                Console.WriteLine($"misused: {circuit.Findings.All[findings]}");
        }

        return 0;
    }

    private static void PressKey(MatrixOrbitalPanel panel, CircuitBoard circuit, char key)
    {
        var place = Legend.IndexOf(key switch { '\n' or '\r' => '#', '\b' or '\x7F' => '*', _ => key });
        if (place >= 0) panel.Press(Codes[place], circuit.Time.Now, Press);
    }

    private static string Draw(MatrixOrbitalPanel panel, string before)
    {
        var lines = panel.ReadGlass();
        var now = string.Join('\n', lines);
        if (now == before) return before;
        foreach (var line in GlassDrawing.Draw(lines, panel.Columns)) Console.WriteLine(line);
        return now;
    }

    /// <summary>Keys come from a pipe as they are written; when it ends the panel stays.</summary>
    private static ConcurrentQueue<char> Piped(CancellationToken stop)
    {
        var keys = new ConcurrentQueue<char>();
        new Thread(() =>
        {
            while (!stop.IsCancellationRequested && Console.In.Read() is >= 0 and var read) keys.Enqueue((char)read);
        }) { IsBackground = true, Name = "keys" }.Start();
        return keys;
    }
}
