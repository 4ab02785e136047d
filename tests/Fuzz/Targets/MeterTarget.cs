using HilBench.Meter;
using HilBench.Scenarios.World;
using HilBench.Tokens;
using HilBench.Vending;

namespace HilBench.Fuzz.Targets;

/// <summary>Any text on the token port of a meter: what it refuses must change nothing.</summary>
internal sealed class MeterTarget : IFuzzTarget
{
    private readonly Meter.Meter _meter = new(MeterProfile.Generic, StaTables.Sample);
    private MeterTime _now = MeterTime.From(TimeSpan.FromSeconds(1));

    public MeterTarget()
    {
        var station = new VendingStation(StaTables.Sample, seed: 1);
        var made = new MeterDescription();
        var next = made.Key with { Krn = made.Revision.Next(), BaseDate = BaseDate.Year2014 };
        TokenNumber[] sold =
        [
            .. Enumerable.Range(1, 50).Select(kwh =>
                station.Credit(made.Key, EnergyAmount.FromKwh(kwh), Bench.Begins).Number),
            .. station.KeyChange(made.Key, next, KeyExpiry.Never, rollOver: true),
            .. Enumerable.Range(1, 50).Select(kwh =>
                station.Credit(next, EnergyAmount.FromKwh(kwh), Bench.Begins).Number),
            VendingStation.Test(4),
        ];
        Seeds = [.. sold.Select(token => token.ToString())];
        var registers = made.AsMade(station, MeterProfile.Generic);
        _meter.Handle(new MeterInput.PowerUp(StoredRecord.Encode(registers, 0), default), _now);
    }

    public string Name => "meter";

    public IReadOnlyList<string> Seeds { get; }

    public bool Take(string input)
    {
        _now += TimeSpan.FromSeconds(1);
        _meter.Handle(new MeterInput.TimePassed(), _now);
        var before = _meter.State.Registers;
        _meter.Handle(new MeterInput.TokenReceived(input), _now);
        var refused = _meter.State.LastResult.IsRefusal();
        if (refused && _meter.State.Registers != before)
            throw new InvalidOperationException("a refused token changed the registers");
        return !refused;
    }
}
