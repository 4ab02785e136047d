using HilBench.Meter;
using HilBench.Scenarios.World;
using HilBench.Tokens;
using HilBench.Vending;

namespace HilBench.Benchmarks;

/// <summary>
/// How much memory one idle meter needs: makes many meters, each under power and with a key of its own, and compares
/// the heap before and after.
/// </summary>
internal static class MeterMemory
{
    private const int Meters = 100_000;

    public static void Print()
    {
        var description = new MeterDescription();
        var station = new VendingStation(StaTables.Sample, seed: 1);
        var made = description.AsMade(station, MeterProfile.Generic);
        var blank = new byte[StoredRecord.SlotBytes];
        var meters = new Meter.Meter[Meters];
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var i = 0; i < Meters; i++) meters[i] = Idle(made, blank, i);
        var bytes = (GC.GetTotalMemory(forceFullCollection: true) - before) / (double)Meters;
        Console.WriteLine(FormattableString.Invariant(
            $"{Meters} idle meters with {made.Tids.Capacity} TIDs each: {bytes:0} bytes a meter"));
        GC.KeepAlive(meters);
    }

    private static Meter.Meter Idle(MeterRegisters made, byte[] blank, int number)
    {
        var key = made.Key with { Decoder = DecoderKey.Ea07((ulong)number) };
        var meter = new Meter.Meter(MeterProfile.Generic, StaTables.Sample);
        meter.Handle(new MeterInput.PowerUp(StoredRecord.Encode(made with { Key = key }, 0), blank), MeterTime.Start);
        return meter;
    }
}
