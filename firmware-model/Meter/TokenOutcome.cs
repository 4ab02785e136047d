namespace HilBench.Meter;

/// <summary>What a token did: the answer, the registers after it, and what the answer speaks of.</summary>
/// <param name="Result">The answer.</param>
/// <param name="Registers">The registers after it; the very same ones when it was refused.</param>
/// <param name="Readout">For a test token: the tests to show, one bit each.</param>
/// <param name="IsTestToken">Class 1: neither counts as a wrong token nor makes up for one.</param>
/// <param name="Named">For a section of an unfinished key change: the code the glass names.</param>
internal readonly record struct TokenOutcome(
    ResultCode Result,
    MeterRegisters Registers,
    ulong Readout = 0,
    KeyChangeSection? Named = null,
    bool IsTestToken = false);
