namespace HilBench.Roles;

/// <summary>
/// A key press, a token or a fault that a scenario asked for did not happen. The scenario proves nothing about the
/// meter: its verdict is Invalid, never green.
/// </summary>
public class StimulusNotDeliveredException : Exception
{
    public StimulusNotDeliveredException(string stimulus, string why)
        : this(stimulus, why, $"{stimulus} was not delivered: {why}")
    {
    }

    protected StimulusNotDeliveredException(string stimulus, string why, string message)
        : base(message)
    {
        Stimulus = stimulus;
        Why = why;
    }

    /// <summary>What should have happened, such as <c>key '7'</c>.</summary>
    public string Stimulus { get; }

    public string Why { get; }
}
