namespace HilBench.TokenPort;

/// <summary>The control characters of IEC 62056-21 (ISO 646), by the names the standard gives them.</summary>
public static class LineBytes
{
    public const byte Soh = 0x01;
    public const byte Stx = 0x02;
    public const byte Etx = 0x03;
    public const byte Ack = 0x06;
    public const byte LineFeed = 0x0A;
    public const byte CarriageReturn = 0x0D;
    public const byte Nak = 0x15;

    /// <summary>Begins a request and an identification.</summary>
    public const byte Slash = (byte)'/';

    /// <summary>A character is seven bits; a link sets the eighth when its parity was wrong.</summary>
    public const byte Damage = 0x80;

    /// <summary>Start bit, seven data bits, parity, stop bit: what one character costs on the line.</summary>
    public const int BitsPerCharacter = 10;

    /// <summary>How long so many characters are on the line.</summary>
    public static TimeSpan TimeOnLine(int characters, int baud) =>
        TimeSpan.FromTicks(characters * BitsPerCharacter * TimeSpan.TicksPerSecond / baud);

    /// <summary>Bytes for a message to a person: control characters by name, damaged ones in hex.</summary>
    public static string Describe(ReadOnlySpan<byte> bytes)
    {
        const int most = 60;
        var text = new System.Text.StringBuilder();
        foreach (var value in bytes[..Math.Min(bytes.Length, most)]) text.Append(Describe(value));
        return bytes.Length > most ? $"{text}… ({bytes.Length} bytes)" : text.ToString();
    }

    private static string Describe(byte value) => value switch
    {
        Soh => "<SOH>",
        Stx => "<STX>",
        Etx => "<ETX>",
        Ack => "<ACK>",
        Nak => "<NAK>",
        CarriageReturn => "<CR>",
        LineFeed => "<LF>",
        >= (byte)' ' and < 0x7F => ((char)value).ToString(),
        _ => $"<{value:X2}>",
    };
}
