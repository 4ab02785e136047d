using System.Runtime.CompilerServices;

namespace HilBench.Cli.Tests.Fixture;

/// <summary>No test writes into the history of whoever runs the tests.</summary>
internal static class NoHistory
{
    [ModuleInitializer]
    internal static void Set() => Environment.SetEnvironmentVariable("CI", "true");
}
