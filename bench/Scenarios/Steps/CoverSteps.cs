using HilBench.Meter;
using HilBench.Roles;
using HilBench.Scenarios.World;
using Reqnroll;

namespace HilBench.Scenarios.Steps;

/// <summary>Somebody opens the meter, and what it remembers of that.</summary>
[Binding]
public sealed class CoverSteps(Bench bench, Witness witness)
{
    /// <summary>It stays open; a meter without mains finds it open when it starts.</summary>
    [Needs(Capability.Cover)]
    [When("the cover is opened")]
    public void WhenTheCoverIsOpened()
    {
        witness.LookFromNow();
        if (IsOpen) throw new FeatureMistakeException("the cover is open already");
        IsOpen = true;
        bench.Faults.Inject(new Fault(FaultKind.CoverOpened));
        bench.Rig.Clock.Wait(TimeSpan.Zero);
    }

    /// <summary>What the meter remembers of it stays.</summary>
    [Needs(Capability.Cover)]
    [When("the cover is closed")]
    public void WhenTheCoverIsClosed()
    {
        witness.LookFromNow();
        if (!IsOpen) throw new FeatureMistakeException("the cover is closed already");
        IsOpen = false;
        bench.Faults.Mend(FaultyPart.Cover);
    }

    [Needs(Capability.Record)]
    [Then("the tamper is latched")]
    public void ThenTheTamperIsLatched()
    {
        if (!IsLatched) throw new MeterWrongException("the tamper is not latched", seen: witness.Now);
    }

    [Needs(Capability.Record)]
    [Then("the tamper is not latched")]
    public void ThenTheTamperIsNotLatched()
    {
        if (IsLatched) throw new MeterWrongException("the tamper is latched", seen: witness.Now);
    }

    private bool IsOpen { get; set; }

    private bool IsLatched => bench.Build().Stored is { Registers: MeterRegisters registers }
        ? registers.TamperLatched
        : throw new MeterWrongException("the meter has no stored record that can be read", seen: witness.Now);
}
