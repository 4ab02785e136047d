using HilBench.Chips;
using HilBench.Roles;

namespace HilBench.Rig.Faults;

/// <summary>
/// What a keypad unit is paired with. With another meter it strikes when the measuring unit hears a frame for that one;
/// with none at once: there is nothing to hear.
/// </summary>
/// <param name="now">The bench's clock.</param>
/// <param name="pair">Pairs the keypad unit, as an installer does.</param>
/// <param name="itsMeter">The number of the meter that it belongs to.</param>
internal sealed class PairingFaults(Func<TimeSpan> now, Action<string> pair, Func<string> itsMeter)
    : FaultSet(FaultyPart.Pairing)
{
    private Defect? _defect;
    private string _other = "";

    public override string? Problem(Fault fault) =>
        fault.Meter == itsMeter() ? $"meter {fault.Meter} is its own" : null;

    public override Defect Inject(Fault fault)
    {
        _other = fault.Meter ?? "";
        _defect = new Defect(now);
        pair(_other);
        if (_other.Length == 0) _defect.Strike();
        return _defect;
    }

    public override void Mend()
    {
        _defect = null;
        pair(itsMeter());
    }

    /// <summary>The measuring unit has heard a frame for this meter, which it is not.</summary>
    public void OnHeard(string meter)
    {
        if (meter == _other) _defect?.Strike();
    }
}
