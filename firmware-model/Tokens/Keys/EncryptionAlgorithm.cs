namespace HilBench.Tokens;

/// <summary>
/// How tokens are enciphered (IEC 62055-41 §6.5.4). EA09 (DES) is withdrawn and refused by name where it is read.
/// </summary>
public enum EncryptionAlgorithm : byte
{
    /// <summary>The Standard Transfer Algorithm, 64-bit key; see <see cref="Sta"/>.</summary>
    Ea07 = 7,

    /// <summary>MISTY1, 128-bit key; see <see cref="Misty1"/>.</summary>
    Ea11 = 11,
}
