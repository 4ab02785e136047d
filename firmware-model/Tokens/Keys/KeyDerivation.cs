namespace HilBench.Tokens;

/// <summary>
/// How a decoder key comes from a vending key (IEC 62055-41 §6.5.3). DKGA01 is withdrawn and refused by name where
/// it is read.
/// </summary>
public enum KeyDerivation : byte
{
    /// <summary>DES under a 64-bit vending key.</summary>
    Dkga02 = 2,

    /// <summary>Two-key triple DES under a 128-bit vending key; withdrawn in Edition 3.</summary>
    Dkga03 = 3,

    /// <summary>HMAC-SHA-256 under a 160-bit vending key.</summary>
    Dkga04 = 4,
}
