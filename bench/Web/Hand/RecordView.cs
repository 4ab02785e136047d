using System.Globalization;
using HilBench.Meter;

namespace HilBench.Web.Hand;

/// <summary>The stored record of the meter in words. Keys are not in it.</summary>
internal sealed record RecordView
{
    public required long Sequence { get; init; }

    public required string Credit { get; init; }

    /// <summary>The sentence that says so; it is what a click on it adds.</summary>
    public required string CreditSentence { get; init; }

    public required string KeyRevision { get; init; }

    public required string KeyType { get; init; }

    public required string KeyExpiry { get; init; }

    public required string TariffIndex { get; init; }

    public required string SupplyGroup { get; init; }

    public required string MeterNumber { get; init; }

    public required bool IsSwitchClosed { get; init; }

    public required string PowerLimit { get; init; }

    public required bool IsTamperLatched { get; init; }

    public required string Delivered { get; init; }

    public required int Tids { get; init; }

    public static RecordView? Of(StoredRecord? record, MeterProfile profile)
    {
        if (record is null) return null;
        var registers = record.Registers;
        var accounting = profile.Accounting;
        var credit = accounting.Text(registers.Credit.UnitsIn(accounting.Scale));
        return new RecordView
        {
            Sequence = record.Sequence,
            Credit = credit,
            CreditSentence = Expectations.CreditSentence(credit, accounting.IsCurrency),
            KeyRevision = registers.Key.Revision.ToString(),
            KeyType = registers.Key.Type.ToString().ToUpperInvariant(),
            KeyExpiry = registers.Key.Expiry.ToString(),
            TariffIndex = registers.Key.TariffIndex.ToString(),
            SupplyGroup = registers.Key.SupplyGroup.ToString(),
            MeterNumber = registers.Pan.ToString(),
            IsSwitchClosed = registers.LoadSwitch == LoadSwitchPosition.Closed,
            PowerLimit = registers.MaximumPower?.ToString() ?? "–",
            IsTamperLatched = registers.TamperLatched,
            Delivered = DeliveredOf(registers.DeliveredMillijoules),
            Tids = registers.Tids.Entries.Length,
        };
    }

    private static string DeliveredOf(Int128 millijoules)
    {
        const int millijoulesPerThousandthOfAKwh = 3_600_000;
        var thousandths = (decimal)(millijoules / millijoulesPerThousandthOfAKwh);
        return string.Create(CultureInfo.InvariantCulture, $"{thousandths / 1000:0.000} kWh");
    }
}
