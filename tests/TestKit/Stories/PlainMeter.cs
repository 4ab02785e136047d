using HilBench.TestKit.Vectors;

namespace HilBench.TestKit.Stories;

/// <summary>The meter for cases that name none: the one of the examples in docs/vend-and-decode.md.</summary>
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
