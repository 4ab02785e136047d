namespace HilBench.Lots.Uploads;

/// <summary>The kinds by which findings are counted, in the order of the summary.</summary>
public static class UploadKinds
{
    public const string Columns = "columns";

    /// <summary>A quote takes the lines after it for one field: none of them was checked.</summary>
    public const string Quote = "quote";

    public const string MeterNumber = "meter-number";
    public const string CheckDigit = "check-digit";
    public const string Duplicate = "duplicate";
    public const string SupplyGroup = "supply-group";
    public const string TariffIndex = "tariff-index";
    public const string KeyRevision = "key-revision";
    public const string KeyType = "key-type";
    public const string BaseDate = "base-date";
    public const string KeyExpiry = "key-expiry";

    /// <summary>A warning: one revision of a supply group with several base dates.</summary>
    public const string RevisionAndBaseDate = "revision-and-base-date";

    public static IReadOnlyList<string> All { get; } =
    [
        Columns, Quote, MeterNumber, CheckDigit, Duplicate, SupplyGroup, TariffIndex, KeyRevision, KeyType, BaseDate,
        KeyExpiry, RevisionAndBaseDate,
    ];
}
