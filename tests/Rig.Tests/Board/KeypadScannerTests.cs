using CsCheck;
using HilBench.Board;
using HilBench.Chips;

namespace HilBench.Rig.Tests.Board;

public class KeypadScannerTests
{
    private const string AllKeys = "123456789*0#";

    private static readonly TimeSpan Hold = TimeSpan.FromMilliseconds(100);

    public static TheoryData<KeypadIdle> Idles => new(KeypadIdle.Edges, KeypadIdle.Poll);

    [Theory]
    [MemberData(nameof(Idles))]
    public void One_press_is_one_digit_for_any_seed_of_the_bounce(KeypadIdle idle) =>
        Gen.Select(Gen.ULong, Gen.Char[AllKeys], Gen.Int[0, 15], Gen.Int[0, 12]).Sample((seed, key, longest, flips) =>
        {
            var bench = new PinBench(seed);
            var pad = bench.Keypad(new BounceProfile(TimeSpan.FromMilliseconds(longest), longest == 0 ? 0 : flips));
            var keys = Listen(bench, new KeypadTiming { Idle = idle });
            bench.WaitMs(25);
            pad.Press(key, bench.Now, Hold);
            bench.WaitMs(300);
            Assert.Equal(key.ToString(), keys.Pressed);
            Assert.Empty(bench.Circuit.Findings.All);
        }, iter: 300);

    [Theory]
    [MemberData(nameof(Idles))]
    public void A_real_second_press_is_a_second_digit(KeypadIdle idle) =>
        Gen.Select(Gen.ULong, Gen.String[Gen.Char[AllKeys], 1, 8], Gen.Int[45, 120]).Sample((seed, typed, gap) =>
        {
            var bench = new PinBench(seed);
            var pad = bench.Keypad();
            var keys = Listen(bench, new KeypadTiming { Idle = idle });
            foreach (var key in typed)
            {
                pad.Press(key, bench.Now, TimeSpan.FromMilliseconds(60));
                bench.WaitMs(60 + gap);
            }

            Assert.Equal(typed, keys.Pressed);
            Assert.Empty(bench.Circuit.Findings.All);
        }, iter: 100);

    [Fact]
    public void A_contact_that_closes_for_less_than_the_debounce_time_is_no_digit()
    {
        var bench = new PinBench();
        var pad = bench.Keypad(BounceProfile.None);
        var keys = Listen(bench);
        for (var ms = 1; ms < 20; ms++)
        {
            pad.Press('5', bench.Now, TimeSpan.FromMilliseconds(ms));
            bench.WaitMs(100);
        }

        Assert.Equal("", keys.Pressed);
    }

    [Fact]
    public void Any_keys_held_together_are_all_reported_or_refused_when_one_might_be_a_ghost() =>
        Gen.Char[AllKeys].HashSet[1, 5].Sample(held =>
        {
            var bench = new PinBench();
            var pad = bench.Keypad();
            var keys = Listen(bench);
            bench.WaitMs(1);
            foreach (var key in held) pad.Hold(key);
            bench.WaitMs(200);
            var expected = MightHoldAGhost(held) ? "" : string.Concat(held.Order());
            Assert.Equal(expected, string.Concat(keys.Pressed.Order()));
            Assert.Empty(bench.Circuit.Findings.All);
        }, iter: 200);

    [Fact]
    public void Three_corners_of_a_rectangle_are_three_digits_on_a_pad_with_diodes()
    {
        var bench = new PinBench();
        var pad = bench.Keypad(diodes: KeypadDiodes.ColumnToRow);
        var keys = Listen(bench);
        foreach (var key in "124") pad.Press(key, bench.Now, Hold);
        bench.WaitMs(300);
        Assert.Equal("124", string.Concat(keys.Pressed.Order()));
        Assert.Empty(bench.Circuit.Findings.All);
    }

