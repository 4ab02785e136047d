using System.Globalization;
using HilBench.Meter.Tests.Fixture;
using HilBench.TestKit.Stories;
using HilBench.Tokens;

namespace HilBench.Meter.Tests.Vectors;

/// <summary>Plays a story on the firmware model with keys, and compares display and registers.</summary>
internal sealed class StoryBench
{
    public StoryBench(MeterStory story)
    {
        var made = story.Meter;
        var profile = MeterProfile.Generic;
        if (made.MaxCreditUnits is { } most) profile = profile with { MaxCredit = new EnergyAmount(most) };
        var tids = made.TidStore is { } list
            ? TidStore.Holding(profile.TidStoreSize, [.. list])
            : TidStore.Empty(profile.TidStoreSize);
        var registers = MeterRegisters.AsMade(
            MeterPan.Parse(made.From.Pan), KeyOf(made.Key), tids, new EnergyAmount(made.CreditUnits));
        Meter = new MeterFixture(
            profile, registers with { ManufacturerCode = made.Mfr ?? registers.ManufacturerCode });
    }

    public MeterFixture Meter { get; }

    public static MeterKey KeyOf(StoryKey key)
    {
        var algorithm = (EncryptionAlgorithm)key.Ea;
        var bits = UInt128.Parse(key.Hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        return new MeterKey(
            new DecoderKey(algorithm, bits), new(key.Krn), (KeyType)key.Kt, TariffIndex.Parse(key.Ti),
            SupplyGroupCode.Parse(key.Sgc), new KeyExpiry(key.Ken));
    }

    /// <summary>Types the token and compares everything that a person, a port or a store can see.</summary>
    public void Play(StoryStep step)
    {
        var before = Meter.Registers;
        var result = Meter.Keys(step.Token + "#");

        Assert.Equal(step.Result, ResultCodes.NameOf(result));
        Assert.Equal(KeyOf(step.Key), Meter.Registers.Key);
        Assert.Equal(step.CreditUnits * CreditRegister.MillijoulesPerUnit, Meter.Registers.Credit.Millijoules);
        Assert.Equal(step.SwitchClosed, Meter.Switch == LoadSwitchPosition.Closed);
        Assert.Equal(Meter.Switch, Meter.Registers.LoadSwitch);
        Assert.Equal(step.Glass, Meter.Text.Lines[0].TrimEnd());
        if (step.GlassBelow is { } below) Assert.Equal(below, Meter.Text.Lines[1].TrimEnd());
        if (result.IsRefusal()) AssertUntouched(before, result);
        Assert.Equal(Meter.Registers with { Pending = PendingSections.None }, Meter.Stored);
    }

    /// <summary>
    /// A refused token changes nothing, but a refused set is discarded with the sections pending for it.
    /// </summary>
    private void AssertUntouched(MeterRegisters before, ResultCode result) =>
        Assert.Equal(
            result == ResultCode.KeyTypeError ? before with { Pending = PendingSections.None } : before,
            Meter.Registers);
}
