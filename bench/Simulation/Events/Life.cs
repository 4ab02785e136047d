using HilBench.Meter;
using HilBench.Tokens;

namespace HilBench.Simulation.Events;

/// <summary>A life: whose meter, with which cipher, and what happens to it.</summary>
/// <param name="Profile">The make of the meter.</param>
/// <param name="Cipher">EA07: a set of two codes, then one of three. EA11: two sets of four.</param>
/// <param name="Events">In their order.</param>
public sealed record Life(MeterProfile Profile, EncryptionAlgorithm Cipher, IReadOnlyList<LifeEvent> Events);
