using HilBench.TestKit.Vectors;

namespace HilBench.TestKit.Stories;

/// <summary>The meter for cases that name none: the first example of the vending lines (design.md 4.2).</summary>
internal static class PlainMeter
{
    public static VectorKey Key { get; } = new()
    {
        Dkga = 2,
        Ea = 7,
        Vk = "abababababababab",
        Pan = "600727000000000009",
        Sgc = "123456",
        Ti = "01",
        Krn = 1,
        Kt = 2,
        Base = 1993,
    };
}
