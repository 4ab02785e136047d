using HilBench.Meter;
using HilBench.Rig.Virtual;
using HilBench.Roles;
using HilBench.Tokens;
using HilBench.Vending;

namespace HilBench.Rig.Tests.Virtual;

/// <summary>The meter of the default world on a bench, with a vending station that issues tokens for it.</summary>
internal static class SampleMeter
{
    public static readonly DateTime Today = new(2024, 11, 1, 8, 0, 0, DateTimeKind.Utc);

    public static readonly KeyParameters Key = new(
        MeterPan.Parse("600727000000000009"),
        SupplyGroupCode.Parse("123456"),
        TariffIndex.Parse("01"),
        new KeyRevision(1),
        KeyType.Dutk,
        BaseDate.Year1993,
        EncryptionAlgorithm.Ea07,
        KeyDerivation.Dkga02);

    public static VendingStation Station() => new(StaTables.Sample, seed: 1);

    public static MeterRegisters Registers(EnergyAmount credit = default)
    {
        var key = new MeterKey(
            Station().KeyOf(Key), Key.Krn, Key.KeyType, Key.Ti, Key.Sgc, KeyExpiry.Never);
        var made = TokenIdentifier.From(new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc), Key.BaseDate);
        return MeterRegisters.AsMade(Key.Pan, key, TidStore.AsMade(50, made), credit);
    }

    /// <summary>A bench with pins, powered, the meter idle.</summary>
    public static VirtualRig OnPins(ulong seed = 1, EnergyAmount credit = default, VirtualRigSettings? settings = null)
    {
        var rig = new VirtualRig(settings ?? new VirtualRigSettings(), MeterProfile.Generic, StaTables.Sample, seed);
        Begin(rig, credit);
        return rig;
    }

    /// <summary>A bench without pins, powered, the meter idle.</summary>
    public static ModelRig Alone(EnergyAmount credit = default)
    {
        var rig = new ModelRig(MeterProfile.Generic, StaTables.Sample, new PressTiming());
        Begin(rig, credit);
        return rig;
    }

    public static void Type(this IMeterRig rig, string keys)
    {
        foreach (var key in keys) rig.Keypad.Press(key);
    }

    public static IEnumerable<string> Words(this IMeterRig rig, GlassMark mark) =>
        rig.Glass.Since(mark).SelectMany(picture => picture.Lines).Select(line => line.Trim());

    /// <summary>On a rig in real time, waits until the board has done it.</summary>
    public static void WaitFor(this IMeterRig rig, string word, GlassMark mark)
    {
        var end = rig.Clock.Now + TimeSpan.FromSeconds(60);
        while (!rig.Words(mark).Contains(word) && rig.Clock.Now < end) rig.Clock.Wait(TimeSpan.FromMilliseconds(50));
        Assert.Contains(word, rig.Words(mark));
    }

    private static void Begin(IMeterRig rig, EnergyAmount credit)
    {
        rig.Manufacture(Registers(credit));
        rig.Mains.Return();
        rig.Glass.WaitUntilSettled();
    }
}
