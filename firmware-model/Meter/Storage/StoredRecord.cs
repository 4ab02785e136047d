using System.Buffers.Binary;
using Org.BouncyCastle.Crypto.Digests;

namespace HilBench.Meter;

/// <summary>
/// One slot of the meter's store: the registers, a sequence number and a checksum over all of it. There are two slots,
/// written in turn, so that whatever a power cut does to one, the other is whole; the newest whole one counts.
/// The first page holds all that changes while credit is only used up, so that such a save is one page write.
/// </summary>
/// <remarks>
/// Layout, big-endian: 0 magic "HB" · 2 version (3 bits from the lowest), allowance halved (4 bits), open (1 bit) ·
/// 3 checksum (8) · 11 sequence, low part (4) · 15 credit (10) · 25 delivered, low part (7) · 32 the rest, in the
/// order of <see cref="RecordBody"/> · 502 sequence, high part (4) · 506 delivered, high part (5) · 511 zero. The high
/// parts hardly ever change, so they need no place in the first page.
/// Version 4 is version 3 with the block of <see cref="RecordExtras"/> at 478, in the places of the last eight TIDs;
/// it is written by meters that have something to keep there, and by no others.
/// Version 2 had no high parts and zeros in their place, so it reads like version 3; it is never written any more.
/// The checksum is the first 8 bytes of SHA-256 over the slot with the checksum as zeros. Not modelled: encryption of
/// the key, which a real meter keeps in a secure element.
/// </remarks>
public sealed record StoredRecord(MeterRegisters Registers, long Sequence)
{
    /// <summary>Size of one slot in bytes; slot 0 lies at address 0, slot 1 behind it.</summary>
    public const int SlotBytes = 512;

    /// <summary>The most TIDs that fit a slot.</summary>
    public const int MostTids = 128;

    /// <summary>The most that fit beside the block of a meter that counts, lends or is commissioned.</summary>
    public const int MostTidsBesideExtras = 120;

    private const ushort Magic = 0x4842;
    private const byte Version = 3;
    private const byte VersionWithoutHighParts = 2;
    private const byte VersionWithExtras = 4;
    private const int VersionBits = 0x07;
    private const int HalvingsShift = 3;
    private const int HalvingsBits = 0x0F;
    private const int OpenBit = 0x80;
    private const int ChecksumAt = 3;
    private const int ChecksumBytes = 8;
    private const int SequenceAt = 11;
    private const int SequenceBytes = 4;
    private const int CreditAt = 15;
    private const int CreditBytes = 10;
    private const int DeliveredAt = 25;
    private const int DeliveredBytes = 7;
    private const int BodyAt = 32;
    private const int ExtrasAt = HighSequenceAt - RecordExtras.Bytes;
    private const int HighSequenceAt = 502;
    private const int HighSequenceBytes = 4;
    private const int HighDeliveredAt = 506;
    private const int HighDeliveredBytes = 5;

    public static byte[] Encode(MeterRegisters registers, long sequence)
    {
        var slot = new byte[SlotBytes];
        BinaryPrimitives.WriteUInt16BigEndian(slot, Magic);
        var hasExtras = RecordExtras.AreIn(registers);
        var version = hasExtras ? VersionWithExtras : Version;
        slot[2] = (byte)(version | (registers.Cuts.Halvings << HalvingsShift) | (registers.Cuts.IsOpen ? OpenBit : 0));
        Put(slot.AsSpan(CreditAt, CreditBytes), registers.Credit.Raw);
        Put(slot.AsSpan(HighSequenceAt, HighSequenceBytes), slot.AsSpan(SequenceAt, SequenceBytes), sequence);
        Put(
            slot.AsSpan(HighDeliveredAt, HighDeliveredBytes), slot.AsSpan(DeliveredAt, DeliveredBytes),
            registers.DeliveredMillijoules);
        RecordBody.Write(slot.AsSpan(BodyAt, (hasExtras ? ExtrasAt : HighSequenceAt) - BodyAt), registers);
        if (hasExtras) RecordExtras.Write(slot.AsSpan(ExtrasAt, RecordExtras.Bytes), registers);
        Checksum(slot).CopyTo(slot.AsSpan(ChecksumAt));
        return slot;
    }

