namespace HilBench.Chips;

/// <summary>
/// <b>LED</b> with its resistor between a pin and ground: lit while the pin is high.
/// <para>
/// Pins in: one, with a weak pull to ground, so that a pin nobody drives is dark. It counts how often it changed, so
/// that somebody who looks away for a moment can tell a lit lamp from a blinking one.
/// </para>
/// <para><b>Not modelled:</b> colour, brightness, current.</para>
/// </summary>
public sealed class IndicatorLed : Chip, IPinWatcher
{
    public IndicatorLed(CircuitBoard board, PinHeader header, int pin, string name = "LED")
        : base(board, name)
    {
        header.Pull(pin, PinPull.Down);
        header.Watch(pin, this);
    }

    public bool IsLit { get; private set; }

    /// <summary>Peek: how often it went on or off since the bench began.</summary>
    public long Changes { get; private set; }

    /// <inheritdoc/>
    public override string Describe() => IsLit ? "lit" : "dark";

    /// <summary>Dark until the pin rises.</summary>
    public override void Reset() => Turn(false);

    void IPinWatcher.PinChanged(int pin, bool high) => Turn(high && IsPowered);

    protected override void PowerOn() => Turn(false);

    protected override void PowerOff() => Turn(false);

    private void Turn(bool lit)
    {
        if (lit == IsLit) return;
        IsLit = lit;
        Changes++;
    }
}
