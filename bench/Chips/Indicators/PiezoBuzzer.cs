namespace HilBench.Chips;

/// <summary>
/// <b>Active buzzer</b>: a piezo disc with its own oscillator behind a transistor; it sounds while its pin is high.
/// <para>
/// Pins in: one, pulled low by the transistor's base resistor, so that a pin nobody drives is silence. It keeps what
/// was heard, for whoever listens, through power cuts.
/// </para>
/// <para><b>Not modelled:</b> pitch, loudness, the time a disc takes to swing up and down.</para>
/// </summary>
public sealed class PiezoBuzzer : Chip, IPinWatcher
{
    public PiezoBuzzer(CircuitBoard board, PinHeader header, int pin, string name = "buzzer")
        : base(board, name)
    {
        header.Pull(pin, PinPull.Down);
        header.Watch(pin, this);
    }

    /// <summary>Peek: every time it sounded, oldest first; the last may not have ended.</summary>
    public IReadOnlyList<Buzz> Heard => _heard;

    public bool IsSounding => _since is not null;

    /// <inheritdoc/>
    public override string Describe() => IsSounding ? "sounding" : "silent";

    /// <summary>Silence; what was heard was heard.</summary>
    public override void Reset() => Hush();

    void IPinWatcher.PinChanged(int pin, bool high)
    {
        if (!high) Hush();
        else if (IsPowered && !IsSounding) Begin();
    }

    protected override void PowerOn() => Hush();

    protected override void PowerOff() => Hush();

    private void Begin()
    {
        _since = Board.Time.Now;
        _heard.Add(new Buzz(Board.Time.Now, null));
    }

    private void Hush()
    {
        if (_since is not { } since) return;
        _heard[^1] = new Buzz(since, Board.Time.Now);
        _since = null;
    }

    private readonly List<Buzz> _heard = [];
    private TimeSpan? _since;
}

/// <summary>From when until when a buzzer sounded; <paramref name="Until"/> is null while it does.</summary>
public readonly record struct Buzz(TimeSpan From, TimeSpan? Until);
