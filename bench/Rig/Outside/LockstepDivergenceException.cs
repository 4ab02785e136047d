using HilBench.Meter;

namespace HilBench.Rig.Outside;

/// <summary>
/// Somebody else's meter and the firmware model were told the same and do not say the same: the meter is wrong, or the
/// model is. <see cref="History"/> led there; <see cref="Script"/> replays it on the model alone.
/// </summary>
public sealed class LockstepDivergenceException : Exception
{
    public LockstepDivergenceException(string what, ModelOracle oracle, string script)
        : base($"{what}; replay on the model: hilbench meter --rig none --script {script}")
    {
        Script = script;
        History = [.. oracle.History.Select(Describe)];
    }

    /// <summary>A file of JSON lines (docs/meter-script.md).</summary>
    public string Script { get; }

    /// <summary>A line for each token and each change of the mains, oldest first.</summary>
    public IReadOnlyList<string> History { get; }

    internal static string Name(ResultCode? code) => code is { } given
        ? ResultCodes.NameOf(given) ?? "no answer"
        : "no answer";

    private static string Describe(OracleStep step) => step.Mains is { } isOn
        ? $"{step.At:hh\\:mm\\:ss\\.fff}  the mains {(isOn ? "returns" : "fails")}"
        : $"{step.At:hh\\:mm\\:ss\\.fff}  {step.Digits}  model {Name(step.Model)}, meter {Name(step.Meter)}";
}
