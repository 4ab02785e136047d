namespace HilBench.Tokens;

/// <summary>
/// Everything but the vending key that goes into a decoder key, and the base date that key counts from.
/// </summary>
public sealed record KeyParameters(
    MeterPan Pan,
    SupplyGroupCode Sgc,
    TariffIndex Ti,
    KeyRevision Krn,
    KeyType KeyType,
    BaseDate BaseDate,
    EncryptionAlgorithm Algorithm,
    KeyDerivation Derivation);
