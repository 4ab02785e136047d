namespace HilBench.Pi;

/// <summary>Which pins are outputs, by the kernel's log.</summary>
internal sealed class DrivenPins
{
    private readonly SortedDictionary<int, PinEvent> _modes = [];

    public IReadOnlyList<int> Now => [.. _modes.Where(pin => pin.Value == PinEvent.Output).Select(pin => pin.Key)];

    /// <summary>Pins that anybody has used since the supply came.</summary>
    public IReadOnlyCollection<int> Used => _modes.Keys;

    public void Take(PinRecord record)
    {
        if (record.Event <= PinEvent.Output) _modes[record.Pin] = record.Event;
    }

    /// <summary>The supply is gone.</summary>
    public void Forget() => _modes.Clear();
}
