using System.Globalization;

namespace HilBench.Tokens;

/// <summary>
/// The meter's primary account number (IEC 62055-41 §6.1.2): 18 digits, IIN + DRN + a Luhn digit over the first 17.
/// IIN 600727 goes with an 11-digit DRN (maker 2, serial 8, Luhn), IIN 0000 with a 13-digit one (maker 4, serial 8,
/// Luhn). Other issuers are not modelled.
/// </summary>
public sealed record MeterPan
{
    public const int DigitCount = 18;

    private const int LongestTold = 40;
    private const string LongIin = "600727";
    private const string ShortIin = "0000";

    /// <summary>The digits as a number: a city of meters fits in a process.</summary>
    private readonly ulong _number;

    private MeterPan(string digits) =>
        _number = ulong.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    public string Digits => _number.ToString("D18", CultureInfo.InvariantCulture);

    public string Iin => Digits.StartsWith(LongIin, StringComparison.Ordinal) ? LongIin : ShortIin;

    /// <summary>The decoder reference number, which the customer knows as the meter number: 11 or 13 digits.</summary>
    public string Drn => Digits[Iin.Length..^1];

    /// <summary>Two digits in an 11-digit DRN, four in a 13-digit one.</summary>
    public int ManufacturerCode =>
        int.Parse(Drn.AsSpan(0, Drn.Length - 9), NumberStyles.None, CultureInfo.InvariantCulture);

    public bool HasFourDigitManufacturer => Iin == ShortIin;

    public static bool TryParse(string digits, out MeterPan? pan, out string? reason)
    {
        pan = null;
        reason = WhyNot(digits);
        if (reason is not null)
            return false;
        pan = new MeterPan(digits);
        return true;
    }

    public static MeterPan Parse(string digits) =>
        TryParse(digits, out var pan, out var reason) ? pan! : throw new FormatException(reason);

    /// <summary>
    /// Null when an 11- or 13-digit meter number stands by its own check digit, otherwise the reason.
    /// </summary>
    public static string? WhyNoDrn(string drn)
    {
        if (drn.Length is not (11 or 13) || !AllDigits(drn))
            return $"a meter number has 11 or 13 digits, not {Told(drn)}";
        var check = CheckDigit(drn.AsSpan(0, drn.Length - 1));
        return drn[^1] == check ? null : $"meter number {drn}: its check digit must be {check}, not {drn[^1]}";
    }

    /// <summary>The PAN of a meter number, with its IIN and check digit.</summary>
    public static MeterPan FromDrn(string drn)
    {
        if (WhyNoDrn(drn) is { } reason)
            throw new FormatException(reason);
        var body = (drn.Length == 11 ? LongIin : ShortIin) + drn;
        return new MeterPan(body + CheckDigit(body));
    }

    /// <summary>Digits 2–17 as BCD. For a common key (KT 3) the DRN digits are zeros: no meter in particular.</summary>
    public ulong PanBlock(KeyType keyType)
    {
        // Without the first digit and the last. Of a common key the IIN is left, and zeros stand behind it.
        var digits = _number / 10 % 10_000_000_000_000_000;
        return PackedDigits.Of(keyType != KeyType.Dctk
            ? digits
            : Iin == LongIin ? digits / 100_000_000_000 * 100_000_000_000 : 0);
    }

    /// <summary>The Luhn digit that belongs behind these digits.</summary>
    public static char CheckDigit(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)] - '0';
            if (i % 2 == 0)
                digit = digit > 4 ? (digit * 2) - 9 : digit * 2;
            sum += digit;
        }

        return (char)('0' + ((10 - (sum % 10)) % 10));
    }

    public override string ToString() => Digits;

    private static string? WhyNot(string digits)
    {
        if (digits.Length != DigitCount || !AllDigits(digits))
            return $"a PAN has {DigitCount} digits, not {Told(digits)}";

        var isLong = digits.StartsWith(LongIin, StringComparison.Ordinal);
        if (!isLong && !digits.StartsWith(ShortIin, StringComparison.Ordinal))
            return $"PAN {digits}: it must start with {LongIin} or {ShortIin}";

        var check = CheckDigit(digits.AsSpan(0, DigitCount - 1));
        if (digits[^1] != check)
            return $"PAN {digits}: its check digit must be {check}, not {digits[^1]}";
        return WhyNoDrn(isLong ? digits[6..^1] : digits[4..^1]) is { } reason ? $"PAN {digits}: {reason}" : null;
    }

    /// <summary>What was written instead; a long text by its length.</summary>
    private static string Told(string text) =>
        text.Length <= LongestTold ? $"\"{text}\"" : $"{text.Length} characters";

    private static bool AllDigits(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');
}
