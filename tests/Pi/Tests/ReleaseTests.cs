using HilBench.Board;

namespace HilBench.Pi.Tests;

/// <summary>
/// A busy computer delays the scanner, so the bench waits for it; otherwise two presses would become one.
/// </summary>
public sealed class ReleaseTests : IKeyContacts
{
    private static readonly TimeSpan SlowScan = TimeSpan.FromSeconds(3);
    private static readonly KeypadWiring Wiring =
        new([5, 6, 13, 19], [12, 16, 20], KeypadWiring.TelephonePad);

    private readonly List<string> _events = [];
    private readonly VmKeypad _keypad;
    private TimeSpan _now;
    private char? _closed;
    private (char Key, TimeSpan At)? _opened;

    public ReleaseTests() => _keypad = new VmKeypad(this, Wiring, () => _now, Wait, () => true);

    bool IKeyContacts.IsReleaseSeen => true;

    string? IKeyContacts.Excuse => null;

    bool IKeyContacts.MayErr => false;

    [Fact]
    public void The_same_key_is_pressed_again_only_when_the_scanner_has_seen_it_come_up()
    {
        _keypad.Press('7');
        _keypad.Press('7');
        Assert.Equal(["close 7", "seen 7", "open 7", "up 7", "close 7", "seen 7", "open 7", "up 7"], _events);
        Assert.All(_keypad.Log, receipt => Assert.True(receipt.IsDelivered));
    }

    void IKeyContacts.Close(char key)
    {
        _events.Add($"close {key}");
        _closed = key;
    }

    void IKeyContacts.Open(char key)
    {
        _events.Add($"open {key}");
        _opened = (key, _now);
    }

    /// <summary>The scanner sees a contact close at once and open late.</summary>
    private void Wait(TimeSpan time)
    {
        _now += time;
        if (_closed is { } key)
        {
            _closed = null;
            _events.Add($"seen {key}");
            _keypad.OnKeySeen(key, _now);
        }

        if (_opened is not { } opened || _now - opened.At < SlowScan) return;
        _opened = null;
        _events.Add($"up {opened.Key}");
        _keypad.OnKeyUp(opened.Key);
    }
}
