namespace HilBench.Lab.Coordination;

/// <summary>How a run in a lab stands.</summary>
/// <param name="Benches">The benches it may use.</param>
/// <param name="Scenarios">How many there are.</param>
/// <param name="Done">How many have their verdict.</param>
/// <param name="Red">How many of them did not pass.</param>
/// <param name="Waiting">Why nothing runs, in one line; null when something does.</param>
public sealed record LabStatus(
    IReadOnlyList<BenchStatus> Benches, int Scenarios, int Done, int Red, string? Waiting);

/// <summary>A bench in that run.</summary>
/// <param name="Name">Its name.</param>
/// <param name="State">Why it does nothing, or <c>runs</c>, or <c>ours</c>.</param>
/// <param name="Scenario">The title of the scenario it is at; null when it is at none.</param>
/// <param name="Done">How many scenarios it has brought to an end.</param>
public sealed record BenchStatus(string Name, string State, string? Scenario, int Done);
