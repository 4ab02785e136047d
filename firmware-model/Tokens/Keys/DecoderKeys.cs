using System.Globalization;
using System.Text;

namespace HilBench.Tokens;

/// <summary>
/// Decoder key generation (IEC 62055-41 §6.5.3): what goes together, and the blocks that are enciphered. The algorithms
/// are in <see cref="DecoderKeyDeriver"/>.
/// </summary>
public static class DecoderKeys
{
    /// <exception cref="ArgumentException">The parts do not go together; the message says which.</exception>
    public static DecoderKey Derive(VendingKey vendingKey, KeyParameters parameters) =>
        TryDerive(vendingKey, parameters, out var key, out var reason) ? key : throw new ArgumentException(reason);

    public static bool TryDerive(
        VendingKey vendingKey, KeyParameters parameters, out DecoderKey key, out string? reason) =>
        new DecoderKeyDeriver(vendingKey).TryDerive(parameters, out key, out reason);

    /// <summary>The vending key size a derivation wants, in bits.</summary>
    public static int VendingKeyBits(KeyDerivation derivation) => derivation switch
    {
        KeyDerivation.Dkga02 => 64,
        KeyDerivation.Dkga03 => 128,
        KeyDerivation.Dkga04 => 160,
        _ => throw new ArgumentOutOfRangeException(nameof(derivation)),
    };

    internal static string? WhyNot(VendingKey vendingKey, KeyParameters parameters)
    {
        var name = $"DKGA0{(int)parameters.Derivation}";
        var wanted = VendingKeyBits(parameters.Derivation);
        if (vendingKey.Bits != wanted)
            return $"{name} takes a vending key of {wanted} bits ({wanted / 4} hex digits), not {vendingKey.Bits}";
        if (parameters.Derivation != KeyDerivation.Dkga04 && parameters.Algorithm == EncryptionAlgorithm.Ea11)
            return $"{name} makes 64-bit keys, EA11 needs 128: use DKGA04";
        return parameters is { Derivation: KeyDerivation.Dkga04, KeyType: KeyType.Dctk }
            ? "DKGA04 does not define a common key (key type 3)"
            : null;
    }

    internal static ulong InputBlock(KeyParameters parameters) =>
        parameters.Pan.PanBlock(parameters.KeyType) ^ ControlBlock(parameters);

    /// <summary>KT 1 digit, SGC 6, TI 2, KRN 1 as BCD, then FFFFFF.</summary>
    private static ulong ControlBlock(KeyParameters p)
    {
        var digits = ((ulong)p.KeyType * 1_000_000_000) + ((ulong)p.Sgc.Value * 1000)
            + ((ulong)p.Ti.Value * 10) + (ulong)p.Krn.Value;
        return (PackedDigits.Of(digits) << 24) | 0xFF_FFFF;
    }

    /// <summary>The 49 bytes of DKGA04: each ASCII field behind its length, the wanted bits at the end.</summary>
    internal static byte[] HmacBlock(KeyParameters p)
    {
        var block = new List<byte>(49) { 0x04 };
        Append(block, "04");
        Append(block, ((int)p.BaseDate % 100).ToString("D2", CultureInfo.InvariantCulture));
        Append(block, ((int)p.Algorithm).ToString("D2", CultureInfo.InvariantCulture));
        Append(block, p.Ti.ToString());
        block.Add(0x00);
        block.Add(0x04);
        Append(block, p.Sgc.ToString());
        Append(block, ((int)p.KeyType).ToString(CultureInfo.InvariantCulture));
        Append(block, p.Krn.ToString());
        Append(block, p.Pan.Digits);
        block.AddRange([0, 0, 0, (byte)(p.Algorithm == EncryptionAlgorithm.Ea07 ? 64 : 128)]);
        return [.. block];
    }

    private static void Append(List<byte> block, string field)
    {
        block.Add((byte)field.Length);
        block.AddRange(Encoding.ASCII.GetBytes(field));
    }
}
