using System.Buffers.Binary;
using HilBench.Tokens;

namespace HilBench.Meter;

/// <summary>
/// What of the registers changes seldom, in this order, big-endian: PAN (8) · maker (2) · algorithm (1) · key (16) ·
/// KRN, KT, TI (1 each) · SGC (4) · KEN (1) · switch, trip, tamper (1 each) · maximum power, unbalance
/// limit (4 each, −1 = none) · four pending sections (8 each, all ones = none) · TID capacity, count (2 each) ·
/// floor (4) · TIDs (3 each).
/// Reading checks every field: a record that holds what no meter can have is not ours.
/// </summary>
internal static class RecordBody
{
    private const ulong NoSection = ulong.MaxValue;
    private const int NoLimit = -1;
    private const int TidBytes = 3;

    public static void Write(Span<byte> into, MeterRegisters registers)
    {
        var writer = new ByteWriter(into);
        writer.Put(ulong.Parse(registers.Pan.Digits, System.Globalization.CultureInfo.InvariantCulture));
        writer.Put((ushort)registers.ManufacturerCode);
        WriteKey(ref writer, registers.Key);
        writer.Put((byte)registers.LoadSwitch);
        writer.Put((byte)registers.Trip);
        writer.Put(registers.TamperLatched ? (byte)1 : (byte)0);
        writer.Put(registers.MaximumPower?.Value ?? NoLimit);
        writer.Put(registers.UnbalanceLimit?.Value ?? NoLimit);
        foreach (var section in Enum.GetValues<KeyChangeSection>())
            writer.Put(registers.Pending[section] ?? NoSection);
        WriteTids(ref writer, registers.Tids);
    }

    public static MeterRegisters? Read(ReadOnlySpan<byte> from)
    {
        var reader = new ByteReader(from);
        var digits = reader.UInt64().ToString("D18", System.Globalization.CultureInfo.InvariantCulture);
        if (!MeterPan.TryParse(digits, out var pan, out _)) return null;
        var maker = reader.UInt16();
        if (ReadKey(ref reader) is not { } key) return null;
        var position = (LoadSwitchPosition)reader.Byte();
        var trip = (TripCause)reader.Byte();
        var tamper = reader.Byte();
        var (limit, unbalance) = (reader.Int32(), reader.Int32());
        var pending = new PendingSections(
            Section(ref reader), Section(ref reader), Section(ref reader), Section(ref reader));
        if (!Enum.IsDefined(position) || !Enum.IsDefined(trip) || tamper > 1) return null;
        if (limit < NoLimit || unbalance < NoLimit) return null;
        if (ReadTids(ref reader) is not { } tids) return null;
        return new MeterRegisters
        {
            Pan = pan!,
            ManufacturerCode = maker,
            Key = key,
            Tids = tids,
            LoadSwitch = position,
            TamperLatched = tamper == 1,
            MaximumPower = Limit(limit),
            UnbalanceLimit = Limit(unbalance),
            Trip = trip,
            Pending = pending.IsEmpty ? PendingSections.None : pending,
        };
    }

    private static void WriteKey(ref ByteWriter writer, MeterKey key)
    {
        writer.Put((byte)key.Decoder.Algorithm);
        writer.Put(key.Decoder.Bits);
        writer.Put((byte)key.Revision.Value);
        writer.Put((byte)key.Type);
        writer.Put((byte)key.TariffIndex.Value);
        writer.Put(key.SupplyGroup.Value);
        writer.Put(key.Expiry.Value);
    }

    private static MeterKey? ReadKey(ref ByteReader reader)
    {
        var algorithm = (EncryptionAlgorithm)reader.Byte();
        var bits = reader.UInt128();
        var revision = KeyRevision.TryFrom(reader.Byte());
        var type = (KeyType)reader.Byte();
        var tariff = TariffIndex.TryFrom(reader.Byte());
        var group = SupplyGroupCode.TryFrom(reader.Int32());
        var expiry = new KeyExpiry(reader.Byte());
        if (!Enum.IsDefined(algorithm) || !Enum.IsDefined(type)) return null;
        if (revision is not { } krn || tariff is not { } ti || group is not { } sgc) return null;
        return new MeterKey(new DecoderKey(algorithm, bits), krn, type, ti, sgc, expiry);
    }

    private static void WriteTids(ref ByteWriter writer, TidStore tids)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(tids.Capacity, StoredRecord.MostTids, nameof(tids));
        writer.Put((ushort)tids.Capacity);
        writer.Put((ushort)tids.Entries.Length);
        writer.Put(tids.Floor);
        foreach (var tid in tids.Entries) writer.Put24(tid);
    }

    private static TidStore? ReadTids(ref ByteReader reader)
    {
        var capacity = reader.UInt16();
        var count = reader.UInt16();
        var floor = reader.Int32();
        if (capacity is 0 or > StoredRecord.MostTids || count > capacity) return null;
        if (floor is < 0 or > TokenIdentifier.LargestValue) return null;
        var entries = new int[count];
        for (var i = 0; i < count; i++)
        {
            entries[i] = reader.UInt24();
            if (i > 0 && entries[i] < entries[i - 1]) return null;
        }

        return TidStore.Restore(capacity, floor, entries);
    }

    private static Watts? Limit(int stored) => stored == NoLimit ? null : new Watts(stored);

    private static ulong? Section(ref ByteReader reader) =>
        reader.UInt64() is var bits && bits == NoSection ? null : bits & ClearToken.DataMask;

    private ref struct ByteWriter(Span<byte> into)
    {
        private Span<byte> _rest = into;

        public void Put(byte value) => Next(1)[0] = value;

        public void Put(ushort value) => BinaryPrimitives.WriteUInt16BigEndian(Next(2), value);

        public void Put24(int value)
        {
            var bytes = Next(TidBytes);
            bytes[0] = (byte)(value >> 16);
            bytes[1] = (byte)((value >> 8) & 0xFF);
            bytes[2] = (byte)(value & 0xFF);
        }

        public void Put(int value) => BinaryPrimitives.WriteInt32BigEndian(Next(4), value);

        public void Put(ulong value) => BinaryPrimitives.WriteUInt64BigEndian(Next(8), value);

        public void Put(UInt128 value) => BinaryPrimitives.WriteUInt128BigEndian(Next(16), value);

        private Span<byte> Next(int bytes)
        {
            var next = _rest[..bytes];
            _rest = _rest[bytes..];
            return next;
        }
    }

    private ref struct ByteReader(ReadOnlySpan<byte> from)
    {
        private ReadOnlySpan<byte> _rest = from;

        public byte Byte() => Next(1)[0];

        public ushort UInt16() => BinaryPrimitives.ReadUInt16BigEndian(Next(2));

        public int UInt24()
        {
            var bytes = Next(TidBytes);
            return (bytes[0] << 16) | (bytes[1] << 8) | bytes[2];
        }

        public int Int32() => BinaryPrimitives.ReadInt32BigEndian(Next(4));

        public ulong UInt64() => BinaryPrimitives.ReadUInt64BigEndian(Next(8));

        public UInt128 UInt128() => BinaryPrimitives.ReadUInt128BigEndian(Next(16));

        private ReadOnlySpan<byte> Next(int bytes)
        {
            var next = _rest[..bytes];
            _rest = _rest[bytes..];
            return next;
        }
    }
}
