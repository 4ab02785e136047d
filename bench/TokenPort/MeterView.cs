using HilBench.Meter;

namespace HilBench.TokenPort;

/// <summary>What the port may read of its meter at one moment.</summary>
/// <param name="Registers">Null after a memory fault.</param>
/// <param name="Result">The answer to the newest token of the port; None = there was none.</param>
/// <param name="Detail">What the glass said beside the answer, as a test token asks for.</param>
/// <param name="Port">How the port introduces itself, and what the meter counts.</param>
public sealed record MeterView(MeterRegisters? Registers, ResultCode Result, string Detail, TokenPortSettings Port);
