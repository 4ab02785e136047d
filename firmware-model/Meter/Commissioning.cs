using HilBench.Tokens;

namespace HilBench.Meter;

/// <summary>
/// A meter may be delivered so that it takes no credit, supplies nothing and senses no tamper until it has been
/// installed: its covers are still off then. A short code or a token of its maker ends that, once.
/// </summary>
internal static class Commissioning
{
    /// <summary>The registers of the meter in service, or null when it has been commissioned before.</summary>
    public static MeterRegisters? Done(MeterRegisters registers, MeterProfile profile) =>
        registers.IsCommissioned
            ? null
            : SwitchRules.Settled(registers with { IsCommissioned = true }, profile);

    /// <summary>Whether this is the token, in the clear, that commissions this make of meter.</summary>
    public static bool IsToken(Token token, MeterProfile profile) =>
        token is UnknownToken { Class: TokenClass.Test } && token.SubClass == profile.Commissioning?.TokenSubClass;
}
