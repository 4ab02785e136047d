using HilBench.Tokens;

namespace HilBench.Cli.Tests.Terminal;

/// <summary>The glass can be read and a token can be typed in a terminal of any size.</summary>
public class MeterPictureTests
{
    private static readonly MeterPicture Picture = new()
    {
        Title = "HilBench meter on rig virtual, 0.00:00:04",
        Glass = ["10.0 kWh        ", "                "],
        GlassColumns = 16,
        Front = "○ low-credit   ● load   ○ fault",
        State = ["mains on", "load 0 W", "stored: 10.0 kWh", "key revision 1", "load switch closed"],
        Note = "key '7' was not delivered: the mains is off",
        Slips =
        [
            new Slip("25.6 kWh", TokenNumber.Parse("12509402006490922762")),
            new Slip("test 4: the key revision", TokenNumber.Parse("18446744073843772416")),
            new Slip("code 1, reset", TokenNumber.Parse("50706080091858611454")),
        ],
        Keys = ["q quit", "0-9 digits", "Enter", "Backspace", "m mains", "l load of 2000 W", "+ ten minutes"],
    };

    [Fact]
    public void A_large_terminal_shows_all() => Assert.Equal(
        """
        HilBench meter on rig virtual, 0.00:00:04
          ┌──────────────────┐
          │ 10.0 kWh         │
          │                  │
          └──────────────────┘
          ○ low-credit   ● load   ○ fault
          mains on, load 0 W, stored: 10.0 kWh, key revision 1, load switch closed
          key '7' was not delivered: the mains is off
          1250 9402 0064 9092 2762   25.6 kWh
          1844 6744 0738 4377 2416   test 4: the key revision
          5070 6080 0918 5861 1454   code 1, reset

          q quit   0-9 digits   Enter   Backspace   m mains   l load of 2000 W
          + ten minutes
        """,
        Drawn(Picture, 80, 24));

    [Fact]
    public void A_small_terminal_shows_the_glass_first_and_the_tokens() => Assert.Equal(
        """
        ┌──────────────────┐
        │ 10.0 kWh         │
        │                  │
        └──────────────────┘
        key '7' was not delivered: the mains is
        off
        1250 9402 0064 9092 2762   25.6 kWh
        1844 6744 0738 4377 2416   test 4: the …
        5070 6080 0918 5861 1454   code 1, reset
        q quit   0-9 digits   Enter   Backspace
        """,
        Drawn(Picture, 40, 10));

    [Fact]
    public void A_tiny_terminal_gives_up_the_frame_before_the_digits_of_a_token() => Assert.Equal(
        """
        10.0 kWh

        12509402006490922762
        18446744073843772416
        q quit   0-9 digits
        """,
        Drawn(Picture with { Note = "" }, 20, 5));

    [Fact]
    public void No_terminal_is_too_small_for_the_picture_that_is_made_for_it()
    {
        for (var columns = 1; columns <= 100; columns++)
        {
            for (var rows = 1; rows <= 30; rows++)
            {
                var lines = Picture.Lines(columns, rows);
                Assert.InRange(lines.Count, 1, rows);
                Assert.All(lines, line => Assert.InRange(line.Length, 0, columns));
                if (columns >= 8 && rows >= 6) Assert.Contains(lines, line => line.Contains("10.0 kWh"));
            }
        }
    }

    private static string Drawn(MeterPicture picture, int columns, int rows) =>
        string.Join('\n', picture.Lines(columns, rows));
}
