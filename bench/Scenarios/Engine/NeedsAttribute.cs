namespace HilBench.Scenarios;

/// <summary>
/// What the bench must have for this step, such as <c>keypad</c>: a scenario that needs more than the rig has is
/// refused by name before anything runs. Ours, not Reqnroll's.
/// </summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, AllowMultiple = true)]
public sealed class NeedsAttribute(params string[] capabilities) : Attribute
{
    public IReadOnlyList<string> Capabilities { get; } = capabilities;
}
