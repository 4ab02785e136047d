namespace HilBench.Scenarios;

/// <summary>What a step is: a state, something that happens, or something that must be true afterwards.</summary>
public enum StepKind
{
    Given,
    When,
    Then,
}
