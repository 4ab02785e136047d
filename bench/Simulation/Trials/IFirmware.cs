using HilBench.Meter;
using HilBench.Tokens;

namespace HilBench.Simulation.Trials;

/// <summary>
/// What a life is lived with: the model, or in tests a stand-in that breaks one of its rules. One of these lives from a
/// power-up to the next.
/// </summary>
public interface IFirmware
{
    MeterTime? Due { get; }

    MeterState State { get; }

    IReadOnlyList<Effect> Handle(MeterInput input, MeterTime now);
}

/// <summary>The meter of the bench, as it is.</summary>
public sealed class ModelFirmware(MeterProfile profile) : IFirmware
{
    private readonly Meter.Meter _meter = new(profile, StaTables.Sample);

    public MeterTime? Due => _meter.Due;

    public MeterState State => _meter.State;

    public IReadOnlyList<Effect> Handle(MeterInput input, MeterTime now) => _meter.Handle(input, now);
}
