namespace HilBench.Tokens;

/// <summary>What a credit token credits: class 0 sub-classes 0–3, and 4–7 for the same services in currency.</summary>
public enum CreditService : byte
{
    /// <summary>Units of 0.1 kWh.</summary>
    Electricity = 0,

    /// <summary>Units of 0.1 m³.</summary>
    Water = 1,

    /// <summary>Units of 0.1 m³.</summary>
    Gas = 2,

    /// <summary>Units of 0.1 min.</summary>
    Time = 3,
}
