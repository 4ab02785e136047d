using System.Globalization;

namespace HilBench.Meter.Tests.Properties;

/// <summary>
/// How many sequences the long properties try. <c>tests/mutation</c> asks for a fraction of them, because it runs them
/// once for each of some thousand mutants.
/// </summary>
internal static class Effort
{
    /// <summary>A whole number of 1 or more; the long properties try this fraction of their sequences.</summary>
    public const string Variable = "HILBENCH_PROPERTY_DIVISOR";

    public static int Of(int sequences)
    {
        var text = Environment.GetEnvironmentVariable(Variable) ?? "1";
        var divisor = int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
        return Math.Max(1, sequences / divisor);
    }
}
