using HilBench.Board;
using HilBench.Meter;
using HilBench.Roles;
using HilBench.Tokens;

namespace HilBench.Physical.Ports;

/// <summary>A real panel on a port, and the meter that is to speak to it.</summary>
public sealed record PanelPortSettings(string RigName, MeterProfile Profile, StaTables Tables, string Port)
{
    public SerialPanelSettings Panel { get; init; } = new();

    /// <summary>Who presses its keys.</summary>
    public IOperator? Operator { get; init; }

    /// <summary>How long that person may take to press one.</summary>
    public TimeSpan OperatorPatience { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Who looks on; null when nobody does.</summary>
    public IRigProbe? Probe { get; init; }

    /// <summary>Ends the waiting for the person and for the port.</summary>
    public CancellationToken Stop { get; init; }
}
