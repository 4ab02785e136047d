using HilBench.Meter;
using HilBench.Tokens;

namespace HilBench.Roles;

/// <summary>Keys, mains and load of a meter that the bench can only speak to: none of them can be moved.</summary>
public sealed class NoHands(IBenchClock clock) : IKeypad, IMains, ILoad
{
    private const string Why = "the bench reaches this meter by its port alone";

    public string Keys => "";

    public IReadOnlyList<PressReceipt> Log => [];

    public bool IsOn => true;

    public bool HasPlannedCut => false;

    public Watts Wanted => default;

    public LoadSwitchPosition Switch => throw Not("a look at the load switch");

    public PressReceipt Press(char key) => throw Not($"key '{key}'");

    public PressReceipt Press(char key, TimeSpan hold, TimeSpan gap) => Press(key);

    public IReadOnlyList<PressReceipt> PressTogether(string keys) =>
        [.. keys.Select(key => new PressReceipt(key, clock.Now, null, ReceiptWitness.Nobody, Why))];

    public PressReceipt HoldDown(char key) => Press(key);

    public void SetBounce(TimeSpan longest) => throw Not("bouncing keys");

    public void LetGo(char key) => throw Not($"key '{key}'");

    public void Fail() => throw Not("the mains failure");

    /// <summary>It is on, as far as anybody knows.</summary>
    public void Return()
    {
    }

    public void FailDuringNextSave(TimeSpan after) => throw Not("the mains failure");

    public void CancelPlannedCut()
    {
    }

    public void Draw(Watts power, Watts unbalance = default) => throw Not("the load");

    private static StimulusNotDeliveredException Not(string stimulus) => new(stimulus, Why);
}
