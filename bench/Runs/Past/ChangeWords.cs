using System.Globalization;
using HilBench.History;
using HilBench.Scenarios.Running;

namespace HilBench.Runs;

/// <summary>What changed between two runs, in words.</summary>
public static class ChangeWords
{
    /// <summary>One scenario, in one line.</summary>
    public static string Of(ScenarioChange one) => one.Change switch
    {
        Change.NewlyRed => $"newly red   {one.Name}: {one.After!.Verdict.Word()}: {one.After.Message}",
        Change.Mended => $"mended      {one.Name}",
        Change.RedInAnotherWay => $"still red   {one.Name}: {one.After!.Verdict.Word()}: {one.After.Message}",
        Change.New => $"new         {one.Name}: {one.After!.Verdict.Word()}",
        Change.Gone => $"gone        {one.Name}",
        _ => string.Create(
            CultureInfo.InvariantCulture,
            $"slower      {one.Name}: {one.Before!.Seconds:0.00} s, now {one.After!.Seconds:0.00} s"),
    };

    /// <summary>How many scenarios ended in which way.</summary>
    public static string VerdictsOf(PastRun run) => run.Verdicts.Count == 0
        ? $"0 of {run.Head.Scenarios}"
        : string.Join(", ", run.Verdicts.OrderBy(one => one.Key).Select(one => $"{one.Value} {one.Key.Word()}"));
}
