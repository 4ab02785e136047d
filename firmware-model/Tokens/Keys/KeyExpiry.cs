using System.Globalization;

namespace HilBench.Tokens;

/// <summary>The key expiry number, KEN, held against bits 23–16 of a token's TID. Equal is still valid.</summary>
public readonly record struct KeyExpiry(byte Value)
{
    public static KeyExpiry Never => new(255);

    public int HighNibble => Value >> 4;

    public int LowNibble => Value & 0xF;

    /// <summary>255 never expires by itself: no TID has a larger high byte.</summary>
    public bool IsExpiredAt(TokenIdentifier tid) => tid.HighByte > Value;

    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
