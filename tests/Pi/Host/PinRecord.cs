using System.Buffers.Binary;

namespace HilBench.Pi;

/// <summary>What a record of the pin log says (tests/Pi/module/hilpins.c).</summary>
internal enum PinEvent
{
    Input = 0,
    InputPullUp = 1,
    InputPullDown = 2,
    Output = 3,
    ContactClosed = 10,
    ContactOpen = 11,
    RecordsLost = 255,
}

/// <summary>
/// One record: when (the guest's monotonic clock), what, which pin, and the level an output has or the other wire of
/// a contact.
/// </summary>
internal readonly record struct PinRecord(TimeSpan At, PinEvent Event, int Pin, int Level)
{
    public const int Bytes = 16;

    public static PinRecord From(ReadOnlySpan<byte> bytes) => new(
        TimeSpan.FromTicks(BinaryPrimitives.ReadInt64LittleEndian(bytes) / TimeSpan.NanosecondsPerTick),
        (PinEvent)bytes[8],
        bytes[9],
        bytes[10]);
}
