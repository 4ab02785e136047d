using System.Diagnostics;
using System.Globalization;
using HilBench.Meter;
using HilBench.Rig;
using HilBench.Rig.Roles;
using HilBench.Scenarios.World;
using HilBench.Tokens;
using Spectre.Console;

namespace HilBench.Cli;

/// <summary>
/// A meter in the terminal: your keyboard is its keypad, the glass is drawn, and virtual time follows the wall clock.
/// Beside it lie the slips a customer would have: a few tokens that this meter takes.
/// </summary>
internal sealed class InteractiveMeter(IMeterRig rig, PadKeys pad, IReadOnlyList<Slip> slips)
{
    private static readonly TimeSpan Frame = TimeSpan.FromMilliseconds(40);
    private static readonly TimeSpan Leap = TimeSpan.FromMinutes(10);
    private static readonly Watts Kettle = new(2000);

    private readonly Stopwatch _wall = new();
    private TimeSpan _leapt;
    private string _note = "";

    public void Run(CancellationToken stop)
    {
        _wall.Start();
        _leapt = rig.Clock.Now;
        AnsiConsole.Live(Picture()).AutoClear(true).Start(live =>
        {
            while (!stop.IsCancellationRequested && TakeKeys())
            {
                CatchUp();
                live.UpdateTarget(Picture());
                stop.WaitHandle.WaitOne(Frame);
            }
        });
    }

    /// <summary>False when the user wants to leave.</summary>
    private bool TakeKeys()
    {
        while (Console.KeyAvailable)
        {
            var pressed = Console.ReadKey(intercept: true);
            switch (pressed)
            {
                case { Key: ConsoleKey.Escape } or { KeyChar: 'q' }:
                    return false;
                case { Key: ConsoleKey.Enter } when pad.Enter is { } enter:
                    Press(enter);
                    break;
                case { Key: ConsoleKey.Backspace }:
                    Press(pad.Backspace);
                    break;
                case { KeyChar: var key } when pad.Keys.Contains(key):
                    Press(key);
                    break;
                default:
                    Happen(pressed.KeyChar);
                    break;
            }
        }

        return true;
    }

    private void Press(char key)
    {
        CatchUp();
        try
        {
            rig.Keypad.Press(key);
            _note = "";
        }
        catch (StimulusNotDeliveredException nobody)
        {
            _note = nobody.Message;
        }
    }

    private void Happen(char command)
    {
        CatchUp();
        switch (command)
        {
            case 'm' when rig.Mains.IsOn:
                rig.Mains.Fail();
                break;
            case 'm':
                rig.Mains.Return();
                break;
            case 'l':
                rig.Load.Draw(rig.Load.Wanted == Kettle ? default : Kettle);
                break;
            case '+':
                rig.Clock.Wait(Leap);
                _leapt += Leap;
                break;
        }
    }

    /// <summary>Lets virtual time reach the wall clock; a key press may have brought it a little ahead.</summary>
    private void CatchUp()
    {
        var behind = _leapt + _wall.Elapsed - rig.Clock.Now;
        if (behind > TimeSpan.Zero) rig.Clock.Wait(behind);
    }

    private Rows Picture()
    {
        var stored = rig.Stored?.Registers;
        var state = stored is null
            ? "no record in the store"
            : $"stored: {stored.Credit.Shown}, key revision {stored.Key.Revision}, "
                + $"load switch {stored.LoadSwitch.ToString().ToLowerInvariant()}";
        var glass = GlassDrawing.Draw(rig.Glass.Read(), rig.Glass.Columns).Select(line => new Text("  " + line));
        return new Rows([
            new Text($"HilBench meter on rig {rig.Name}, {Clock()}"),
            .. glass,
            new Text($"  {Front()}"),
            new Text($"  mains {(rig.Mains.IsOn ? "on" : "off")}, load {rig.Load.Wanted}, {state}"),
            new Text($"  {_note}"),
            .. slips.Select(slip => new Text($"  {slip.Number.ToGroups()}   {slip.Title}")),
            new Text(""),
            new Text($"  {Keys()}   m mains   l a 2000 W load   + ten minutes   q quit"),
        ]);
    }

    /// <summary>The lamps, and a note while the buzzer sounds.</summary>
    private string Front()
    {
        if (rig.Indicators is not { } front) return "";
        var lamps = front.Lamps.Select(led => $"{(front.IsLit(led) ? '●' : '○')} {FrontWords.Of(led)}");
        return $"{string.Join("   ", lamps)}   {(front.Beeps is [.., { Until: null }] ? '♪' : ' ')}";
    }

    private string Keys()
    {
        var others = string.Concat(pad.Keys.Where(key =>
            !char.IsAsciiDigit(key) && key != pad.Enter && key != pad.Backspace).Select(key => $"   {key}"));
        return $"0-9 digits{others}{(pad.Enter is null ? "" : "   Enter")}   Backspace";
    }

    private string Clock() => rig.Clock.Now.ToString(@"d\.hh\:mm\:ss", CultureInfo.InvariantCulture);
}

/// <summary>A slip of paper with a token on it.</summary>
internal sealed record Slip(string Title, TokenNumber Number);
