using System.Security.Cryptography;

namespace HilBench.Tokens;

/// <summary>
/// The secret of a vending station: 64 bits for DKGA02, 128 for DKGA03, 160 for DKGA04. Printing it shows its size
/// only. A meter never holds one.
/// </summary>
public sealed class VendingKey
{
    private readonly byte[] _bytes;

    private VendingKey(byte[] bytes) => _bytes = bytes;

    public int Bits => _bytes.Length * 8;

    public ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>16, 32 or 40 hex digits of either case; otherwise false, and the reason says what is wrong.</summary>
    public static bool TryParse(string hex, out VendingKey? key, out string? reason)
    {
        key = null;
        reason = hex.Length is not (16 or 32 or 40)
            ? $"a vending key has 16, 32 or 40 hex digits, not {hex.Length}"
            : hex.AsSpan().ContainsAnyExcept("0123456789abcdefABCDEF")
                ? "a vending key has hex digits only"
                : null;
        if (reason is not null)
            return false;

        key = new VendingKey(Convert.FromHexString(hex));
        return true;
    }

    public static VendingKey Parse(string hex) =>
        TryParse(hex, out var key, out var reason) ? key! : throw new FormatException(reason);

    public bool SameAs(VendingKey other) => CryptographicOperations.FixedTimeEquals(_bytes, other._bytes);

    public override string ToString() => $"{Bits}-bit vending key";
}
