namespace HilBench.Roles;

/// <summary>
/// A fault of the scenario had no effect. It overrules what the meter is blamed for: a meter is not wrong about a fault
/// that it never met.
/// </summary>
public sealed class FaultNeverStruckException(FaultReceipt receipt, string blame)
    : StimulusNotDeliveredException(
        $"the fault \"{receipt.Fault}\"", receipt.WhyNot,
        $"the fault \"{receipt.Fault}\" did not strike: {receipt.WhyNot}{blame}");
