using HilBench.Roles;

namespace HilBench.Scenarios.World;

/// <summary>
/// The meter did something else than the scenario promises: what was expected, and what was on the glass.
/// </summary>
public sealed class MeterWrongException : Exception
{
    public MeterWrongException(string message, IReadOnlyList<string>? expected = null, GlassPicture? seen = null)
        : base(message)
    {
        Expected = expected;
        Seen = seen;
    }

    /// <summary>The lines the glass should have shown, when the promise is about the glass.</summary>
    public IReadOnlyList<string>? Expected { get; }

    public GlassPicture? Seen { get; }
}
