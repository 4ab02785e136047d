namespace HilBench.Rig.Board;

/// <summary>
/// Every pin of a meter board. The load switch is closed while its pin is high, so a dead board is open.
/// </summary>
public sealed record BoardWiring(KeypadWiring Keypad, LcdWiring Display, int LoadSwitch)
{
    /// <summary>What is wrong with this wiring, or null.</summary>
    public string? Problem()
    {
        if (Keypad.Problem() is { } keypad) return $"keypad: {keypad}";
        if (Display.Problem() is { } display) return $"display: {display}";
        var twice = Pins().GroupBy(pin => pin).FirstOrDefault(group => group.Count() > 1);
        return twice is null ? null : $"pin {twice.Key} is used twice";
    }

    /// <summary>Every pin the board uses.</summary>
    public IReadOnlyList<int> Pins() => [.. Keypad.Columns, .. Outputs()];

    /// <summary>The pins the board drives; the columns of the keypad are never anything but inputs.</summary>
    public IReadOnlyList<int> Outputs()
    {
        List<int> pins = [.. Keypad.Rows, .. Display.Data];
        pins.AddRange([Display.RegisterSelect, Display.Enable, LoadSwitch]);
        if (Display.ReadWrite is { } readWrite) pins.Add(readWrite);
        return pins;
    }
}
