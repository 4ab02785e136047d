namespace HilBench.Web.Waves;

/// <summary>The two cursors of a view.</summary>
internal enum WaveCursor
{
    A,
    B,
}
