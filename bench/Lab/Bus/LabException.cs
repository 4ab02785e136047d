using HilBench.Roles;

namespace HilBench.Lab.Bus;

/// <summary>
/// The lab is not as it should be: no broker, no rig, no permission. Like a rig that is not there it says nothing of a
/// meter. The message is one line.
/// </summary>
public sealed class LabException(string message) : RigFaultException(message);
