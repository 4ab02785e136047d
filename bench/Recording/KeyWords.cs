using System.Globalization;
using HilBench.Tokens;

namespace HilBench.Recording;

/// <summary>The key a meter is to have, by the numbers it is derived from; the vending key is not among them.</summary>
internal static class KeyWords
{
    private const int Parts = 8;

    public static string Of(KeyParameters key) => string.Create(CultureInfo.InvariantCulture,
        $"{key.Pan.Digits} {key.Sgc.Value} {key.Ti.Value} {key.Krn.Value} {(int)key.KeyType} {(int)key.BaseDate} "
        + $"{(int)key.Algorithm} {(int)key.Derivation}");

    /// <summary>Null when they are no such numbers.</summary>
    public static KeyParameters? Read(string words)
    {
        var parts = words.Split(' ');
        if (parts.Length != Parts) return null;
        var numbers = new int[Parts];
        for (var i = 1; i < Parts; i++)
        {
            if (!int.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i])) return null;
        }

        try
        {
            return new KeyParameters(
                MeterPan.Parse(parts[0]), new SupplyGroupCode(numbers[1]), new TariffIndex(numbers[2]),
                new KeyRevision(numbers[3]), (KeyType)numbers[4], (BaseDate)numbers[5],
                (EncryptionAlgorithm)numbers[6], (KeyDerivation)numbers[7]);
        }
        catch (Exception odd) when (odd is ArgumentException or FormatException)
        {
            return null;
        }
    }
}
