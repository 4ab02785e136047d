using HilBench.Scenarios.Running;

namespace HilBench.Lots.Deliveries;

/// <summary>What a sample says of its lot.</summary>
/// <param name="List">The file of the delivery, as the user knows it.</param>
/// <param name="Size">How many meters were delivered.</param>
/// <param name="Plan">How many were to be tested, and how many may fail.</param>
/// <param name="Drawn">How many were drawn.</param>
/// <param name="Tested">Those that were tested.</param>
public sealed record LotOutcome(
    string List, int Size, SamplingPlan Plan, int Drawn, IReadOnlyList<TestedMeter> Tested)
{
    public int Failed => Tested.Count(one => one.IsFailed);

    /// <summary>Nothing is known of them: they were not judged, or never tested.</summary>
    public int Open => Tested.Count(one => one.IsOpen) + Drawn - Tested.Count;

    /// <summary>Too many fail, whatever the rest would say.</summary>
    public bool IsRejected => Failed > Plan.Accept;

    /// <summary>So few fail that the rest cannot change it, and there is no rest.</summary>
    public bool IsAccepted => !IsRejected && Open == 0;

    /// <summary>0 accepted, 1 rejected; otherwise why some were not judged.</summary>
    public int ExitCode => IsRejected ? ExitCodes.Failed : IsAccepted ? ExitCodes.Passed
        : Tested.Where(one => one.IsOpen && one.ExitCode != ExitCodes.Passed).Select(one => one.ExitCode)
            .OrderBy(Array.AsReadOnly(
                [ExitCodes.Aborted, ExitCodes.BadInput, ExitCodes.RigFault, ExitCodes.Invalid]).IndexOf)
            .FirstOrDefault(ExitCodes.Invalid);

    /// <summary>The verdict, in one line.</summary>
    public string Line
    {
        get
        {
            var sample = Drawn == Size ? $"all {Size} meters" : $"a sample of {Drawn} of {Size} meters";
            var open = Open == 0 ? "" : $", {Open} not judged";
            var verdict = IsRejected ? "rejected" : IsAccepted ? "accepted" : "not decided";
            return $"lot {List}: {sample}: {Tested.Count(one => one is { IsFailed: false, IsOpen: false })} passed, "
                + $"{Failed} failed{open}; {Plan.Accept} may fail: the lot is {verdict}";
        }
    }
}
