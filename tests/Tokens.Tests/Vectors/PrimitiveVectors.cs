using System.Buffers.Binary;
using System.Globalization;
using HilBench.TestKit.Vectors;
using Org.BouncyCastle.Crypto.Engines;
using Org.BouncyCastle.Crypto.Parameters;

namespace HilBench.Tokens.Tests.Vectors;

/// <summary>Single blocks, a CRC, and the worked example of the standard.</summary>
internal static class PrimitiveVectors
{
    public static void Check(BlockCase c)
    {
        var (plain, cipher) = (Hex.U64(c.Plain), Hex.U64(c.Cipher));
        if (c.Kind == "des")
        {
            Assert.Equal(cipher, Des(plain, Convert.FromHexString(c.Key)));
            return;
        }

        Assert.Equal("misty1", c.Kind);
        Assert.Equal(cipher, Misty1.Encipher(plain, Hex.U128(c.Key)));
        Assert.Equal(plain, Misty1.Decipher(cipher, Hex.U128(c.Key)));
    }

    public static void Check(CrcCase c) =>
        Assert.Equal(c.Crc, Crc16.Of(Convert.FromHexString(c.Input)).ToString("x4", CultureInfo.InvariantCulture));

    public static void Check(StaBlockCase c)
    {
        var (key, clear, cipher) = (Hex.U64(c.DecoderKey), Hex.U64(c.DataBlock), Hex.U64(c.CipherBlock));
        Assert.Equal(cipher, Sta.Encipher(clear, key, StaTables.Sample));
        Assert.Equal(clear, Sta.Decipher(cipher, key, StaTables.Sample));

        var number = new TokenNumber(Hex.U128(c.TokenBits));
        Assert.Equal(c.Token, number.ToString());
        Assert.Equal(number, TokenNumber.FromBlock(number.Class, cipher));
        Assert.Equal(cipher, number.Block);
    }

    /// <summary>The library DES that DKGA02 stands on, as DKGA02 calls it.</summary>
    private static ulong Des(ulong plain, byte[] key)
    {
        var engine = new DesEngine();
        engine.Init(forEncryption: true, new KeyParameter(key));
        var block = new byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(block, plain);
        engine.ProcessBlock(block, 0, block, 0);
        return BinaryPrimitives.ReadUInt64BigEndian(block);
    }
}