    [Fact]
    public void When_a_ghost_resolves_the_keys_already_reported_are_not_reported_again()
    {
        var bench = new PinBench();
        var pad = bench.Keypad(BounceProfile.None);
        var keys = Listen(bench);
        pad.Hold('1');
        bench.WaitMs(100);
        pad.Hold('2');
        bench.WaitMs(100);
        pad.Hold('4');
        bench.WaitMs(100);
        Assert.Equal("12", keys.Pressed);
        pad.Release('4');
        bench.WaitMs(100);
        Assert.Equal("12", keys.Pressed);
        Assert.True(keys.Scanner.AmbiguousScans > 0);
    }

    [Fact]
    public void A_stuck_key_is_one_digit_and_one_report_while_every_other_key_still_reads()
    {
        foreach (var stuck in AllKeys)
        {
            var bench = new PinBench();
            var pad = bench.Keypad();
            var keys = Listen(bench);
            pad.Stick(stuck);
            bench.Wait(TimeSpan.FromSeconds(30));
            Assert.Equal($"{stuck}", keys.Pressed);
            Assert.Equal($"{stuck}", keys.Stuck);

            var others = AllKeys.Replace($"{stuck}", "", StringComparison.Ordinal);
            foreach (var key in others)
            {
                pad.Press(key, bench.Now, Hold);
                bench.WaitMs(200);
            }

            Assert.Equal(stuck + others, keys.Pressed);
            pad.Repair(stuck);
            bench.WaitMs(100);
            pad.Press(stuck, bench.Now, Hold);
            bench.WaitMs(200);
            Assert.Equal(stuck + others + stuck, keys.Pressed);
            Assert.Equal($"{stuck}", keys.Stuck);
        }
    }

    [Fact]
    public void A_key_that_was_down_before_power_came_is_seen()
    {
        var bench = new PinBench();
        bench.Keypad().Hold('7');
        var keys = Listen(bench);
        bench.WaitMs(100);
        Assert.Equal("7", keys.Pressed);
    }

    [Fact]
    public void An_idle_pad_with_edges_costs_one_scan_a_minute()
    {
        var bench = new PinBench();
        bench.Keypad();
        var (_, processor) = bench.Scanner();
        bench.Wait(TimeSpan.FromHours(1));
        Assert.InRange(processor.Steps, 60, 62);
    }

    [Fact]
    public void Two_keys_of_one_column_never_make_two_outputs_fight()
    {
        var bench = new PinBench();
        var pad = bench.Keypad();
        var keys = Listen(bench);
        foreach (var key in "258") pad.Press(key, bench.Now, Hold);
        bench.WaitMs(300);
        Assert.Equal("258", string.Concat(keys.Pressed.Order()));
        Assert.Empty(bench.Circuit.Findings.All);
    }

    private static Heard Listen(PinBench bench, KeypadTiming? timing = null) => new(bench.Scanner(timing).Scanner);

    /// <summary>
    /// Two keys in one row and another one in the column of one of them: three corners of a rectangle, or all four.
    /// </summary>
    private static bool MightHoldAGhost(HashSet<char> held)
    {
        (int Row, int Column)[] places = [.. held.Select(key => AllKeys.IndexOf(key)).Select(at => (at / 3, at % 3))];
        var joined = new HashSet<(int Row, int Column)>(places);
        for (var grew = true; grew;)
        {
            var ghosts = from a in joined.ToArray()
                         from b in joined.ToArray()
                         from c in joined.ToArray()
                         where a.Row == b.Row && b.Column == c.Column
                         select (c.Row, a.Column);
            grew = ghosts.ToArray().Count(joined.Add) > 0;
        }

        return joined.Any(a => joined.Any(b => a.Row != b.Row && a.Column != b.Column
            && joined.Contains((a.Row, b.Column)) && joined.Contains((b.Row, a.Column))));
    }

    private sealed class Heard
    {
        public Heard(KeypadScanner scanner)
        {
            Scanner = scanner;
            scanner.KeyPressed += (key, _) => Pressed += key;
            scanner.KeyStuck += (key, _) => Stuck += key;
        }

        public KeypadScanner Scanner { get; }

        public string Pressed { get; private set; } = "";

        public string Stuck { get; private set; } = "";
    }
}