    /// <summary>The newest whole record of the two, or null when neither can be trusted.</summary>
    public static StoredRecord? Newest(ReadOnlySpan<byte> slotA, ReadOnlySpan<byte> slotB)
    {
        var a = Decode(slotA);
        var b = Decode(slotB);
        if (a is null || b is null) return a ?? b;
        return a.Sequence >= b.Sequence ? a : b;
    }

    /// <summary>The record in a slot, or null: blank, torn, or not ours.</summary>
    public static StoredRecord? Decode(ReadOnlySpan<byte> slot)
    {
        if (slot.Length != SlotBytes) return null;
        if (BinaryPrimitives.ReadUInt16BigEndian(slot) != Magic) return null;
        if (CutsIn(slot[2]) is not { } cuts) return null;
        var copy = slot.ToArray();
        copy.AsSpan(ChecksumAt, ChecksumBytes).Clear();
        if (!Checksum(copy).SequenceEqual(slot.Slice(ChecksumAt, ChecksumBytes))) return null;

        var hasExtras = (slot[2] & VersionBits) == VersionWithExtras;
        if (RecordBody.Read(slot[BodyAt..HighSequenceAt]) is not { } body) return null;
        if (hasExtras && body.Tids.Capacity > MostTidsBesideExtras) return null;
        if (hasExtras) body = RecordExtras.Read(slot[ExtrasAt..HighSequenceAt], body);
        if (body is null) return null;
        var sequence = Number(slot.Slice(HighSequenceAt, HighSequenceBytes), slot.Slice(SequenceAt, SequenceBytes));
        if (sequence > long.MaxValue) return null;
        var registers = body with
        {
            Cuts = cuts,
            Credit = new CreditRegister(Number([], slot.Slice(CreditAt, CreditBytes))),
            DeliveredMillijoules = Number(
                slot.Slice(HighDeliveredAt, HighDeliveredBytes), slot.Slice(DeliveredAt, DeliveredBytes)),
        };
        return new StoredRecord(registers, (long)sequence);
    }

    /// <summary>What stands beside the version; null when that is none of ours.</summary>
    private static CutAllowance? CutsIn(byte version)
    {
        if (version == VersionWithoutHighParts) return default(CutAllowance);
        if ((version & VersionBits) is not (Version or VersionWithExtras)) return null;
        var halvings = (version >> HalvingsShift) & HalvingsBits;
        return halvings > CutAllowance.Most ? null : new CutAllowance(halvings, (version & OpenBit) != 0);
    }

    private static void Put(Span<byte> into, Int128 value) => Put([], into, value);

    /// <summary>A number that is not negative and fits both places together.</summary>
    private static void Put(Span<byte> high, Span<byte> low, Int128 value)
    {
        Span<byte> whole = stackalloc byte[16];
        BinaryPrimitives.WriteInt128BigEndian(whole, value);
        var spare = whole.Length - low.Length - high.Length;
        if (value < 0 || whole[..spare].ContainsAnyExcept((byte)0))
        {
            throw new ArgumentOutOfRangeException(
                nameof(value), $"{value} does not fit {low.Length + high.Length} bytes.");
        }

        whole.Slice(spare, high.Length).CopyTo(high);
        whole[(spare + high.Length)..].CopyTo(low);
    }

    private static Int128 Number(ReadOnlySpan<byte> high, ReadOnlySpan<byte> low)
    {
        Span<byte> whole = stackalloc byte[16];
        low.CopyTo(whole[^low.Length..]);
        high.CopyTo(whole[^(low.Length + high.Length)..]);
        return BinaryPrimitives.ReadInt128BigEndian(whole);
    }

    private static ReadOnlySpan<byte> Checksum(byte[] slot)
    {
        var digest = new Sha256Digest();
        digest.BlockUpdate(slot, 0, slot.Length);
        var hash = new byte[digest.GetDigestSize()];
        digest.DoFinal(hash, 0);
        return hash.AsSpan(0, ChecksumBytes);
    }
}
