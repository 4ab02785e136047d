using System.Runtime.ExceptionServices;
using HilBench.Rig.Outside;
using HilBench.Roles;
using Reqnroll;

namespace HilBench.Scenarios.World;

/// <summary>
/// After every scenario: misused chips make it red, a planned fault that never came makes it invalid, and a red one
/// gets its pictures. All in one hook, because Reqnroll leaves the others out after one has thrown; and the last, so
/// that a lab's own hooks are not left out.
/// </summary>
[Binding]
public sealed class BenchHooks(
    Bench bench, ScenarioContext context, ScenarioAttachments attachments, ScenarioFlight flight)
{
    private const int KeysShown = 24;
    private const string GlassFile = "glass";

    [AfterScenario(Order = int.MaxValue)]
    public void LookBack()
    {
        if (!bench.IsRunning) return;
        flight.LookLast(bench.Rig);
        var error = context.TestError ?? Thrown(NoChipWasMisused) ?? Thrown(EveryPlannedFaultHappened);
        if (error is MeterWrongException or ChipFindingException)
            error = Thrown(() => EveryFaultStruck(error)) ?? error;
        // A meter is only called wrong by a bench that is right: on real hardware the bench looks at itself first.
        error = Thrown(() => TheBenchIsHealthy(error)) ?? error;
        KeepGlass(error);
        KeepReceipts();
        if (error is null) return;
        ShowWhatHappened(error);
        if (!ReferenceEquals(error, context.TestError)) ExceptionDispatchInfo.Throw(error);
    }

    /// <summary>Behind a port there is no glass.</summary>
    private void KeepGlass(Exception? error)
    {
        if (!attachments.WantsGlass || bench.Rig.TokenPort is not null) return;
        var (glass, height) = (bench.Rig.Glass, bench.Profile.Display.Lines);
        attachments.Glass = error is null ? GlassStory.Last(glass, height) : GlassStory.Ending(glass, height);
    }

    private static Exception? Thrown(Action look)
    {
        try
        {
            look();
            return null;
        }
        catch (Exception wrong)
        {
            return wrong;
        }
    }

    private void NoChipWasMisused()
    {
        if (bench.Rig.Findings is { Count: > 0 } findings) throw new ChipFindingException(findings);
    }

    private void EveryPlannedFaultHappened()
    {
        if (bench.Rig.Mains.HasPlannedCut)
            throw new StimulusNotDeliveredException("the mains failure", "the meter stored nothing it could fail in");
        EveryFaultStruck(error: null);
    }

    /// <summary>A meter is not wrong about a fault that it never met.</summary>
    private void EveryFaultStruck(Exception? error)
    {
        if (bench.Rig.Faults?.Receipts.FirstOrDefault(receipt => !receipt.HasStruck) is not { } idle) return;
        throw new FaultNeverStruckException(idle, error is null ? "" : $"; so it proves nothing that {error.Message}");
    }

    /// <summary>When each fault had its effect is part of what a scenario proves, green or red.</summary>
    private void KeepReceipts()
    {
        if (bench.Rig.Faults?.Receipts is { Count: > 0 } receipts)
            attachments.Add("faults", [.. receipts.Select(receipt => receipt.ToString())]);
    }

    private void TheBenchIsHealthy(Exception? error)
    {
        if (error is not (MeterWrongException or GlassDisputedException)) return;
        if (bench.Rig.CheckItself() is not { } check) return;
        attachments.Add("the bench looked at itself", [$"{string.Join(", ", check.Looked)}: {Health(check)}"]);
        if (!check.IsHealthy)
        {
            throw new BenchAtFaultException(
                $"the bench is not healthy, so the scenario proves nothing: {string.Join("; ", check.Wrong)}", error);
        }
    }

    private void ShowWhatHappened(Exception error)
    {
        if (error is LockstepDivergenceException { History: var history })
            attachments.Add("what both were told", history);
        ShowGlasses(error);
        if (bench.Rig.Findings.Count > 0) attachments.Add("chip findings", bench.Rig.Findings);
        var log = bench.Rig.Keypad.Log;
        if (bench.Rig.TokenPort is null)
            attachments.Add($"the last keys, of {log.Count}", KeyLog.Lines(log, KeysShown));
        attachments.Add("clock", [$"{UtcTime.Write(bench.Now)} UTC, {bench.Rig.Clock.Now:c} after the start"]);
    }

    private void ShowGlasses(Exception error)
    {
        var glass = bench.Rig.Glass;
        var where = bench.Rig.TokenPort is null ? "on the glass" : "by the port";
        if (error is not MeterWrongException { Expected: { } expected, Seen: { } seen })
        {
            attachments.AddGlass(where, glass.Read(), glass.Columns, file: GlassFile, kind: glass.Kind);
            return;
        }

        var height = Math.Max(expected.Count, seen.Lines.Count);
        attachments.AddGlass("expected", expected, glass.Columns, height, kind: glass.Kind);
        attachments.AddGlass(
            where, seen.Lines, glass.Columns, height, besideTheLast: true, file: GlassFile, kind: glass.Kind);
    }

    private static string Health(SelfCheck check) => check.IsHealthy
        ? "meter wrong, bench healthy"
        : string.Join("; ", check.Wrong);
}
