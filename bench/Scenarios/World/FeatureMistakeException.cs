namespace HilBench.Scenarios.World;

/// <summary>
/// The scenario asks for something that makes no sense, and that only shows while it runs: a token it never named, a
/// third code of a set of two. It says nothing about the meter.
/// </summary>
public sealed class FeatureMistakeException(string message) : Exception(message);
