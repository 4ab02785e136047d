using HilBench.Meter;

namespace HilBench.Roles;

/// <summary>What the meter answered to a token, and when.</summary>
public readonly record struct MeterAnswer(ResultCode Result, TimeSpan At);
