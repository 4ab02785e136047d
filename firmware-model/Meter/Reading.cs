namespace HilBench.Meter;

/// <summary>
/// What a meter can be asked to show. 1 to 18 are the tests of class 1 tokens by their numbers (docs/sts.md); the
/// others can be asked for by short codes only.
/// </summary>
public enum Reading
{
    LoadSwitch = 1,
    Display = 2,
    TotalEnergy = 3,
    KeyRevision = 4,
    TariffIndex = 5,
    InputDevice = 6,
    PowerLimit = 7,
    Tamper = 8,
    Power = 9,
    Software = 10,
    UnbalanceLimit = 11,
    WaterFactor = 12,
    TariffRate = 13,
    Encryption = 14,
    KeyChangeTokens = 15,
    SupplyGroup = 16,
    KeyExpiry = 17,
    MeterNumber = 18,
    Credit = 19,
    LastResult = 20,
    KeyRevisionAndType = 21,
    Voltage = 22,
    SwitchOperations = 23,
    OverVoltages = 24,
    UnderVoltages = 25,
    Overloads = 26,
    CoverOpenings = 27,
    SwitchFailures = 28,
    Owed = 29,
}
