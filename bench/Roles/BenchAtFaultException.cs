namespace HilBench.Roles;

/// <summary>
/// The bench looked at itself after a scenario and found itself wrong: this takes the place of whatever the scenario
/// said about the meter, which proves nothing then.
/// </summary>
public sealed class BenchAtFaultException(string message, Exception before) : RigFaultException(message, before);
