namespace HilBench.Scenarios.Running;

/// <summary>What a scenario proved (docs/architecture.md, Verdicts).</summary>
public enum Verdict
{
    Passed,

    /// <summary>The meter is wrong.</summary>
    Failed,

    /// <summary>A stimulus or a fault did not happen: nothing was proved.</summary>
    Invalid,

    /// <summary>The bench is wrong.</summary>
    RigFault,

    /// <summary>The scenario asks for something that makes no sense.</summary>
    Undefined,

    /// <summary>Stopped before it ended.</summary>
    Aborted,

    /// <summary>The meter is wrong, in a way that the scenario's tag says is known.</summary>
    KnownDefect,
}

/// <summary>What a verdict is called where people read it.</summary>
public static class VerdictNames
{
    public static string Word(this Verdict verdict) => verdict switch
    {
        Verdict.RigFault => "rig fault",
        Verdict.KnownDefect => "known defect",
        _ => verdict.ToString().ToLowerInvariant(),
    };

    /// <summary>The verdict of a word; null when it is none.</summary>
    public static Verdict? Of(string word) =>
        Enum.GetValues<Verdict>().Where(one => one.Word() == word).Select(one => (Verdict?)one).FirstOrDefault();

    /// <summary>It is as it should be, or as everybody knows it to be: nobody has to act.</summary>
    public static bool IsGood(this Verdict verdict) => verdict is Verdict.Passed or Verdict.KnownDefect;
}

/// <summary>The exit code of a run: when several hold, the first in this order counts.</summary>
public static class ExitCodes
{
    public const int Passed = 0;
    public const int Failed = 1;
    public const int BadInput = 2;
    public const int RigFault = 3;
    public const int Invalid = 4;
    public const int Aborted = 130;

    private static readonly (Verdict Verdict, int Code)[] Order =
    [
        (Verdict.Aborted, Aborted),
        (Verdict.Undefined, BadInput),
        (Verdict.RigFault, RigFault),
        (Verdict.Failed, Failed),
        (Verdict.Invalid, Invalid),
    ];

    public static int For(IEnumerable<Verdict> verdicts)
    {
        var seen = verdicts.ToHashSet();
        foreach (var (verdict, code) in Order)
        {
            if (seen.Contains(verdict)) return code;
        }

        return Passed;
    }
}
