using HilBench.Roles;

namespace HilBench.Rig.Fingers;

/// <summary>
/// A person's fingers: they press one key after the other, in their own time, and nothing finer can be asked of them.
/// </summary>
public abstract class PersonKeypad(IReadOnlyList<string> legend) : IKeypad
{
    public string Keys { get; } = string.Concat(legend);

    /// <summary>What is printed on the keys, row by row.</summary>
    protected IReadOnlyList<string> Legend { get; } = legend;

    public abstract IReadOnlyList<PressReceipt> Log { get; }

    /// <summary>Why keys cannot be made to bounce here.</summary>
    protected abstract string WhyNoBounce { get; }

    public abstract PressReceipt Press(char key);

    /// <summary>A person's finger has its own times.</summary>
    public PressReceipt Press(char key, TimeSpan hold, TimeSpan gap) =>
        throw NotDelivered(key, "an operator cannot hold a key to the millisecond");

    public IReadOnlyList<PressReceipt> PressTogether(string keys) =>
        throw NotDelivered(keys[0], "an operator cannot press keys at the same moment");

    public PressReceipt HoldDown(char key) => throw NotDelivered(key, "an operator is not asked to hold keys down");

    public void LetGo(char key)
    {
    }

    public void SetBounce(TimeSpan longest) => throw new StimulusNotDeliveredException("bouncing keys", WhyNoBounce);

    protected static StimulusNotDeliveredException NotDelivered(char key, string why) => new($"key '{key}'", why);
}
