using BenchmarkDotNet.Attributes;
using HilBench.Meter;
using HilBench.Scenarios.World;
using HilBench.Tokens;
using HilBench.Vending;

namespace HilBench.Benchmarks;

/// <summary>
/// The update of 2024 for one meter, on the model without pins: power comes, then code 1, code 2 and the first token of
/// the new key arrive through the token port, and each save is encoded as for a real store.
/// </summary>
[MemoryDiagnoser]
public class RolloverBenchmarks
{
    private static readonly MeterDescription Made = new();

    private readonly string[] _tokens;
    private readonly byte[] _slot;
    private readonly byte[] _blank = new byte[StoredRecord.SlotBytes];

    public RolloverBenchmarks()
    {
        var station = new VendingStation(StaTables.Sample, seed: 1);
        var next = Made.Key with { Krn = Made.Revision.Next(), BaseDate = BaseDate.Year2014 };
        var codes = station.KeyChange(Made.Key, next, KeyExpiry.Never, rollOver: true);
        var credit = station.Credit(next, EnergyAmount.FromKwh(40), Bench.Begins).Number;
        _tokens = [.. codes.Append(credit).Select(token => token.ToString())];
        _slot = StoredRecord.Encode(Made.AsMade(station, MeterProfile.Generic), 0);
    }

    [Benchmark]
    public long ARolloverAndAToken()
    {
        var meter = new Meter.Meter(MeterProfile.Generic, StaTables.Sample);
        var now = MeterTime.From(TimeSpan.FromSeconds(1));
        meter.Handle(new MeterInput.PowerUp(_slot, _blank), now);
        foreach (var token in _tokens) meter.Handle(new MeterInput.TokenReceived(token), now);
        return meter.State.LastResult == ResultCode.Accept && meter.State.Registers!.Key.Revision.Value == 2
            ? meter.State.Registers.Credit.Millijoules
            : throw new InvalidOperationException("A benchmark of a refused update measures nothing.");
    }
}
