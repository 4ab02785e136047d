using System.Globalization;
using HilBench.History;
using HilBench.Scenarios.Running;

namespace HilBench.Runs;

/// <summary>What changed between two runs, in words.</summary>
public static class ChangeWords
{
    /// <summary>One scenario, in one line; another bench or another meter may be why it changed.</summary>
    public static string Of(ScenarioChange one)
    {
        if (one is not { Before: { } before, After: { } after }) return WhatOf(one);
        var (was, now) = (WhereOf(before.Where), WhereOf(after.Where));
        return was == now ? WhatOf(one) : $"{WhatOf(one)} (before on {was}, now on {now})";
    }

    private static string WhatOf(ScenarioChange one) => one.Change switch
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

    private static string WhereOf(RunPlace? where) => where is null ? "a rig without labels"
        : string.Join(", ", new[] { where.Bench, where.Meter }.Where(name => name.Length > 0));
}
