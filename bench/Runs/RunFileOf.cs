using HilBench.Roles;
using HilBench.Scenarios.Features;
using HilBench.Scenarios.Reports;
using HilBench.Scenarios.Running;

namespace HilBench.Runs;

/// <summary>Makes <c>run.json</c> of a run.</summary>
internal static class RunFileOf
{
    /// <param name="run">The run, for its reports.</param>
    /// <param name="whole">All that was asked for.</param>
    /// <param name="request">What was wanted.</param>
    /// <param name="plan">Its rig.</param>
    /// <param name="files">What the scenarios have left.</param>
    public static RunFile This(
        RunRecord run, ScenarioList whole, RunRequest request, RigPlan plan, ScenarioFiles files) => new()
    {
        Rig = run.Rig,
        Seed = run.Seed,
        Build = BenchBuild.Of(request.Steps),
        Profile = plan.Profile.Name,
        Setup = RunSetup.Of(plan),
        Began = run.Began,
        Shard = request.Shard?.ToString(),
        List = new RunFileList(whole.Digest, whole.Count),
        Scenarios =
        [
            .. run.Results.Select(result => Of(result.Case, result.Verdict.Word(), whole, run) with
            {
                Folder = files.Of(result.Case) is [var first, ..] ? first.Path.Split('/')[1] : null,
                Seconds = Math.Round(result.WallTime.TotalSeconds, 3),
                StepLine = result.Step?.Place.Line,
                Message = result.Message,
            }),
            .. run.LeftOut.Select(one => Of(
                one.Case, one.IsUnbegun ? RunFileScenario.NotBegun : RunFileScenario.LeftOut, whole, run) with
            {
                Message = one.Why,
            }),
        ],
    };

    private static RunFileScenario Of(ScenarioCase one, string verdict, ScenarioList whole, RunRecord run) => new()
    {
        Index = whole.IndexOf(one),
        File = one.Place.File,
        Line = one.Place.Line,
        Round = one.Round == 0 ? null : one.Round,
        Suite = one.Identity.Suite,
        Name = one.Identity.Name,
        Verdict = verdict,
        Again = run.Again(one),
    };
}
