using HilBench.Meter;
using HilBench.Roles;
using HilBench.Scenarios.World;
using HilBench.Tokens;
using Reqnroll;

namespace HilBench.Scenarios.Steps;

/// <summary>What the meter's memory says of its key, its limits and the energy it has delivered.</summary>
[Binding]
[Needs(Capability.Record)]
public sealed class KeySteps(Bench bench, Vendor vendor, Witness witness)
{
    /// <summary>
    /// No meter learns its base date: the scenario speaks of the key that it has with this one.
    /// </summary>
    [Then("the base date is {int}")]
    public void ThenTheBaseDateIs(BaseDate baseDate)
    {
        switch (vendor.BaseDatesOf(Stored().Key.Decoder))
        {
            case []:
                throw new MeterWrongException("the meter has a key that the scenario does not speak of");
            case [var known] when known != baseDate:
                throw new MeterWrongException($"the base date is {(int)known}, not {(int)baseDate}");
            case [_]:
                return;
            case var several:
                throw new FeatureMistakeException(
                    "the scenario speaks of the meter's key with the base dates "
                    + $"{string.Join(" and ", several.Select(one => (int)one))}, so nobody can tell which it is");
        }
    }

    [Then("the key type is {word}")]
    public void ThenTheKeyTypeIs(KeyType type) =>
        Compare("key type", Word(Stored().Key.Type), Word(type));

    [Then("the supply group is {word}")]
    public void ThenTheSupplyGroupIs(SupplyGroupCode group) =>
        Compare("supply group", Stored().Key.SupplyGroup.ToString(), group.ToString());

    [Then("the tariff index is {word}")]
    public void ThenTheTariffIndexIs(TariffIndex index) =>
        Compare("tariff index", Stored().Key.TariffIndex.ToString(), index.ToString());

    [Then("the power limit is {int} W")]
    public void ThenThePowerLimitIs(Watts limit)
    {
        var stored = Stored().MaximumPower;
        if (stored == limit) return;
        throw new MeterWrongException(stored is { } other
            ? $"the power limit is {other.Value} W, not {limit.Value} W{bench.Tray.Rounding}"
            : $"the meter has no power limit, not one of {limit.Value} W");
    }

    /// <summary>Since the meter was made; what the display has no room for is counted all the same.</summary>
    [Then("the energy delivered is {decimal} kWh")]
    public void ThenTheEnergyDeliveredIs(EnergyAmount energy)
    {
        var millijoules = Stored().DeliveredMillijoules;
        var tenths = (long)(millijoules / (CreditRegister.MillijoulesPerWattHour * WattHoursPerTenth));
        var step = Math.Max(bench.Profile.SaveEveryWattHours / WattHoursPerTenth, 1) - 1;
        if (energy.TenthsOfKwh >= tenths && energy.TenthsOfKwh <= tenths + step) return;
        throw new MeterWrongException(
            $"the energy delivered is {new EnergyAmount(tenths)}, not {energy}", seen: witness.Now);
    }

    private const int WattHoursPerTenth = 100;

    private static void Compare(string what, string stored, string wanted)
    {
        if (stored != wanted) throw new MeterWrongException($"the {what} is {stored}, not {wanted}");
    }

    private static string Word(KeyType type) => type.ToString().ToUpperInvariant();

    private MeterRegisters Stored() => bench.Build().Stored?.Registers
        ?? throw new MeterWrongException("the meter has no stored record that can be read", seen: witness.Now);
}
