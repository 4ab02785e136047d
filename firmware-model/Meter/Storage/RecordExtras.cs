using System.Buffers.Binary;

namespace HilBench.Meter;

/// <summary>
/// What only some meters have to keep, big-endian: service (1: bit 0 not commissioned, bit 1 the switch has failed) ·
/// owed (10) · switch operations (3) · over-voltages, under-voltages, overloads, cover openings, switch failures (2
/// each). A meter with nothing to say here has no such block in its record.
/// </summary>
internal static class RecordExtras
{
    public const int Bytes = 24;

    private const byte NotCommissioned = 1;
    private const byte SwitchFailed = 2;
    private const int OwedAt = 1;
    private const int OwedBytes = 10;
    private const int OperationsAt = 11;
    private const int CountsAt = 14;

    /// <summary>The counters of two bytes, in their order.</summary>
    private static readonly MeterEvent[] Counts =
    [
        MeterEvent.OverVoltage, MeterEvent.UnderVoltage, MeterEvent.Overload, MeterEvent.CoverOpened,
        MeterEvent.SwitchFailure,
    ];

    public static bool AreIn(MeterRegisters registers) =>
        !registers.IsCommissioned || registers.SwitchFailed || !registers.Owed.IsEmpty
        || registers.Events != MeterEvents.None;

    public static void Write(Span<byte> into, MeterRegisters registers)
    {
        into[0] = (byte)((registers.IsCommissioned ? 0 : NotCommissioned)
            | (registers.SwitchFailed ? SwitchFailed : 0));
        Span<byte> owed = stackalloc byte[16];
        BinaryPrimitives.WriteInt128BigEndian(owed, registers.Owed.Raw);
        owed[^OwedBytes..].CopyTo(into[OwedAt..]);
        var operations = registers.Events.SwitchOperations;
        into[OperationsAt] = (byte)(operations >> 16);
        BinaryPrimitives.WriteUInt16BigEndian(into[(OperationsAt + 1)..], (ushort)(operations & 0xFFFF));
        for (var i = 0; i < Counts.Length; i++)
            BinaryPrimitives.WriteUInt16BigEndian(into[(CountsAt + (2 * i))..], (ushort)registers.Events[Counts[i]]);
    }

    /// <summary>The registers with what the block says, or null when no meter can have that.</summary>
    public static MeterRegisters? Read(ReadOnlySpan<byte> from, MeterRegisters registers)
    {
        if (from[0] > (NotCommissioned | SwitchFailed)) return null;
        Span<byte> owed = stackalloc byte[16];
        from.Slice(OwedAt, OwedBytes).CopyTo(owed[^OwedBytes..]);
        var counts = new int[Counts.Length];
        for (var i = 0; i < counts.Length; i++)
            counts[i] = BinaryPrimitives.ReadUInt16BigEndian(from[(CountsAt + (2 * i))..]);
        return registers with
        {
            IsCommissioned = (from[0] & NotCommissioned) == 0,
            SwitchFailed = (from[0] & SwitchFailed) != 0,
            Owed = new CreditRegister(BinaryPrimitives.ReadInt128BigEndian(owed)),
            Events = new MeterEvents
            {
                SwitchOperations = (from[OperationsAt] << 16)
                    | BinaryPrimitives.ReadUInt16BigEndian(from[(OperationsAt + 1)..]),
                OverVoltages = counts[0],
                UnderVoltages = counts[1],
                Overloads = counts[2],
                CoverOpenings = counts[3],
                SwitchFailures = counts[4],
            },
        };
    }
}
