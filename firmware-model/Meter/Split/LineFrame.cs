using HilBench.Tokens;

namespace HilBench.Meter.Split;

/// <summary>What a frame on the line between the two units is for.</summary>
public enum FrameKind : byte
{
    /// <summary>Keypad unit: a whole token, or the keys of a short code.</summary>
    Entry = 0x01,

    /// <summary>Keypad unit: what is there to show?</summary>
    Ask = 0x02,

    /// <summary>Keypad unit: it has the picture of this number.</summary>
    Heard = 0x03,

    /// <summary>Measuring unit: what the customer is to see and hear.</summary>
    Picture = 0x11,

    /// <summary>Measuring unit: the frame was for another meter.</summary>
    NotMine = 0x12,
}

/// <summary>
/// One frame on the line between keypad unit and measuring unit. No maker publishes theirs, so this one is our own
/// (docs/hardware/split.md has it as a table): a start byte, the length of what follows it, the meter's number in BCD,
/// kind, number, body, and a checksum of all but the start byte.
/// </summary>
/// <param name="Meter">The number of the meter it is about, as the customer knows it: 11 or 13 digits.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="Number">
/// Which one it is, 1 to 255 and again: the keypad unit counts its frames, the measuring unit its pictures.
/// </param>
/// <param name="Body">What the kind needs.</param>
public sealed record LineFrame(string Meter, FrameKind Kind, byte Number, ReadOnlyMemory<byte> Body)
{
    public const byte Start = 0xA5;

    /// <summary>Room for any picture: four lines of twenty signs, three bytes each, and what goes with them.</summary>
    public const int MostBodyBytes = 260 - Overhead;

    /// <summary>Start, length, meter, kind, number and checksum.</summary>
    internal const int Overhead = LengthBytes + 1 + MeterBytes + 2 + CheckBytes;

    private const int LengthBytes = 2;
    private const int MeterBytes = 7;
    private const int CheckBytes = 2;
    private const int MeterAt = 1 + LengthBytes;
    private const int KindAt = MeterAt + MeterBytes;
    private const int BodyAt = KindAt + 2;
    private const byte Filler = 0xF;

    /// <summary>Everything from the start byte to the checksum.</summary>
    public byte[] Encode()
    {
        if (Body.Length > MostBodyBytes)
            throw new InvalidOperationException($"A frame holds {MostBodyBytes} bytes, not {Body.Length}.");
        var bytes = new byte[Overhead + Body.Length];
        bytes[0] = Start;
        Put(bytes.AsSpan(1), bytes.Length - 1 - LengthBytes);
        PutMeter(bytes.AsSpan(MeterAt, MeterBytes), Meter);
        bytes[KindAt] = (byte)Kind;
        bytes[KindAt + 1] = Number;
        Body.Span.CopyTo(bytes.AsSpan(BodyAt));
        Put(bytes.AsSpan(bytes.Length - CheckBytes), Crc16.Of(bytes.AsSpan(1, bytes.Length - 1 - CheckBytes)));
        return bytes;
    }

    /// <summary>How long the frame is that begins here; null = too little is there to know, 0 = it is none.</summary>
    public static int? LengthOf(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length == 0) return null;
        if (bytes[0] != Start) return 0;
        if (bytes.Length < 1 + LengthBytes) return null;
        var length = 1 + LengthBytes + ((bytes[1] << 8) | bytes[2]);
        return length is >= Overhead and <= Overhead + MostBodyBytes ? length : 0;
    }

    /// <summary>The frame in exactly these bytes; null when they are damaged.</summary>
    public static LineFrame? Decode(ReadOnlySpan<byte> bytes)
    {
        if (LengthOf(bytes) != bytes.Length) return null;
        var check = Crc16.Of(bytes[1..^CheckBytes]);
        if (bytes[^CheckBytes] != check >> 8 || bytes[^1] != (check & byte.MaxValue)) return null;
        return MeterIn(bytes.Slice(MeterAt, MeterBytes)) is { } meter
            ? new LineFrame(meter, (FrameKind)bytes[KindAt], bytes[KindAt + 1], bytes[BodyAt..^CheckBytes].ToArray())
            : null;
    }

    public override string ToString() => $"{Kind} {Number} for {Meter}, {Body.Length} bytes";

    private static void Put(Span<byte> at, int value) =>
        (at[0], at[1]) = ((byte)(value >> 8), (byte)(value & byte.MaxValue));

    /// <summary>Two digits in a byte; F fills what an eleven-digit number leaves free at the end.</summary>
    internal static void PutMeter(Span<byte> at, string meter)
    {
        for (var i = 0; i < at.Length * 2; i++)
        {
            var digit = i < meter.Length ? (byte)(meter[i] - '0') : Filler;
            at[i / 2] = (byte)(i % 2 == 0 ? digit << 4 : at[i / 2] | digit);
        }
    }

    internal static string? MeterIn(ReadOnlySpan<byte> bytes)
    {
        var digits = "";
        for (var i = 0; i < bytes.Length * 2; i++)
        {
            var digit = i % 2 == 0 ? bytes[i / 2] >> 4 : bytes[i / 2] & Filler;
            if (digit == Filler) break;
            if (digit > 9) return null;
            digits += (char)('0' + digit);
        }

        return digits.Length is 11 or 13 ? digits : null;
    }
}
