using System.Device.Gpio;
using HilBench.Board;
using HilBench.Physical;
using HilBench.Roles;

namespace HilBench.Pi.Tests;

/// <summary>
/// Keys pressed outside an emulated Pi, seen by the meter's own scanner. Time is the guest's and only passes when the
/// scanner is asked for its next scan.
/// </summary>
public class OutsidePadTests
{
    private static readonly KeypadWiring Wiring = new GpioRigSettings().Wiring.Keypad;

    /// <summary>The times of tests/Pi/pi3b/rig.json.</summary>
    private static readonly KeypadTiming Timing = new()
    {
        Idle = KeypadIdle.Poll,
        IdlePoll = TimeSpan.FromMilliseconds(40),
        Debounce = TimeSpan.FromMilliseconds(150),
        RowSettle = TimeSpan.FromMilliseconds(10),
    };

    [Fact]
    public void Every_key_pressed_outside_is_the_key_the_meters_scanner_reports()
    {
        var (keypad, _) = Rig(() => false);
        foreach (var key in keypad.Keys) Assert.True(keypad.Press(key).IsDelivered);
        Assert.Equal(keypad.Keys, string.Concat(keypad.Log.Select(receipt => receipt.Key)));
    }

    [Fact]
    public void A_bench_that_answers_in_time_counts_no_late_read()
    {
        var (keypad, pad) = Rig(() => false);
        keypad.Press('8');
        Assert.True(pad.Reads > 0);
        Assert.Equal(0, pad.LateReads);
        Assert.Null(pad.Excuse);
    }

    [Fact]
    public void A_bench_that_never_answers_delivers_no_key_and_says_why()
    {
        var isDead = false;
        var (keypad, pad) = Rig(() => isDead);
        keypad.Press('1');
        isDead = true;
        var lost = Assert.Throws<StimulusNotDeliveredException>(() => keypad.Press('8'));
        Assert.Contains("reported no key", lost.Message);
        Assert.Contains("before the bench's answer", lost.Message);
        Assert.False(keypad.Log[^1].IsDelivered);
        Assert.True(pad.LateReads > 0);
    }

    [Theory]
    [InlineData(0.02, false)]
    [InlineData(0.4, false)]
    [InlineData(0.9, true)]
    [InlineData(0.98, true)]
    public void However_late_the_bench_answers_a_press_is_the_right_key_or_not_delivered(
        double lateness, bool someAreLost)
    {
        var random = new Random(4);
        var scanned = new List<char>();
        var outcomes = new List<bool>();
        var (keypad, _) = Rig(() => random.NextDouble() < lateness, scanned);
        foreach (var key in "5190#3786*24")
        {
            scanned.Clear();
            var isDelivered = true;
            try
            {
                keypad.Press(key);
                keypad.DemandNoStray();
            }
            catch (StimulusNotDeliveredException)
            {
                isDelivered = false;
            }

            outcomes.Add(isDelivered);
            if (isDelivered) Assert.Equal([key], scanned);
        }

        Assert.Equal(someAreLost, outcomes.Contains(false));
    }

    [Fact]
    public void A_key_that_nobody_pressed_spoils_the_scenario()
    {
        var (keypad, _) = Rig(() => false);
        keypad.Press('1');
        keypad.DemandNoStray();
        keypad.OnKeySeen('4', TimeSpan.FromSeconds(9));
        var stray = Assert.Throws<StimulusNotDeliveredException>(keypad.DemandNoStray);
        Assert.Contains("'4'", stray.Message);
    }

    private static (VmKeypad Keypad, OutsidePad Pad) Rig(Func<bool> isLate, List<char>? scanned = null)
    {
        var pi = new PiDouble(isLate);
        var pad = pi.Pad = new OutsidePad(Wiring, pi.Socket);
        var scanner = new KeypadScanner(new GpioController(pi), Wiring, pi, Timing);
        VmKeypad? keypad = null;
        scanner.KeyPressed += (key, at) =>
        {
            scanned?.Add(key);
            keypad!.OnKeySeen(key, at);
        };
        scanner.KeyReleased += key => keypad!.OnKeyUp(key);
        keypad = new VmKeypad(pad, Wiring, () => pi.Now, Scan, () => true);
        return (keypad, pad);

        void Scan(TimeSpan duration)
        {
            var end = pi.Now + duration;
            while (scanner.Due <= end)
            {
                if (scanner.Due > pi.Now) pi.Wait(scanner.Due - pi.Now);
                scanner.Step(pi.Now);
            }

            if (end > pi.Now) pi.Wait(end - pi.Now);
        }
    }
}
