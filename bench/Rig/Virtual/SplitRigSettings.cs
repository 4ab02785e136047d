using HilBench.Meter.Split;
using HilBench.TokenPort.Links;

namespace HilBench.Rig.Virtual;

/// <summary>Everything about a rig with a split meter that a rig file may say.</summary>
public sealed record SplitRigSettings
{
    /// <summary>The wiring of each of the two boards, and how the keypad unit's keys are pressed.</summary>
    public VirtualRigSettings Board { get; init; } = new();

    /// <summary>How the two units talk.</summary>
    public SplitSettings Talk { get; init; } = new();

    public int Baud { get; init; } = 9_600;

    /// <summary>Two AA cells, new: 3.0 V.</summary>
    public int NewMillivolts { get; init; } = 3_000;

    /// <summary>What batteries that run low still give.</summary>
    public int RunLowMillivolts { get; init; } = 2_200;

    /// <summary>Which parts are emulated; the other one is on <see cref="Outside"/>.</summary>
    public OurPart Ours { get; init; } = OurPart.Both;

    /// <summary>Opens the port that the other part is on; null where both are ours.</summary>
    public Func<IOutsideLine>? Outside { get; init; }

    /// <summary>What the bytes pass through on their way, where both are ours.</summary>
    public Func<IByteCarrier> Carrier { get; init; } = static () => new MemoryCarrier();
}
