namespace HilBench.Meter;

/// <summary>What a meter makes of its terminal cover being opened.</summary>
public enum CoverSense
{
    /// <summary>It has no switch there.</summary>
    None,

    /// <summary>It counts it and does nothing else.</summary>
    Counted,

    /// <summary>It is a tamper, as opening the meter is.</summary>
    Tamper,
}
