namespace HilBench.Chips;

/// <summary>What can be broken about a panel, and what comes of it.</summary>
public sealed partial class Hd44780
{
    // ---- faults: what comes of them is not the firmware's misuse --------------------------------------------

    /// <summary>
    /// The plug is out: the glass is dark, and what is sent is lost. Strikes when something is sent. A panel that is
    /// plugged in again has just got its supply, and waits to be initialised.
    /// </summary>
    public Defect? Unplugged
    {
        get => _unplugged;
        set
        {
            bool wasOut = _unplugged is not null;
            _unplugged = value;
            if (wasOut && value is null && IsPowered) PowerOn();
            _isSpoilt = true;
            GlassTouched();
        }
    }

    /// <summary>A data line of the panel has one level for ever: strikes when it should have had the other.</summary>
    public (int Line, bool IsHigh, Defect Defect)? StuckLine
    {
        get => _stuckLine;
        set
        {
            _stuckLine = value;
            _isSpoilt |= value is not null;
        }
    }

    /// <summary>Pulses of E that do not reach the panel: strikes at each.</summary>
    public Defect? LostPulses
    {
        get => _lostPulses;
        set
        {
            _lostPulses = value;
            _isSpoilt |= value is not null;
        }
    }

    /// <summary>
    /// The panel's own clock runs at another speed, from now on. The defect strikes with the first instruction that
    /// takes its time by it. What the firmware sends too early is its own misuse, as ever.
    /// </summary>
    public void Retime(int kilohertz, Defect? defect = null) =>
        (Timing, _retimed) = (Timing with { OscillatorKHz = kilohertz }, defect);

    // ---- what comes of them ---------------------------------------------------------------------------------

    private bool SenseData(int pin)
    {
        bool high = _header.Sense(pin);
        if (_stuckLine is not { } stuck || pin != _data[stuck.Line - (8 - _data.Length)] || high == stuck.IsHigh)
            return high;
        return stuck.Defect.Strike() ? stuck.IsHigh : high;
    }

    private bool IsUnplugged(bool rising)
    {
        if (Unplugged is null) return false;
        if (rising) Unplugged.Strike();
        return true;
    }

    /// <summary>What a broken panel makes of good signals is no misuse.</summary>
    private void Misused(string what, string rule)
    {
        if (!_isSpoilt) Report(what, rule);
    }

    // ---- state ----------------------------------------------------------------------------------------------

    private Defect? _unplugged;
    private Defect? _lostPulses;
    private Defect? _retimed;
    private (int Line, bool IsHigh, Defect Defect)? _stuckLine;

    /// <summary>It was broken since its supply came, so what it holds is not what the firmware sent.</summary>
    private bool _isSpoilt;
}
