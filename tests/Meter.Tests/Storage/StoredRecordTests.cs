using System.Security.Cryptography;
using HilBench.Meter.Tests.Fixture;
using HilBench.Tokens;

namespace HilBench.Meter.Tests.Storage;

public class StoredRecordTests
{
    private static readonly MeterRegisters Full = new()
    {
        Pan = MeterPan.Parse("000001000000000082"),
        ManufacturerCode = 9999,
        Key = TestKeys.OldLong with { Type = KeyType.Dctk, TariffIndex = new(99), Expiry = new(0x5A) },
        Tids = TidStore.Restore(128, TokenIdentifier.LargestValue, [1, 1, 0x123456, TokenIdentifier.LargestValue]),
        Credit = new CreditRegister((Int128.One << 80) - 1),
        Cuts = new CutAllowance(CutAllowance.Most, IsOpen: true),
        DeliveredMillijoules = (Int128.One << 96) - 1,
        LoadSwitch = LoadSwitchPosition.Open,
        MaximumPower = new Watts(0),
        UnbalanceLimit = new Watts(int.MaxValue),
        Trip = TripCause.PhaseUnbalance,
        TamperLatched = true,
        Pending = new PendingSections(0, 1, null, ClearToken.DataMask),
    };

    private static readonly MeterRegisters OfOldLayout = new()
    {
        Pan = MeterPan.Parse("600727000000000009"),
        ManufacturerCode = 27,
        Key = new MeterKey(
            new DecoderKey(EncryptionAlgorithm.Ea07, 0xe653341f9d5bf36f), new KeyRevision(3), KeyType.Dutk,
            new TariffIndex(7), SupplyGroupCode.Parse("123456"), new KeyExpiry(0x5A)),
        Tids = TidStore.Restore(5, 0x123456, [0x123456, 0x123457, 0x200000]),
        Credit = new CreditRegister(987_654_321_012_345),
        DeliveredMillijoules = (1L << 56) - 1,
        LoadSwitch = LoadSwitchPosition.Closed,
        MaximumPower = new Watts(5000),
        TamperLatched = true,
        Pending = new PendingSections(null, 0x123456789AB, null, null),
    };

    [Fact]
    public void Every_register_is_read_as_it_was_written_at_the_ends_of_its_range()
    {
        Assert.Equal(
            new StoredRecord(Full, long.MaxValue), StoredRecord.Decode(StoredRecord.Encode(Full, long.MaxValue)));

        var plain = MeterFixture.AsMade(12.5m);
        Assert.Equal(new StoredRecord(plain, 7), StoredRecord.Decode(StoredRecord.Encode(plain, 7)));
    }

    [Fact]
    public void What_only_some_meters_keep_is_read_as_it_was_written_and_a_meter_without_it_writes_version_3()
    {
        var full = Full with
        {
            Tids = TidStore.Holding(
                StoredRecord.MostTidsBesideExtras, [.. Enumerable.Range(7, StoredRecord.MostTidsBesideExtras)]),
            IsCommissioned = false,
            SwitchFailed = true,
            Owed = new CreditRegister((Int128.One << 80) - 1),
            Events = new MeterEvents
            {
                SwitchOperations = MeterEvents.MostOperations,
                OverVoltages = 1,
                UnderVoltages = 0x0203,
                Overloads = MeterEvents.Most,
                CoverOpenings = 4,
                SwitchFailures = 5,
            },
        };
        var slot = StoredRecord.Encode(full, 9);
        Assert.Equal((4, new StoredRecord(full, 9)), (slot[2] & 7, StoredRecord.Decode(slot)));

        MeterRegisters plain = MeterFixture.AsMade(1);
        Assert.Equal(3, StoredRecord.Encode(plain, 9)[2] & 7);
        MeterRegisters[] others =
        [
            plain with { IsCommissioned = false }, plain with { SwitchFailed = true },
            plain with { Owed = new CreditRegister(1) },
            plain with { Events = MeterEvents.None.After(MeterEvent.Overload) },
        ];
        foreach (var other in others)
            Assert.Equal(other, StoredRecord.Decode(StoredRecord.Encode(other, 9))?.Registers);
    }

    [Fact]
    public void A_block_that_says_what_no_meter_has_makes_the_record_no_record()
    {
        var slot = StoredRecord.Encode(MeterFixture.AsMade(1) with { IsCommissioned = false }, 9);
        slot[478] = 4;
        slot.AsSpan(3, 8).Clear();
        SHA256.HashData(slot).AsSpan(0, 8).CopyTo(slot.AsSpan(3));
        Assert.Null(StoredRecord.Decode(slot));
    }

