using HilBench.Chips;

namespace HilBench.Rig.Virtual;

/// <summary>
/// The batteries of a keypad unit. They are new, low or flat; low ones strike when the unit measures them.
/// <para><b>Not modelled:</b> use: a battery gets low when somebody says so.</para>
/// </summary>
/// <param name="circuit">The board they feed.</param>
/// <param name="whenNew">Millivolts of new ones.</param>
/// <param name="whenLow">Millivolts of low ones.</param>
internal sealed class Batteries(CircuitBoard circuit, int whenNew, int whenLow)
{
    /// <summary>They are low: strikes at each measurement.</summary>
    public Defect? Low { get; set; }

    /// <summary>There is enough in them for the unit to run.</summary>
    public bool IsRunning => circuit.Power.IsOn;

    /// <summary>What the unit's converter says.</summary>
    public int Measure() => Low?.Strike() == true ? whenLow : whenNew;

    public void GoFlat() => circuit.Power.Fail();

    /// <summary>New ones are put in: the unit starts anew, whatever the old ones had left.</summary>
    public void Change()
    {
        Low = null;
        circuit.Power.Fail();
        circuit.Power.Restore();
    }
}
