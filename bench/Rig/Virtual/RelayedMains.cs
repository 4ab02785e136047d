using HilBench.Chips;
using HilBench.Meter;
using HilBench.Rig.Surroundings;
using HilBench.Roles;

namespace HilBench.Rig.Virtual;

/// <summary>The supply of a virtual board behind a relay of the bench.</summary>
internal sealed class RelayedMains(CircuitBoard circuit, Volts nominal, MainsRelay relay) : IMains
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Blink = TimeSpan.FromMilliseconds(1);

    public bool IsOn => circuit.Power.IsOn;

    public Volts? Voltage => new Volts(circuit.Power.Volts);

    public bool HasPlannedCut => false;

    public void Fail()
    {
        relay.Off();
        Await(isOn: false);
    }

    /// <summary>Returns when the meter has started, as a person sees it: the display is lit.</summary>
    public void Return()
    {
        circuit.Power.LineVolts = nominal.Value;
        relay.On();
        Await(isOn: true);
        circuit.Time.Wait(TimeSpan.Zero);
    }

    /// <summary>What the line before the relay carries; true to life on an emulated bench alone.</summary>
    public void Carry(Volts voltage)
    {
        var wasOn = IsOn;
        circuit.Power.LineVolts = voltage.Value;
        circuit.Time.Wait(wasOn && circuit.Power.IsFailing ? circuit.Power.HoldUp : TimeSpan.Zero);
    }

    public void FailDuringNextSave(TimeSpan after) => throw new StimulusNotDeliveredException(
        "the mains failure", "a relay is too slow to hit a save of some milliseconds");

    public void CancelPlannedCut()
    {
    }

    private void Await(bool isOn)
    {
        var giveUp = circuit.Time.Now + Patience + circuit.Power.HoldUp;
        while (circuit.Power.IsOn != isOn)
        {
            if (circuit.Time.Now >= giveUp)
            {
                throw new RigFaultException(
                    $"the mains relay was told to {(isOn ? "close" : "open")} and did not; look at its contact");
            }

            circuit.Time.Wait(Blink);
        }
    }
}
