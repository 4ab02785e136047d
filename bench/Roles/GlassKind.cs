namespace HilBench.Roles;

/// <summary>How a display forms its signs.</summary>
public enum GlassKind
{
    /// <summary>A character panel: 5×8 dots for each sign.</summary>
    Dots,

    /// <summary>Digits of seven segments and a point.</summary>
    Segments,
}
