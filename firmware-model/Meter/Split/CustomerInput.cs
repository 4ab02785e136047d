namespace HilBench.Meter.Split;

/// <summary>Everything that can happen to a keypad unit; time comes beside it.</summary>
public abstract record CustomerInput
{
    private CustomerInput()
    {
    }

    /// <summary>Its batteries are in; its memory has been read.</summary>
    public sealed record PowerUp(ReadOnlyMemory<byte> Pairing) : CustomerInput;

    /// <summary>One debounced press of the key with this legend.</summary>
    public sealed record KeyPressed(char Key) : CustomerInput;

    /// <summary>The scanner gave up on a key that never came back.</summary>
    public sealed record KeyStuck(char Key) : CustomerInput;

    /// <summary>A whole frame came over the line.</summary>
    public sealed record FrameHeard(LineFrame Frame) : CustomerInput;

    /// <summary>The batteries were measured.</summary>
    public sealed record BatteryMeasured(int Millivolts) : CustomerInput;

    /// <summary>An installer has paired it with this meter; empty = with none.</summary>
    public sealed record Paired(string Meter) : CustomerInput;

    /// <summary>The moment in <see cref="CustomerUnit.Due"/> has come.</summary>
    public sealed record TimePassed : CustomerInput;
}

/// <summary>What the board of a keypad unit must do, in the order given.</summary>
public abstract record CustomerEffect
{
    private CustomerEffect()
    {
    }

    /// <summary>Keep this record.</summary>
    public sealed record Save(ReadOnlyMemory<byte> Pairing) : CustomerEffect;

    public sealed record Send(LineFrame Frame) : CustomerEffect;

    public sealed record Show(DisplayText Text) : CustomerEffect;

    public sealed record Light(LedLights Leds) : CustomerEffect;

    public sealed record Sound(BeepPattern Pattern) : CustomerEffect;
}
