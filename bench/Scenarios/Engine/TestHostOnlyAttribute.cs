namespace HilBench.Scenarios;

/// <summary>
/// Hooks for a test framework that runs the steps by itself. A run of <c>hilbench</c> does the same without them.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class TestHostOnlyAttribute : Attribute;
