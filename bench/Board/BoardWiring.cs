namespace HilBench.Board;

/// <summary>
/// Every pin of a meter board. The load switch is closed while its pin is high, so a dead board is open.
/// </summary>
public sealed record BoardWiring(KeypadWiring Keypad, LcdWiring Display, int LoadSwitch)
{
    /// <summary>The buzzer and the lamps on the front; most boards have none.</summary>
    public IndicatorWiring Indicators { get; init; } = IndicatorWiring.None;

    /// <summary>What is wrong with this wiring, or null.</summary>
    public string? Problem()
    {
        if (Keypad.Problem() is { } keypad) return $"keypad: {keypad}";
        if (Display.Problem() is { } display) return $"display: {display}";
        var twice = Pins().GroupBy(pin => pin).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null) return $"pin {twice.Key} is used twice";
        var shared = Chips().GroupBy(chip => chip.Address).FirstOrDefault(group => group.Count() > 1);
        return shared is null
            ? null
            : $"{string.Join(" and ", shared.Select(chip => chip.What))} cannot both answer to 0x{shared.Key:X2}";
    }

    /// <summary>Every pin of the processor that the board uses.</summary>
    public IReadOnlyList<int> Pins() => [.. Keypad.Inputs, .. Outputs()];

    /// <summary>The pins the board drives; the columns of the keypad are never anything but inputs.</summary>
    public IReadOnlyList<int> Outputs() => [.. Keypad.Outputs, .. Display.Pins, .. Others()];

    /// <summary>The driven pins that belong neither to the pad nor to the panel.</summary>
    public IReadOnlyList<int> Others() => [LoadSwitch, .. Indicators.Pins];

    /// <summary>The chips on I²C that the board needs, and what each is for.</summary>
    public IReadOnlyList<I2cChipPlace> Chips()
    {
        var chips = new List<I2cChipPlace>();
        if (Keypad.Expander is { } expander) chips.Add(new("the keypad's MCP23017", expander.Address));
        if (Display is { Segments: null, Backpack: { } backpack })
            chips.Add(new("the display's PCF8574", backpack.Address));
        if (Display.Segments is { } digits)
        {
            chips.Add(new("the left digits' HT16K33", digits.Left));
            chips.Add(new("the right digits' HT16K33", digits.Right));
        }

        return chips;
    }
}

/// <summary>A chip that must answer on I²C.</summary>
public sealed record I2cChipPlace(string What, int Address);
