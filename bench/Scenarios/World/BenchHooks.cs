using HilBench.Rig;
using HilBench.Rig.Outside;
using HilBench.Rig.Roles;

namespace HilBench.Scenarios.World;

/// <summary>
/// After every scenario: misused chips make it red, a planned fault that never came makes it invalid, and a red one
/// gets its pictures.
/// </summary>
[Binding]
public sealed class BenchHooks(Bench bench, ScenarioContext context)
{
    private const int KeysShown = 24;
    private const int Last = int.MaxValue;
    private const int Late = Last - 1;

    [AfterScenario]
    public void NoChipWasMisused()
    {
        if (bench.IsRunning && bench.Rig.Findings is { Count: > 0 } findings) throw new ChipFindingException(findings);
    }

    [AfterScenario]
    public void EveryPlannedFaultHappened()
    {
        if (bench.IsRunning && bench.Rig.Mains.HasPlannedCut)
            throw new StimulusNotDeliveredException("the mains failure", "the meter stored nothing it could fail in");
    }

    /// <summary>
    /// A meter is only called wrong by a bench that is right: on real hardware the bench looks at itself first.
    /// </summary>
    [AfterScenario(Order = Late)]
    public void TheBenchIsHealthy()
    {
        if (context.TestError is not (MeterWrongException or GlassDisputedException)) return;
        var error = context.TestError;
        if (!bench.IsRunning || bench.Rig.CheckItself() is not { } check) return;
        context.Attach("the bench looked at itself", [$"{string.Join(", ", check.Looked)}: {Health(check)}"]);
        if (!check.IsHealthy)
        {
            throw new BenchAtFaultException(
                $"the bench is not healthy, so the scenario proves nothing: {string.Join("; ", check.Wrong)}", error);
        }
    }

    [AfterScenario(Order = Last)]
    public void ShowWhatHappened()
    {
        if (context.TestError is not { } error || !bench.IsRunning) return;
        if (error is LockstepDivergenceException { History: var history })
            context.Attach("what both were told", history);
        ShowGlasses(error);
        if (bench.Rig.Findings.Count > 0) context.Attach("chip findings", bench.Rig.Findings);
        var log = bench.Rig.Keypad.Log;
        if (bench.Rig.TokenPort is null) context.Attach($"the last keys, of {log.Count}", KeyLog.Lines(log, KeysShown));
        context.Attach("clock", [$"{UtcTime.Write(bench.Now)} UTC, {bench.Rig.Clock.Now:c} after the start"]);
    }

    private void ShowGlasses(Exception error)
    {
        var glass = bench.Rig.Glass;
        var where = bench.Rig.TokenPort is null ? "on the glass" : "by the port";
        if (error is not MeterWrongException { Expected: { } expected, Seen: { } seen })
        {
            context.Attach(where, GlassDrawing.Draw(glass.Read(), glass.Columns));
            return;
        }

        var height = Math.Max(expected.Count, seen.Lines.Count);
        context.Attach("expected", GlassDrawing.Draw(expected, glass.Columns, height));
        context.Attach(where, GlassDrawing.Draw(seen.Lines, glass.Columns, height), besideTheLast: true);
    }

    private static string Health(SelfCheck check) => check.IsHealthy
        ? "meter wrong, bench healthy"
        : string.Join("; ", check.Wrong);
}
