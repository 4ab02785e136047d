using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Digests;
using Org.BouncyCastle.Crypto.Engines;
using Org.BouncyCastle.Crypto.Macs;
using Org.BouncyCastle.Crypto.Parameters;

namespace HilBench.Tokens;

/// <summary>
/// Decoder key generation (IEC 62055-41 §6.5.3). With D = PANBlock xor ControlBlock:
/// DKGA02 = DES_VK(D) xor D xor VK; DKGA03 = two-key triple DES(D) xor D; DKGA04 = the leftmost 64 or 128 bits of
/// HMAC-SHA-256(VK, data block). Not modelled: DKGA01, withdrawn.
/// </summary>
public static class DecoderKeys
{
    /// <exception cref="ArgumentException">The parts do not go together; the message says which.</exception>
    public static DecoderKey Derive(VendingKey vendingKey, KeyParameters parameters) =>
        TryDerive(vendingKey, parameters, out var key, out var reason) ? key : throw new ArgumentException(reason);

    public static bool TryDerive(
        VendingKey vendingKey, KeyParameters parameters, out DecoderKey key, out string? reason)
    {
        key = default;
        reason = WhyNot(vendingKey, parameters);
        if (reason is not null)
            return false;

        key = parameters.Derivation switch
        {
            KeyDerivation.Dkga02 => Dkga02(vendingKey, parameters),
            KeyDerivation.Dkga03 => Dkga03(vendingKey, parameters),
            _ => Dkga04(vendingKey, parameters),
        };
        return true;
    }

    /// <summary>The vending key size a derivation wants, in bits.</summary>
    public static int VendingKeyBits(KeyDerivation derivation) => derivation switch
    {
        KeyDerivation.Dkga02 => 64,
        KeyDerivation.Dkga03 => 128,
        KeyDerivation.Dkga04 => 160,
        _ => throw new ArgumentOutOfRangeException(nameof(derivation)),
    };

    private static string? WhyNot(VendingKey vendingKey, KeyParameters parameters)
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

    private static DecoderKey Dkga02(VendingKey vendingKey, KeyParameters parameters)
    {
        var d = InputBlock(parameters);
        var vk = BinaryPrimitives.ReadUInt64BigEndian(vendingKey.Bytes);
        return DecoderKey.Ea07(OneBlock(new DesEngine(), vendingKey, d) ^ d ^ vk);
    }

    private static DecoderKey Dkga03(VendingKey vendingKey, KeyParameters parameters)
    {
        var d = InputBlock(parameters);
        return DecoderKey.Ea07(OneBlock(new DesEdeEngine(), vendingKey, d) ^ d);
    }

    private static DecoderKey Dkga04(VendingKey vendingKey, KeyParameters parameters)
    {
        var hmac = new HMac(new Sha256Digest());
        hmac.Init(new KeyParameter(vendingKey.Bytes));
        hmac.BlockUpdate(HmacBlock(parameters));
        Span<byte> mac = stackalloc byte[32];
        hmac.DoFinal(mac);
        return parameters.Algorithm == EncryptionAlgorithm.Ea07
            ? DecoderKey.Ea07(BinaryPrimitives.ReadUInt64BigEndian(mac))
            : DecoderKey.Ea11(BinaryPrimitives.ReadUInt128BigEndian(mac));
    }

    private static ulong InputBlock(KeyParameters parameters) =>
        parameters.Pan.PanBlock(parameters.KeyType) ^ ControlBlock(parameters);

    /// <summary>KT 1 digit, SGC 6, TI 2, KRN 1 as BCD, then FFFFFF.</summary>
    private static ulong ControlBlock(KeyParameters p) =>
        ulong.Parse(
            $"{(int)p.KeyType}{p.Sgc}{p.Ti}{p.Krn}FFFFFF", NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static ulong OneBlock(IBlockCipher cipher, VendingKey vendingKey, ulong input)
    {
        Span<byte> block = stackalloc byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(block, input);
        cipher.Init(forEncryption: true, new KeyParameter(vendingKey.Bytes));
        cipher.ProcessBlock(block, block);
        return BinaryPrimitives.ReadUInt64BigEndian(block);
    }

    /// <summary>The 49 bytes of DKGA04: each ASCII field behind its length, the wanted bits at the end.</summary>
    private static byte[] HmacBlock(KeyParameters p)
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