    [Fact]
    public void One_wrong_bit_anywhere_makes_the_record_no_record()
    {
        var slot = StoredRecord.Encode(Full, 7);
        for (var bit = 0; bit < StoredRecord.SlotBytes * 8; bit++)
        {
            slot[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.Null(StoredRecord.Decode(slot));
            slot[bit / 8] ^= (byte)(1 << (bit % 8));
        }

        Assert.NotNull(StoredRecord.Decode(slot));
        Assert.Null(StoredRecord.Decode(slot.AsSpan(..^1)));
    }

    [Theory]
    [InlineData("magic", 0, 0x48, 0x43)]
    [InlineData("version", 2, 1)]
    [InlineData("version", 2, 4)]
    [InlineData("version", 2, 5)]
    [InlineData("allowance", 2, 3 | (11 << 3))]
    [InlineData("sequence", 502, 0x80)]
    [InlineData("meter number", 32, 0xFF)]
    [InlineData("algorithm", 42, 9)]
    [InlineData("key revision", 59, 0)]
    [InlineData("key revision", 59, 10)]
    [InlineData("key type", 60, 4)]
    [InlineData("tariff index", 61, 100)]
    [InlineData("supply group", 62, 0, 0x0F, 0x42, 0x40)]
    [InlineData("load switch", 67, 2)]
    [InlineData("trip", 68, 7)]
    [InlineData("tamper", 69, 2)]
    [InlineData("maximum power", 70, 0xFF, 0xFF, 0xFF, 0xFE)]
    [InlineData("unbalance limit", 74, 0xFF, 0xFF, 0xFF, 0xFE)]
    [InlineData("TID capacity", 110, 0, 0, 0, 0)]
    [InlineData("TID capacity", 110, 0, 129)]
    [InlineData("TID count", 110, 0, 3)]
    [InlineData("TID floor", 114, 0x01, 0, 0, 0)]
    [InlineData("TID floor", 114, 0xFF, 0xFF, 0xFF, 0xFF)]
    [InlineData("TID order", 118, 0, 0, 2)]
    public void A_record_with_a_right_checksum_that_holds_what_no_meter_can_have_is_not_ours(
        string field, int at, params int[] bytes)
    {
        var slot = StoredRecord.Encode(Full, 7);
        for (var i = 0; i < bytes.Length; i++) slot[at + i] = (byte)bytes[i];
        slot.AsSpan(3, 8).Clear();
        SHA256.HashData(slot).AsSpan(0, 8).CopyTo(slot.AsSpan(3));

        Assert.True(StoredRecord.Decode(slot) is null, field);
    }

    /// <summary>
    /// The bytes are those of a slot that version 0.1 wrote; behind them are zeros. The meter that finds it writes the
    /// new layout into the other slot, and counts on where the old one had no place left.
    /// </summary>
    [Fact]
    public void A_record_of_the_old_layout_is_read_and_the_meter_goes_on_from_there()
    {
        var old = new byte[StoredRecord.SlotBytes];
        Convert.FromHexString(
            "4842020C2EB862929B23C5EE6B280000000003824430F6FE79FFFFFFFFFFFFFF0856360611FC7009001B070000000000000000E653"
            + "341F9D5BF36F0302070001E2405A00000100001388FFFFFFFFFFFFFFFFFFFFFFFF00000123456789ABFFFFFFFFFFFFFFFFFFFFFF"
            + "FFFFFFFFFF000500030012345612345612345720").CopyTo(old, 0);
        var found = StoredRecord.Decode(old);
        Assert.Equal(OfOldLayout, found?.Registers);
        Assert.Equal(4_000_000_000, found?.Sequence);

        var meter = new Meter(MeterProfile.Generic with { PendingAtPowerCut = PendingHalf.Kept }, StaTables.Sample);
        meter.Handle(new MeterInput.PowerUp(old, new byte[StoredRecord.SlotBytes]), MeterTime.Start);
        var first = Assert.Single(meter.Handle(new MeterInput.LoadDraws(new Watts(1_000)), MeterTime.Start)
            .OfType<Effect.Save>());
        Assert.Equal((1, 4_000_000_001), (first.Slot, StoredRecord.Newest(old, first.Image.Span)?.Sequence));
        var hour = MeterTime.From(TimeSpan.FromHours(1));
        var save = Assert.Single(meter.Handle(new MeterInput.TimePassed(), hour).OfType<Effect.Save>());
        var next = StoredRecord.Newest(old, save.Image.Span);
        Assert.Equal((0, 4_000_000_002), (save.Slot, next?.Sequence));
        Assert.Equal((1L << 56) - 1 + 3_600_000_000, next?.Registers.DeliveredMillijoules);
    }

    [Fact]
    public void The_newest_whole_record_counts_and_of_two_equal_ones_the_first()
    {
        var older = StoredRecord.Encode(MeterFixture.AsMade(1), 7);
        var newer = StoredRecord.Encode(MeterFixture.AsMade(2), 8);
        var blank = new byte[StoredRecord.SlotBytes];

        Assert.Equal(8, StoredRecord.Newest(older, newer)?.Sequence);
        Assert.Equal(8, StoredRecord.Newest(newer, older)?.Sequence);
        Assert.Equal(7, StoredRecord.Newest(older, blank)?.Sequence);
        Assert.Equal(7, StoredRecord.Newest(blank, older)?.Sequence);
        Assert.Null(StoredRecord.Newest(blank, blank));
        var same = StoredRecord.Encode(MeterFixture.AsMade(2), 7);
        Assert.Equal(MeterFixture.AsMade(1), StoredRecord.Newest(older, same)?.Registers);
    }

    [Fact]
    public void A_number_too_large_for_its_place_is_never_written()
    {
        var tooMuch = Full with { Credit = new CreditRegister(Int128.One << 80) };
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => StoredRecord.Encode(tooMuch, 1));
        Assert.StartsWith("1208925819614629174706176 does not fit 10 bytes.", error.Message);

        Assert.Throws<ArgumentOutOfRangeException>(
            () => StoredRecord.Encode(Full with { DeliveredMillijoules = Int128.One << 96 }, 1));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => StoredRecord.Encode(Full with { DeliveredMillijoules = -1 }, 1));
        var tids = Assert.Throws<ArgumentOutOfRangeException>(
            () => StoredRecord.Encode(Full with { Tids = TidStore.Empty(129) }, 1));
        Assert.Equal("tids", tids.ParamName);
    }
}
