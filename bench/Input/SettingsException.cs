namespace HilBench.Input;

/// <summary>A rig or profile file says something it may not; the message is one line, <c>file:line: what</c>.</summary>
public sealed class SettingsException(string message) : Exception(message);
