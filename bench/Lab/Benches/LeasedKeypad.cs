using HilBench.Roles;

namespace HilBench.Lab.Benches;

/// <summary>A keypad that takes no presses of somebody whose lease is over; a key that is down may be let go.</summary>
internal sealed class LeasedKeypad(IKeypad keypad, Action demand) : IKeypad
{
    public string Keys => keypad.Keys;

    public IReadOnlyList<PressReceipt> Log => keypad.Log;

    public PressReceipt Press(char key)
    {
        demand();
        return keypad.Press(key);
    }

    public PressReceipt Press(char key, TimeSpan hold, TimeSpan gap)
    {
        demand();
        return keypad.Press(key, hold, gap);
    }

    public IReadOnlyList<PressReceipt> PressTogether(string keys)
    {
        demand();
        return keypad.PressTogether(keys);
    }

    public PressReceipt HoldDown(char key)
    {
        demand();
        return keypad.HoldDown(key);
    }

    public void SetBounce(TimeSpan longest)
    {
        demand();
        keypad.SetBounce(longest);
    }

    public void LetGo(char key) => keypad.LetGo(key);
}
