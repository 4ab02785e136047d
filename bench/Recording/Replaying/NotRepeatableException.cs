namespace HilBench.Recording.Replaying;

/// <summary>What a recording holds cannot be done on this rig: the replay proves nothing.</summary>
public sealed class NotRepeatableException(string message) : Exception(message);
