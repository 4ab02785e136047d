using System.Globalization;
using System.Numerics;
using HilBench.Tokens;

namespace HilBench.Meter;

/// <summary>
/// The text of each reading, for test tokens (bit n−1 of their mask asks for test n) and short codes. Tests for things
/// this meter does not have (a water factor, a tariff rate of its own) show "none".
/// </summary>
internal static class Readings
{
    /// <summary>Tests 1 to 18; the rest of the mask is reserved.</summary>
    public const ulong KnownTests = (1UL << 18) - 1;

    private const string SoftwareVersion = "HilBench 0.1";

    /// <summary>Displays narrower than this say the long ones short.</summary>
    private const int WideEnough = 16;

    public static ulong WithoutFirst(ulong tests) => tests & (tests - 1);

    /// <summary>The reading that the lowest bit of a mask asks for.</summary>
    public static Reading First(ulong tests) => (Reading)(BitOperations.TrailingZeroCount(tests) + 1);

    public static string Text(Reading reading, MeterState state, MeterProfile profile)
    {
        if (state.Registers is not { } registers) return "";
        var isNarrow = profile.Display.Columns < WideEnough;
        var key = registers.Key;
        return reading switch
        {
            Reading.LoadSwitch => Switch(registers, isNarrow),
            Reading.Display => new string('8', profile.Display.Columns),
            Reading.TotalEnergy => Energy(registers, profile),
            Reading.KeyRevision when profile.KeyRevisionWording == KeyRevisionWording.RevisionAlone =>
                key.Revision.Value.ToString(CultureInfo.InvariantCulture),
            _ when CountedBy(reading) is { } what =>
                registers.Events[what].ToString(CultureInfo.InvariantCulture),
            Reading.Voltage => Mains(state.Mains ?? profile.Supply.Nominal, isNarrow),
            Reading.Owed => profile.Accounting.Text(registers.Owed.UnitsIn(profile.Accounting.Scale)),
            Reading.KeyRevision or Reading.KeyRevisionAndType => $"{key.Revision.Value}.{(int)key.Type}",
            Reading.TariffIndex => key.TariffIndex.ToString(),
            Reading.InputDevice => isNarrow ? "PAd" : "Keypad",
            Reading.PowerLimit => Limit(registers.MaximumPower, isNarrow),
            Reading.Tamper => isNarrow ? $"t {Bit(registers)}" : $"Tamper {Bit(registers)}",
            Reading.Power => Power(state.IsMetering ? state.Load : default, isNarrow),
            Reading.Software => isNarrow ? "0.1" : SoftwareVersion,
            Reading.UnbalanceLimit => Limit(registers.UnbalanceLimit, isNarrow),
            Reading.Encryption => key.Decoder.Algorithm == EncryptionAlgorithm.Ea07 ? "07" : "11",
            Reading.KeyChangeTokens => key.Decoder.Algorithm == EncryptionAlgorithm.Ea07 ? "2" : "4",
            Reading.SupplyGroup => key.SupplyGroup.ToString(),
            Reading.KeyExpiry => key.Expiry.Value.ToString(CultureInfo.InvariantCulture),
            Reading.MeterNumber => Fitting(registers.Pan.Drn, profile.Display.Columns),
            Reading.Credit => profile.Accounting.Text(registers.Credit.UnitsIn(profile.Accounting.Scale)),
            Reading.LastResult => ((int)state.LastResult).ToString(CultureInfo.InvariantCulture),
            _ => isNarrow ? "nonE" : "none",
        };
    }

    private static MeterEvent? CountedBy(Reading reading) => reading switch
    {
        Reading.SwitchOperations => MeterEvent.SwitchOperation,
        Reading.OverVoltages => MeterEvent.OverVoltage,
        Reading.UnderVoltages => MeterEvent.UnderVoltage,
        Reading.Overloads => MeterEvent.Overload,
        Reading.CoverOpenings => MeterEvent.CoverOpened,
        Reading.SwitchFailures => MeterEvent.SwitchFailure,
        _ => null,
    };

    private static string Mains(Volts volts, bool isNarrow) =>
        isNarrow ? volts.Value.ToString(CultureInfo.InvariantCulture) : volts.ToString();

    private static int Bit(MeterRegisters registers) => registers.TamperLatched ? 1 : 0;

    private static string Switch(MeterRegisters registers, bool isNarrow) =>
        (registers.LoadSwitch == LoadSwitchPosition.Closed, isNarrow) switch
        {
            (true, false) => "Switch closed",
            (false, false) => "Switch open",
            (true, true) => "CLOSEd",
            (false, true) => "OPEn",
        };

    private static string Energy(MeterRegisters registers, MeterProfile profile)
    {
        var energy = new CreditRegister(registers.DeliveredMillijoules).Shown;
        var text = profile.Accounting.Unit.Length == 0
            ? energy.Kwh.ToString("0.0", CultureInfo.InvariantCulture)
            : energy.ToString();
        return Fitting(text, profile.Display.Columns);
    }

    private static string Limit(Watts? limit, bool isNarrow) =>
        limit is { } watts ? Power(watts, isNarrow) : isNarrow ? "nonE" : "none";

    private static string Power(Watts power, bool isNarrow) =>
        isNarrow ? power.Value.ToString(CultureInfo.InvariantCulture) : power.ToString();

    /// <summary>
    /// The end of a number that is too long: the beginning of a meter number is the same on all meters of a maker, and
    /// a register of energy rolls over.
    /// </summary>
    private static string Fitting(string number, int columns) =>
        number[^Math.Min(number.Length, columns)..];
}
