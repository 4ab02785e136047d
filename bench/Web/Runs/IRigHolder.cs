namespace HilBench.Web.Runs;

/// <summary>Who has the rig while nothing runs: the meter that is driven by hand.</summary>
internal interface IRigHolder
{
    /// <summary>The rig is let go for a run, until the answer is disposed of.</summary>
    /// <param name="why">What people who drive by hand are told meanwhile.</param>
    RigLease TakeForRun(string why);
}

/// <summary>The rig is free, or is not to be had.</summary>
/// <param name="GiveBack">Ends the lease; null when there is none.</param>
/// <param name="WhyNot">Why a run cannot have the rig, in one line; null when it can.</param>
internal sealed record RigLease(IDisposable? GiveBack, string? WhyNot);
