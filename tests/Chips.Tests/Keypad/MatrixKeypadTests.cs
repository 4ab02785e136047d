using System.Globalization;

namespace HilBench.Chips.Tests.Keypad;

public sealed class MatrixKeypadTests
{
    [Theory]
    [InlineData('1')]
    [InlineData('5')]
    [InlineData('9')]
    [InlineData('*')]
    [InlineData('#')]
    public void A_held_key_is_seen_alone_whichever_side_is_driven(char key)
    {
        var bench = new KeypadBench();
        bench.Keypad.Hold(key);
        Assert.Equal(key.ToString(), bench.Scan(driveRows: true));
        Assert.Equal(key.ToString(), bench.Scan(driveRows: false));
        bench.Keypad.Release(key);
        Assert.Equal("", bench.Scan());
        Assert.Empty(bench.Board.Findings.All);
    }

    [Fact]
    public void Three_corners_of_a_rectangle_show_the_fourth()
    {
        var bench = new KeypadBench();
        foreach (char key in "139") bench.Keypad.Hold(key);
        Assert.Equal("1379", bench.Scan());
        Assert.Equal("139", bench.Keypad.ClosedKeys);
    }

    [Theory]
    [InlineData(KeypadDiodes.ColumnToRow, true)]
    [InlineData(KeypadDiodes.RowToColumn, false)]
    public void With_diodes_pointing_the_right_way_there_is_no_ghost(KeypadDiodes diodes, bool driveRows)
    {
        var bench = new KeypadBench(diodes: diodes);
        foreach (char key in "139") bench.Keypad.Hold(key);
        Assert.Equal("139", bench.Scan(driveRows));
        Assert.Equal("", bench.Scan(!driveRows));
    }

    [Fact]
    public void A_scheduled_press_closes_and_opens_at_its_moments_and_not_before()
    {
        var bench = new KeypadBench(bounce: BounceProfile.None);
        KeyStroke stroke = bench.Keypad.Press('5', Ms(10), Ms(100));
        Assert.Equal(new KeyStroke('5', Ms(10), Ms(10), Ms(110), Ms(110)), stroke);
        Assert.False(bench.Keypad.IsClosed('5'));
        List<string> trace = bench.TraceOf('5', () => bench.Board.Time.Wait(Ms(500)));
        Assert.Equal(["100000 closed", "1100000 open"], trace);
    }

    [Fact]
    public void A_contact_chatters_within_its_profile_and_then_rests()
    {
        var flips = new HashSet<int>();
        for (ulong seed = 0; seed < 50; seed++)
        {
            var bench = new KeypadBench(seed);
            KeyStroke stroke = bench.Keypad.Press('5', Ms(10), Ms(100));
            var trace = bench.TraceOf('5', () => bench.Board.Time.Wait(Ms(500)));
            var moments = trace.Select(line => long.Parse(line.Split(' ')[0], CultureInfo.InvariantCulture)).ToList();
            flips.Add(trace.Count);
            Assert.Equal(Ms(10).Ticks, moments[0]);
            Assert.Equal(stroke.Rested.Ticks, moments[^1]);
            Assert.EndsWith("open", trace[^1], StringComparison.Ordinal);
            Assert.InRange(stroke.Settled, Ms(10), Ms(16));
            Assert.InRange(stroke.Rested, Ms(110), Ms(116));
            Assert.DoesNotContain(moments, at => at > stroke.Settled.Ticks && at < stroke.Up.Ticks);
            Assert.Equal(0, trace.Count % 2);
        }

        Assert.True(flips.Count > 3, "fifty seeds should chatter in more than three ways");
    }

    [Fact]
    public void A_press_shorter_than_the_chatter_still_ends_open()
    {
        for (ulong seed = 0; seed < 50; seed++)
        {
            var bench = new KeypadBench(seed);
            KeyStroke stroke = bench.Keypad.Press('5', Ms(0), Ms(2));
            Assert.True(stroke.Settled < stroke.Up);
            bench.Board.Time.Wait(Ms(50));
            Assert.False(bench.Keypad.IsClosed('5'));
        }
    }

    [Fact]
    public void The_same_seed_chatters_the_same_and_another_seed_differently()
    {
        Assert.Equal(Chatter(seed: 42), Chatter(seed: 42));
        Assert.NotEqual(Chatter(seed: 42), Chatter(seed: 43));
    }

    [Fact]
    public void A_stuck_key_stays_closed_until_it_is_repaired()
    {
        var bench = new KeypadBench();
        bench.Keypad.Press('5', Ms(0), Ms(100));
        bench.Board.Time.Wait(Ms(50));
        bench.Keypad.Stick('5');
        bench.Board.Time.Wait(Ms(500));
        Assert.Equal("5", bench.Scan());
        bench.Keypad.Repair('5');
        Assert.Equal("", bench.Scan());
    }

    [Fact]
    public void A_dead_key_never_makes_contact_and_the_others_do()
    {
        var bench = new KeypadBench();
        bench.Keypad.Deaden('5');
        bench.Keypad.Hold('5');
        bench.Keypad.Hold('8');
        Assert.Equal("8", bench.Scan());
    }

    [Fact]
    public void Keys_stay_closed_while_the_board_has_no_power()
    {
        var bench = new KeypadBench();
        bench.Keypad.Hold('5');
        bench.Board.Power.Fail();
        bench.Board.Power.Restore();
        Assert.Equal("5", bench.Scan());
    }

    [Fact]
    public void A_key_that_is_not_printed_is_refused_with_the_legend()
    {
        var bench = new KeypadBench();
        var refused = Assert.Throws<ArgumentException>(() => bench.Keypad.Hold('A'));
        Assert.Contains("123 / 456 / 789 / *0#", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Pins_that_do_not_match_the_legend_are_refused()
    {
        var board = new CircuitBoard(1);
        var header = new PinHeader(board);
        Assert.Throws<ArgumentException>(() => new MatrixKeypad(board, header, [0, 1, 2], [4, 5, 6]));
    }

    private static List<string> Chatter(ulong seed)
    {
        var bench = new KeypadBench(seed);
        for (int i = 0; i < 5; i++) bench.Keypad.Press('5', Ms(200 * i), Ms(100));
        return bench.TraceOf('5', () => bench.Board.Time.Wait(Ms(2_000)));
    }

    private static TimeSpan Ms(int milliseconds) => TimeSpan.FromMilliseconds(milliseconds);
}
