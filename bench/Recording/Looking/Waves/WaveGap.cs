namespace HilBench.Recording.Looking.Waves;

/// <summary>A time of which nothing is known.</summary>
public readonly record struct WaveGap(TimeSpan From, TimeSpan To);
