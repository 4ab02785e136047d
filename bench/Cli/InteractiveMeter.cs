using System.Diagnostics;
using System.Globalization;
using HilBench.Meter;
using HilBench.Roles;
using HilBench.Scenarios.World;
using HilBench.Tokens;

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

    /// <summary>Runs until the user leaves or the terminal is closed.</summary>
    /// <exception cref="NotSupportedException">The terminal cannot show a picture.</exception>
    public void Run(CancellationToken stop)
    {
        _wall.Start();
        _leapt = rig.Clock.Now;
        Screen.Use(screen =>
        {
            while (!stop.IsCancellationRequested && TakeKeys())
            {
                CatchUp();
                screen.Show(Picture().Lines(Screen.Columns, Screen.Rows));
                stop.WaitHandle.WaitOne(Frame);
            }
        });
    }

    /// <summary>False when the user wants to leave, or when the terminal is closed.</summary>
    private bool TakeKeys()
    {
        while (Keyboard.Next() is { } pressed)
        {
            switch (pressed)
            {
                case { Key: ConsoleKey.Escape } or { KeyChar: 'q' or Keyboard.EndOfInput }:
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

        return !Keyboard.IsGone;
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

    private MeterPicture Picture() => new()
    {
        Title = $"HilBench meter on rig {rig.Name}, {Clock()}",
        Glass = rig.Glass.Read(),
        GlassColumns = rig.Glass.Columns,
        Front = Front(),
        State = State(),
        Note = _note,
        Slips = slips,
        Keys = Keys(),
    };

    private IReadOnlyList<string> State()
    {
        string[] supply = [$"mains {(rig.Mains.IsOn ? "on" : "off")}", $"load {rig.Load.Wanted}"];
        return rig.Stored?.Registers is not { } stored
            ? [.. supply, "no record in the store"]
            :
            [
                .. supply,
                $"stored: {stored.Credit.Shown}",
                $"key revision {stored.Key.Revision}",
                $"load switch {stored.LoadSwitch.ToString().ToLowerInvariant()}",
            ];
    }

    /// <summary>The lamps, and a note while the buzzer sounds.</summary>
    private string Front()
    {
        if (rig.Indicators is not { } front) return "";
        var lamps = front.Lamps.Select(led => $"{(front.IsLit(led) ? '●' : '○')} {FrontWords.Of(led)}");
        return $"{string.Join("   ", lamps)}   {(front.Beeps is [.., { Until: null }] ? '♪' : ' ')}";
    }

    private IReadOnlyList<string> Keys()
    {
        var others = pad.Keys.Where(key => !char.IsAsciiDigit(key) && key != pad.Enter && key != pad.Backspace);
        string[] handsIn = pad.Enter is null ? [] : ["Enter"];
        return
        [
            "q quit", "0-9 digits", .. others.Select(key => $"{key}"), .. handsIn, "Backspace",
            "m mains", "l load of 2000 W", "+ ten minutes",
        ];
    }

    private string Clock() => rig.Clock.Now.ToString(@"d\.hh\:mm\:ss", CultureInfo.InvariantCulture);
}
