using System.Buffers.Binary;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Digests;
using Org.BouncyCastle.Crypto.Engines;
using Org.BouncyCastle.Crypto.Macs;
using Org.BouncyCastle.Crypto.Parameters;

namespace HilBench.Tokens;

/// <summary>
/// Derives decoder keys under one vending key, whose key schedule is made once, for one thread (IEC 62055-41 §6.5.3).
/// With D = PANBlock xor ControlBlock: DKGA02 = DES_VK(D) xor D xor VK; DKGA03 = two-key triple DES(D) xor D;
/// DKGA04 = the leftmost 64 or 128 bits of HMAC-SHA-256(VK, data block). Not modelled: DKGA01, withdrawn.
/// </summary>
public sealed class DecoderKeyDeriver(VendingKey vendingKey)
{
    private const int MacBytes = 32;

    private IBlockCipher? _des;
    private HMac? _mac;

    public bool TryDerive(KeyParameters parameters, out DecoderKey key, out string? reason)
    {
        key = default;
        reason = DecoderKeys.WhyNot(vendingKey, parameters);
        if (reason is not null)
            return false;

        key = parameters.Derivation switch
        {
            KeyDerivation.Dkga02 => Dkga02(parameters),
            KeyDerivation.Dkga03 => Dkga03(parameters),
            _ => Dkga04(parameters),
        };
        return true;
    }

    private DecoderKey Dkga02(KeyParameters parameters)
    {
        var d = DecoderKeys.InputBlock(parameters);
        var vk = BinaryPrimitives.ReadUInt64BigEndian(vendingKey.Bytes);
        return DecoderKey.Ea07(OneBlock(_des ??= Keyed(new DesEngine()), d) ^ d ^ vk);
    }

    private DecoderKey Dkga03(KeyParameters parameters)
    {
        var d = DecoderKeys.InputBlock(parameters);
        return DecoderKey.Ea07(OneBlock(_des ??= Keyed(new DesEdeEngine()), d) ^ d);
    }

    private DecoderKey Dkga04(KeyParameters parameters)
    {
        if (_mac is null)
        {
            _mac = new HMac(new Sha256Digest());
            _mac.Init(new KeyParameter(vendingKey.Bytes));
        }

        // After the result the code is keyed again and ready for the next block.
        _mac.BlockUpdate(DecoderKeys.HmacBlock(parameters));
        Span<byte> mac = stackalloc byte[MacBytes];
        _mac.DoFinal(mac);
        return parameters.Algorithm == EncryptionAlgorithm.Ea07
            ? DecoderKey.Ea07(BinaryPrimitives.ReadUInt64BigEndian(mac))
            : DecoderKey.Ea11(BinaryPrimitives.ReadUInt128BigEndian(mac));
    }

    private IBlockCipher Keyed(IBlockCipher cipher)
    {
        cipher.Init(forEncryption: true, new KeyParameter(vendingKey.Bytes));
        return cipher;
    }

    private static ulong OneBlock(IBlockCipher cipher, ulong input)
    {
        Span<byte> block = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64BigEndian(block, input);
        cipher.ProcessBlock(block, block);
        return BinaryPrimitives.ReadUInt64BigEndian(block);
    }
}
