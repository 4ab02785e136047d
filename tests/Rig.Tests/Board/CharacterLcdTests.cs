using CsCheck;
using HilBench.Board;
using HilBench.Chips;

namespace HilBench.Rig.Tests.Board;

public class CharacterLcdTests
{
    private static readonly LcdWiring Tied = new(26, 21, 4, 17, 27, 22);
    private static readonly LcdWiring Wired = Tied with { ReadWrite = 23 };

    private static readonly Gen<char> Letter = Gen.OneOf(Gen.Char[' ', '['], Gen.Char[']', '}'], Gen.Const(' '));

    public static TheoryData<int, int, bool, int> Panels => new()
    {
        { 16, 2, false, 270 },
        { 16, 2, true, 270 },
        { 20, 4, false, 270 },
        { 20, 4, true, 190 },
        { 16, 2, false, 190 },
    };

    [Theory]
    [MemberData(nameof(Panels))]
    public void Any_sequence_of_screens_stands_on_the_glass_without_a_finding(
        int columns, int lines, bool canAsk, int oscillatorKHz) =>
        Gen.String[Letter, columns, columns].Array[lines].Array[1, 6].Sample(screens =>
        {
            var (lcd, chip, bench) = Panel(columns, lines, canAsk ? Wired : Tied, oscillatorKHz);
            foreach (var screen in screens)
            {
                lcd.Show(screen);
                Assert.Equal(screen, chip.ReadGlass());
            }

            Assert.Empty(bench.Circuit.Findings.All);
        }, iter: 60);

    [Fact]
    public void Only_changed_cells_are_written_with_as_few_cursor_moves_as_possible() =>
        Gen.String[Gen.Char["ab "], 16, 16].Array[2].Array[2, 6].Sample(screens =>
        {
            var (lcd, chip, _) = Panel(16, 2, Tied, 270);
            string[] shown = [new(' ', 16), new(' ', 16)];
            foreach (var screen in screens)
            {
                var (before, cursor) = (lcd.BytesSent, chip.AddressCounter);
                lcd.Show(screen);
                var (cells, runs) = Difference(shown, screen);
                var saved = runs.Contains(cursor) ? 1 : 0;
                Assert.Equal(cells + runs.Count - saved, lcd.BytesSent - before);
                shown = screen;
            }
        }, iter: 100);

    [Fact]
    public void The_next_digit_of_a_token_costs_one_byte_and_the_same_screen_none()
    {
        var (lcd, _, _) = Panel(16, 2, Tied, 270);
        lcd.Show(["1", ""]);
        var before = lcd.BytesSent;
        lcd.Show(["12", ""]);
        Assert.Equal(1, lcd.BytesSent - before);
        lcd.Show(["12", ""]);
        Assert.Equal(1, lcd.BytesSent - before);
    }

    [Fact]
    public void A_sign_that_the_character_generator_lacks_is_shown_as_a_question_mark()
    {
        var (lcd, chip, bench) = Panel(16, 2, Tied, 270);
        lcd.Show(["5 €", "~\\"]);
        Assert.Equal("5 ?", chip.ReadGlass()[0].Trim());
        Assert.Equal("??", chip.ReadGlass()[1].Trim());
        Assert.Empty(bench.Circuit.Findings.All);
    }

    [Fact]
    public void A_panel_that_does_not_answer_the_busy_flag_is_paced_by_the_clock_instead()
    {
        var bench = new PinBench();
        for (var pin = 0; pin < 28; pin++) bench.Header.Pull(pin, PinPull.Up);
        var lcd = new CharacterLcd(bench.Gpio, Wired, 16, 2, bench);
        lcd.Initialise();
        lcd.Show(["nobody there", ""]);
        Assert.InRange(bench.Now, TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(1));
    }

    private static (CharacterLcd Lcd, Hd44780 Chip, PinBench Bench) Panel(
        int columns, int lines, LcdWiring wiring, int oscillatorKHz)
    {
        var bench = new PinBench();
        var pins = new Hd44780Pins(wiring.RegisterSelect, wiring.Enable, wiring.Data, wiring.ReadWrite);
        var timing = new Hd44780Timing(oscillatorKHz, StrictPulse: true);
        var chip = new Hd44780(bench.Circuit, bench.Header, pins, columns, lines, timing);
        var lcd = new CharacterLcd(bench.Gpio, wiring, columns, lines, bench);
        lcd.Initialise();
        return (lcd, chip, bench);
    }

    /// <summary>How many cells differ, and where each unbroken run of them begins; line 2 begins at 64.</summary>
    private static (int Cells, List<int> Runs) Difference(string[] old, string[] wanted)
    {
        var (cells, runs) = (0, new List<int>());
        for (var line = 0; line < 2; line++)
        {
            for (var column = 0; column < 16; column++)
            {
                if (old[line][column] == wanted[line][column]) continue;
                cells++;
                if (column == 0 || old[line][column - 1] == wanted[line][column - 1]) runs.Add(line * 64 + column);
            }
        }

        return (cells, runs);
    }
}
