namespace HilBench.Meter;

/// <summary>What a short code does.</summary>
public enum CodeAction
{
    /// <summary>It asks for a reading.</summary>
    None,

    /// <summary>It takes the emergency credit.</summary>
    EmergencyCredit,

    /// <summary>It puts the meter into service.</summary>
    Commission,
}
