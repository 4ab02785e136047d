using CsCheck;
using HilBench.Meter.Storage;
using HilBench.Meter.Tests.Fixture;
using HilBench.Tokens;

namespace HilBench.Meter.Tests.Properties;

/// <summary>The stored record: what was written can be read, and a damaged record is rejected.</summary>
public class RecordProperties
{
    private static readonly Gen<ulong?> Section = Gen.ULong[0, ClearToken.DataMask].Nullable();

    private static readonly Gen<MeterRegisters> Registers =
        from credit in Gen.Long[0, long.MaxValue / 4]
        from delivered in Gen.Long[0, 1L << 55]
        from key in Gen.ULong
        from revision in Gen.Int[1, 9]
        from tids in Gen.Int[0, TokenIdentifier.LargestValue].Array[0, 50]
        from limit in Gen.Int[0, 1_000_000].Nullable()
        from isOpen in Gen.Bool
        from tamper in Gen.Bool
        from trip in Gen.Int[0, 2]
        from pending in Gen.Select(Section, Section, Section, Section, (a, b, c, d) => new PendingSections(a, b, c, d))
        select MeterFixture.AsMade(0, TestKeys.Ea07(key, revision), TidStore.Holding(50, tids)) with
        {
            Credit = new CreditRegister(credit),
            DeliveredMillijoules = delivered,
            MaximumPower = limit is { } watts ? new Watts(watts) : null,
            LoadSwitch = isOpen ? LoadSwitchPosition.Open : LoadSwitchPosition.Closed,
            TamperLatched = tamper,
            Trip = (TripCause)trip,
            Pending = pending,
        };

    [Fact]
    public void What_is_written_is_read() =>
        Gen.Select(Registers, Gen.Long[0, uint.MaxValue]).Sample((registers, sequence) =>
            Assert.Equal(
                new StoredRecord(registers, sequence), StoredRecord.Decode(StoredRecord.Encode(registers, sequence))));

    [Fact]
    public void A_record_with_one_wrong_bit_is_not_believed() =>
        Gen.Select(Registers, Gen.Int[0, (StoredRecord.SlotBytes * 8) - 1]).Sample((registers, bit) =>
        {
            var slot = StoredRecord.Encode(registers, 7);
            slot[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.Null(StoredRecord.Decode(slot));
        });

    [Fact]
    public void A_write_that_was_cut_short_leaves_the_old_record_or_the_new_one_never_a_mixture() =>
        Gen.Select(Registers, Registers, Gen.Int[0, StoredRecord.SlotBytes]).Sample((old, @new, written) =>
        {
            var (before, after) = (StoredRecord.Encode(old, 5), StoredRecord.Encode(@new, 7));
            byte[] torn = [.. after[..written], .. before[written..]];
            var found = StoredRecord.Decode(torn);
            Assert.True(found is null || found.Registers == old || found.Registers == @new, "a mixture was believed");
        });
}
