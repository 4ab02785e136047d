using System.Security.Cryptography;
using HilBench.Meter;
using HilBench.Simulation.Trials;

namespace HilBench.Simulation.Tests;

/// <summary>
/// Meters that break one rule about saving. Each is the model with something wrong between it and its memory: what it
/// asks for is left out, changed or put in another order, or what it reads is not what was written.
/// </summary>
internal static class BrokenRules
{
    private static readonly Dictionary<string, Func<MeterProfile, Broken>> Rules = new()
    {
        ["an acceptance is shown before it is saved"] = profile => new(profile) { Order = SavesLast },
        ["credit is not saved"] = profile => new(profile)
        {
            Change = (registers, saved) => registers with
            {
                Credit = new CreditRegister(Int128.Min(registers.Credit.Raw, saved.Credit.Raw)),
            },
        },
        ["used tokens are not saved"] = profile => new(profile)
        {
            Change = (registers, saved) => registers with { Tids = saved.Tids },
        },
        ["the new key is not saved"] = profile => new(profile)
        {
            Change = (registers, saved) => registers with { Key = saved.Key },
        },
        ["key and revision are saved apart"] = profile => new(profile)
        {
            Change = (registers, saved) => registers.Key == saved.Key
                ? registers
                : registers with { Key = registers.Key with { Revision = saved.Key.Revision } },
        },
        ["the tamper is not saved"] = profile => new(profile)
        {
            Change = (registers, _) => registers with { TamperLatched = false },
        },
        ["the power limit is not saved"] = profile => new(profile)
        {
            Change = (registers, saved) => registers with { MaximumPower = saved.MaximumPower },
        },
        ["a trip is not saved"] = profile => new(profile)
        {
            Change = (registers, saved) => registers with
            {
                Trip = saved.Trip,
                LoadSwitch = registers.Credit.IsEmpty ? LoadSwitchPosition.Open : LoadSwitchPosition.Closed,
            },
        },
        ["the supply group of a set of three is not saved"] = profile => new(profile)
        {
            Change = (registers, saved) => registers with
            {
                Key = registers.Key with { SupplyGroup = saved.Key.SupplyGroup },
            },
        },
        ["the expiry of a key is not saved"] = profile => new(profile)
        {
            Change = (registers, saved) => registers with
            {
                Key = registers.Key with { Expiry = saved.Key.Expiry },
            },
        },
        ["used energy is not saved"] = profile => new(profile)
        {
            Change = (registers, saved) => registers with
            {
                Credit = new CreditRegister(Int128.Max(registers.Credit.Raw, saved.Credit.Raw)),
            },
        },
        ["every save goes to the same slot"] = profile => new(profile) { Slot = static _ => 0 },
        ["the checksum is not looked at"] = profile => new(profile) { Reading = Believed },
        ["the older record counts"] = profile => new(profile) { Reading = Older },
        ["a code is not kept over a cut"] = profile => new(profile)
        {
            Change = (registers, _) => registers with { Pending = PendingSections.None },
        },
        ["cuts are never noticed"] = profile => new(profile)
        {
            Change = (registers, _) => registers with { Cuts = default },
        },
    };

    public static IEnumerable<string> Names => Rules.Keys;

    public static Func<MeterProfile, IFirmware> Of(string rule) => Rules[rule];

    private static IReadOnlyList<Effect> SavesLast(IReadOnlyList<Effect> effects) =>
        [.. effects.Where(effect => effect is not Effect.Save), .. effects.Where(effect => effect is Effect.Save)];

    private static (byte[] A, byte[] B) Believed(byte[] a, byte[] b) => (WithChecksum(a), WithChecksum(b));

    private static (byte[] A, byte[] B) Older(byte[] a, byte[] b)
    {
        if (StoredRecord.Decode(a) is not { } first || StoredRecord.Decode(b) is not { } second) return (a, b);
        return first.Sequence > second.Sequence ? (b, b) : (a, a);
    }

    private static byte[] WithChecksum(byte[] slot)
    {
        byte[] copy = [.. slot];
        copy.AsSpan(3, 8).Clear();
        SHA256.HashData(copy).AsSpan(0, 8).CopyTo(copy.AsSpan(3));
        return copy;
    }

    /// <summary>The model, with a fault between it and its memory.</summary>
    private sealed class Broken(MeterProfile profile) : IFirmware
    {
        private readonly ModelFirmware _whole = new(profile);
        private MeterRegisters? _saved;

        public MeterTime? Due => _whole.Due;

        public MeterState State => _whole.State;

        public Func<IReadOnlyList<Effect>, IReadOnlyList<Effect>> Order { get; init; } = static effects => effects;

        public Func<MeterRegisters, MeterRegisters, MeterRegisters> Change { get; init; } =
            static (registers, _) => registers;

        public Func<int, int> Slot { get; init; } = static slot => slot;

        public Func<byte[], byte[], (byte[] A, byte[] B)> Reading { get; init; } = static (a, b) => (a, b);

        public IReadOnlyList<Effect> Handle(MeterInput input, MeterTime now)
        {
            if (input is MeterInput.PowerUp up)
            {
                var (a, b) = Reading(up.SlotA.ToArray(), up.SlotB.ToArray());
                input = new MeterInput.PowerUp(a, b);
                _saved = StoredRecord.Newest(a, b)?.Registers;
            }

            return Order([.. _whole.Handle(input, now).Select(Changed)]);
        }

        private Effect Changed(Effect effect)
        {
            if (effect is not Effect.Save save) return effect;
            var record = StoredRecord.Decode(save.Image.Span)!;
            var registers = Change(record.Registers, _saved ?? record.Registers);
            _saved = registers;
            return new Effect.Save(Slot(save.Slot), new StoredRecord(registers, record.Sequence));
        }
    }
}
