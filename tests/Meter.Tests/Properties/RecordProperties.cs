using CsCheck;
using HilBench.Meter.Tests.Fixture;
using HilBench.Tokens;

namespace HilBench.Meter.Tests.Properties;

/// <summary>The stored record: what was written can be read, and a damaged record is rejected.</summary>
public class RecordProperties
{
    private static readonly Gen<ulong?> Section = Gen.ULong[0, ClearToken.DataMask].Nullable();

    /// <summary>
    /// The longest a bench can run: the whole of its clock. A meter that draws the most power anybody can say for as
    /// long as that has the largest registers there can be.
    /// </summary>
    private static readonly Int128 MostMillijoules =
        (Int128)(TimeSpan.MaxValue.Ticks / TimeSpan.TicksPerMillisecond) * int.MaxValue;

    private static readonly Gen<MeterRegisters> Registers =
        from credit in Wide(80)
        from delivered in Wide(96)
        from key in Gen.ULong
        from revision in Gen.Int[1, 9]
        from tids in Gen.Int[0, TokenIdentifier.LargestValue].Array[0, 50]
        from limit in Gen.Int[0, int.MaxValue].Nullable()
        from isOpen in Gen.Bool
        from tamper in Gen.Bool
        from trip in Gen.Int[0, 6]
        from extras in Gen.Select(
            Wide(80), Gen.Int[0, MeterEvents.MostOperations], Gen.Int[0, MeterEvents.Most], Gen.Bool)
        from pending in Gen.Select(Section, Section, Section, Section, (a, b, c, d) => new PendingSections(a, b, c, d))
        select MeterFixture.AsMade(0, TestKeys.Ea07(key, revision), TidStore.Holding(50, tids)) with
        {
            Credit = new CreditRegister(credit),
            DeliveredMillijoules = delivered,
            MaximumPower = limit is { } watts ? new Watts(watts) : null,
            LoadSwitch = isOpen ? LoadSwitchPosition.Open : LoadSwitchPosition.Closed,
            TamperLatched = tamper,
            Trip = (TripCause)trip,
            Owed = new CreditRegister(extras.Item1),
            Events = new MeterEvents { SwitchOperations = extras.Item2, UnderVoltages = extras.Item3 },
            IsCommissioned = extras.Item4,
            SwitchFailed = tamper,
            Pending = pending,
        };

    [Fact]
    public void The_most_a_meter_can_ever_deliver_has_its_place()
    {
        var most = MeterFixture.AsMade() with { DeliveredMillijoules = MostMillijoules };
        Assert.Equal(most, StoredRecord.Decode(StoredRecord.Encode(most, long.MaxValue))?.Registers);
    }

    /// <summary>Whatever a meter does from whatever it was, its newest record says what its registers say.</summary>
    [Fact]
    public void What_a_meter_counts_is_what_it_stores() =>
        Gen.Select(Wide(95), Wide(79), Gen.Int[0, int.MaxValue], Gen.Int[0, 100_000], Gen.Bool).Sample(
            (delivered, credit, watts, hours, isMoney) =>
            {
                var accounting = isMoney ? Accounting.Currency("KES", 1, Int128.MaxValue) : Accounting.Energy;
                var profile = MeterProfile.Generic with
                {
                    SaveEveryWattHours = 100_000, Accounting = accounting,
                };
                var made = MeterFixture.AsMade() with
                {
                    Credit = new CreditRegister(credit),
                    DeliveredMillijoules = delivered,
                    LoadSwitch = credit == 0 ? LoadSwitchPosition.Open : LoadSwitchPosition.Closed,
                };
                var (slots, meter) = (new[] { StoredRecord.Encode(made, 0), new byte[StoredRecord.SlotBytes] },
                    new Meter(profile, StaTables.Sample));
                meter.Handle(new MeterInput.PowerUp(slots[0], slots[1]), MeterTime.Start);
                meter.Handle(new MeterInput.LoadDraws(new Watts(watts)), MeterTime.Start);
                // At most a few thousand steps, however much is drawn.
                var steps = credit.Equals(0) ? 0 : (Int128)watts * hours / 1_000_000;
                var time = TimeSpan.FromHours(steps > 100 ? hours * 100 / (int)Int128.Min(steps, int.MaxValue) : hours);
                foreach (var effect in meter.Handle(new MeterInput.TimePassed(), MeterTime.From(time)))
                {
                    if (effect is Effect.Save save) slots[save.Slot] = save.Image.ToArray();
                }

                var stored = StoredRecord.Newest(slots[0], slots[1])!.Registers;
                var counted = meter.State.Registers!;
                var step = profile.SaveStep;
                Assert.Equal(counted.Credit.StepsLeft(step), stored.Credit.StepsLeft(step));
                Assert.True(counted.DeliveredMillijoules >= delivered);
            }, iter: 300);

    [Fact]
    public void What_is_written_is_read() =>
        Gen.Select(Registers, Gen.Long[0, long.MaxValue]).Sample((registers, sequence) =>
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

    /// <summary>Numbers of every length up to so many bits: the ends of each byte are as likely as any other.</summary>
    private static Gen<Int128> Wide(int bits) =>
        from high in Gen.ULong
        from low in Gen.ULong
        from length in Gen.Int[0, bits]
        select (Int128)(new UInt128(high, low) & ((UInt128.One << length) - 1));
}
