namespace HilBench.Roles;

/// <summary>One settled picture: the lines as a person sees them and since when they stood there unchanged.</summary>
public sealed record GlassPicture(IReadOnlyList<string> Lines, TimeSpan Since)
{
    public override string ToString() => string.Join('|', Lines);
}

/// <summary>A moment in the history of a glass; only the glass that made it understands it.</summary>
public readonly record struct GlassMark(int Index);
