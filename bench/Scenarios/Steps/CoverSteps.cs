using HilBench.Meter;
using HilBench.Roles;
using HilBench.Scenarios.World;
using Reqnroll;

namespace HilBench.Scenarios.Steps;

/// <summary>Somebody opens the meter, and what it remembers of that.</summary>
[Binding]
public sealed class CoverSteps(Bench bench, Witness witness)
{
    private readonly HashSet<FaultyPart> _open = [];

    /// <summary>It stays open; a meter without mains finds it open when it starts.</summary>
    [Needs(Capability.Cover)]
    [When("the cover is opened")]
    public void WhenTheCoverIsOpened() => Open(FaultyPart.Cover, FaultKind.CoverOpened, "the cover");

    /// <summary>What the meter remembers of it stays.</summary>
    [Needs(Capability.Cover)]
    [When("the cover is closed")]
    public void WhenTheCoverIsClosed() => Close(FaultyPart.Cover, "the cover");

    /// <summary>It stays open; a meter that starts finds it open.</summary>
    [Needs(Capability.Cover)]
    [When("the terminal cover is opened")]
    public void WhenTheTerminalCoverIsOpened() =>
        Open(FaultyPart.TerminalCover, FaultKind.TerminalCoverOpened, "the terminal cover");

    /// <summary>What the meter made of it stays.</summary>
    [Needs(Capability.Cover)]
    [When("the terminal cover is closed")]
    public void WhenTheTerminalCoverIsClosed() => Close(FaultyPart.TerminalCover, "the terminal cover");

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

    private bool IsLatched => bench.Build().Stored is { Registers: MeterRegisters registers }
        ? registers.TamperLatched
        : throw new MeterWrongException("the meter has no stored record that can be read", seen: witness.Now);

    private void Open(FaultyPart part, FaultKind kind, string name)
    {
        witness.LookFromNow();
        if (!_open.Add(part)) throw new FeatureMistakeException($"{name} is open already");
        bench.Faults.Inject(new Fault(kind));
        bench.Rig.Clock.Wait(TimeSpan.Zero);
    }

    private void Close(FaultyPart part, string name)
    {
        witness.LookFromNow();
        if (!_open.Remove(part)) throw new FeatureMistakeException($"{name} is closed already");
        bench.Faults.Mend(part);
    }
}
