namespace HilBench.Lots.Uploads;

/// <summary>What a column of an upload file can hold.</summary>
/// <param name="Name">As it is said in messages and on the command line.</param>
/// <param name="Allowed">What may stand in it, in words.</param>
/// <param name="Headers">Other names by which vending systems call it; letters and digits alone count.</param>
public sealed record UploadField(string Name, string Allowed, params string[] Headers)
{
    public static UploadField Meter { get; } = new(
        "meter number", "11 or 13 digits, or a PAN of 18", "meter", "meter no", "drn", "pan", "meter pan", "serial",
        "serial number", "meter serial number", "msno", "decoder reference number");

    public static UploadField SupplyGroup { get; } =
        new("supply group", "6 digits", "supply group code", "sgc", "sg");

    public static UploadField TariffIndex { get; } = new("tariff index", "2 digits, such as 01", "ti", "tariff");

    public static UploadField KeyRevision { get; } =
        new("key revision", "1 to 9", "krn", "key revision number", "key revision no", "revision");

    public static UploadField KeyType { get; } =
        new("key type", "0 (DITK), 1 (DDTK), 2 (DUTK) or 3 (DCTK)", "kt");

    public static UploadField BaseDate { get; } =
        new("base date", "1993, 2014 or 2035", "bdt", "base", "base date year", "token base date");

    public static UploadField KeyExpiry { get; } =
        new("key expiry", "0 to 255", "ken", "key expiry number", "key expiry no");

    public static IReadOnlyList<UploadField> All { get; } =
        [Meter, SupplyGroup, TariffIndex, KeyRevision, KeyType, BaseDate, KeyExpiry];

    /// <summary>Whether a header names it, whatever its case, blanks and signs.</summary>
    public bool IsNamed(string header)
    {
        var plain = Plain(header);
        return plain.Length > 0 && Headers.Append(Name).Any(one => Plain(one) == plain);
    }

    internal static string Plain(string header) =>
        string.Concat(header.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
}
