using HilBench.Board;
using HilBench.Roles;
using HilBench.TokenPort.Links;

namespace HilBench.Rig.Virtual;

/// <summary>Everything about a rig with a virtual panel that a rig file may say.</summary>
public sealed record PanelRigSettings
{
    public SerialPanelSettings Panel { get; init; } = new();

    public PressTiming Press { get; init; } = new();

    public int StoreAddress { get; init; } = 0x50;

    /// <summary>What the bytes pass through on their way.</summary>
    public Func<IByteCarrier> Carrier { get; init; } = static () => new MemoryCarrier();
}
