namespace HilBench.Roles;

/// <summary>
/// The meter's program wrote what the scenario wants to see, and the person at the bench did not see it: the meter,
/// which has a display, is wrong.
/// </summary>
public sealed class GlassDisputedException(IReadOnlyList<string> lines)
    : Exception("the operator did not see on the glass what the meter's program wrote to it")
{
    /// <summary>What was written.</summary>
    public IReadOnlyList<string> Lines { get; } = lines;
}
