using HilBench.Meter;
using HilBench.Rig.Surroundings;
using HilBench.Tokens;

namespace HilBench.Physical;

/// <content>
/// The house behind the meter: nothing is drawn, but the metrology chip says so, and a test loop sees the contact of
/// the load switch.
/// </content>
public sealed partial class PhysicalRig
{
    private readonly TestLoop? _loop;

    public Watts Wanted { get; private set; }

    public LoadSwitchPosition Switch => _loop?.Look() ?? LoadSwitchPosition.Open;

    public void Draw(Watts power, Watts unbalance = default)
    {
        if (_loop is null) throw Cannot("a load");
        ArgumentOutOfRangeException.ThrowIfNegative(power.Value);
        Wanted = power;
        Happen(new MeterInput.LoadDraws(power, unbalance));
    }

    private TestLoop? LoopOf(TestLoopSettings? settings) =>
        settings is null ? null : new TestLoop(_meter.Pins.Device(settings.Address), settings, Clock);
}
