using CsCheck;

namespace HilBench.Meter.Tests.Properties;

/// <summary>One of some given things.</summary>
internal static class Pick
{
    public static Gen<T> From<T>(params T[] things) => Gen.Int[0, things.Length - 1].Select(index => things[index]);
}
