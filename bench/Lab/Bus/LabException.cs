namespace HilBench.Lab.Bus;

/// <summary>The lab cannot do what was asked: no broker, not allowed, no such rig. The message is one line.</summary>
public sealed class LabException(string message) : Exception(message);
