using HilBench.Tokens;

namespace HilBench.Meter.Split;

/// <summary>The one thing a keypad unit keeps without batteries: the number of its meter.</summary>
public static class PairingRecord
{
    public const int Bytes = 16;

    private const byte Mark = 0x50;
    private const int MeterBytes = 7;
    private const int CheckAt = Bytes - 2;

    /// <summary>The record; an empty number is that of a unit without a meter.</summary>
    public static byte[] Encode(string meter)
    {
        var bytes = new byte[Bytes];
        bytes[0] = Mark;
        LineFrame.PutMeter(bytes.AsSpan(1, MeterBytes), meter);
        var check = Crc16.Of(bytes.AsSpan(0, CheckAt));
        (bytes[CheckAt], bytes[CheckAt + 1]) = ((byte)(check >> 8), (byte)(check & byte.MaxValue));
        return bytes;
    }

    /// <summary>The meter's number; empty = none, or a record that cannot be believed.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Bytes || bytes[0] != Mark) return "";
        var check = Crc16.Of(bytes[..CheckAt]);
        if (bytes[CheckAt] != check >> 8 || bytes[CheckAt + 1] != (check & byte.MaxValue)) return "";
        return LineFrame.MeterIn(bytes.Slice(1, MeterBytes)) ?? "";
    }
}
