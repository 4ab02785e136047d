using System.Globalization;

namespace HilBench.Roles;

/// <summary>What is known about a fault: without a strike it proves nothing.</summary>
/// <param name="Fault">What was broken.</param>
/// <param name="InjectedAt">Since when, on the bench's clock.</param>
/// <param name="StruckAt">When it first had an effect; null = it has had none.</param>
/// <param name="Strikes">How often it had an effect.</param>
public sealed record FaultReceipt(Fault Fault, TimeSpan InjectedAt, TimeSpan? StruckAt, long Strikes)
{
    public bool HasStruck => StruckAt is not null;

    /// <summary>What would have made it strike.</summary>
    public string WhyNot => FaultKinds.Of(Fault.Kind).WhyNot;

    public override string ToString() => StruckAt is { } at
        ? string.Create(
            CultureInfo.InvariantCulture,
            $"{InjectedAt:c}  {Fault}: struck after {(at - InjectedAt).TotalMilliseconds:0.0} ms{Count}")
        : $"{InjectedAt:c}  {Fault}: did not strike, {WhyNot}";

    private string Count => Strikes > 1 ? string.Create(CultureInfo.InvariantCulture, $", {Strikes} times") : "";
}
