namespace HilBench.Chips;

/// <summary>What has become of the contact of a relay.</summary>
public enum ContactCondition
{
    Sound,

    /// <summary>It stays closed, whatever the coil does.</summary>
    Welded,

    /// <summary>It stays open: burnt, or its wire is broken.</summary>
    Dead,
}
