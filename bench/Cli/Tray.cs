using System.Globalization;
using HilBench.Roles;
using HilBench.Scenarios.World;
using HilBench.Tokens;
using HilBench.Vending;

namespace HilBench.Cli;

/// <summary>The tokens that lie beside a meter to be tried: what its owner would have had in 2024.</summary>
internal static class Tray
{
    public static IReadOnlyList<Slip> For(RigPlan plan)
    {
        var meter = MeterCommand.Sample(plan);
        var station = new VendingStation(plan.Tables, plan.Seed);
        var next = meter.Key with { Krn = meter.Revision.Next(), BaseDate = BaseDate.Year2014 };
        var codes = station.KeyChange(meter.Key, next, KeyExpiry.Never, rollOver: true);
        return
        [
            Bought(plan, station, meter.Key, "25.6", ""),
            new Slip("test 4: the key revision", VendingStation.Test(4)),
            new Slip("code 1, reset", codes[0]),
            new Slip("code 2, update", codes[1]),
            Bought(plan, station, next, "40.0", ", after the update"),
        ];
    }

    /// <summary>A meter that counts money gets a token in money; it would refuse one in kWh.</summary>
    private static Slip Bought(RigPlan plan, VendingStation station, KeyParameters key, string amount, string when)
    {
        if (!plan.Profile.Accounting.IsCurrency)
        {
            var energy = EnergyAmount.FromKwh(decimal.Parse(amount, CultureInfo.InvariantCulture));
            return new Slip($"{energy}{when}", station.Credit(key, energy, Bench.Begins).Number);
        }

        var money = MoneyAmount.Parse(amount);
        var sold = station.Currency(key, CreditService.Electricity, money.Units, Bench.Begins);
        return new Slip($"{money} in money{when}", sold.Number);
    }
}
