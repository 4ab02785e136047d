using System.Globalization;
using System.Numerics;
using HilBench.Tokens;

namespace HilBench.Meter;

/// <summary>
/// What a class 1 test token shows (sts.md §1): bit n−1 of the mask asks for test n. Tests for things this meter does
/// not have (a phase unbalance limit, a water factor, a tariff rate of its own) show "none".
/// </summary>
internal static class TestReadout
{
    /// <summary>Tests 1 to 18; the rest of the mask is reserved.</summary>
    public const ulong KnownTests = (1UL << 18) - 1;

    private const string SoftwareVersion = "HilBench 0.1";

    public static ulong First(ulong tests) => tests & (~tests + 1);

    public static ulong WithoutFirst(ulong tests) => tests & (tests - 1);

    public static string Text(ulong tests, MeterRegisters registers, Watts load, MeterProfile profile)
    {
        var key = registers.Key;
        return (BitOperations.TrailingZeroCount(tests) + 1) switch
        {
            1 => registers.LoadSwitch == LoadSwitchPosition.Closed ? "Switch closed" : "Switch open",
            2 => new string('8', profile.Display.Columns),
            3 => new CreditRegister(registers.DeliveredMillijoules).Shown.ToString(),
            4 => KeyRevision(key, profile),
            5 => key.TariffIndex.ToString(),
            6 => "Keypad",
            7 => registers.MaximumPower is { } limit ? limit.ToString() : "none",
            8 => registers.TamperLatched ? "Tamper 1" : "Tamper 0",
            9 => load.ToString(),
            10 => SoftwareVersion,
            14 => key.Decoder.Algorithm == EncryptionAlgorithm.Ea07 ? "07" : "11",
            15 => key.Decoder.Algorithm == EncryptionAlgorithm.Ea07 ? "2" : "4",
            16 => key.SupplyGroup.ToString(),
            17 => key.Expiry.Value.ToString(CultureInfo.InvariantCulture),
            18 => registers.Pan.Drn,
            _ => "none",
        };
    }

    private static string KeyRevision(MeterKey key, MeterProfile profile)
    {
        var revision = key.Revision.Value.ToString(CultureInfo.InvariantCulture);
        return profile.KeyRevisionWording == KeyRevisionWording.RevisionAlone
            ? revision
            : $"{revision}.{(int)key.Type}";
    }
}
