using HilBench.Meter;
using HilBench.Rig.Roles;
using HilBench.Rig.Virtual;
using HilBench.Tokens;

namespace HilBench.Rig.Files;

/// <summary>
/// What a run needs to know to build one rig for each scenario. Use <c>with</c> to give a scenario another profile or
/// other tables. It is immutable, so scenarios on several threads share it.
/// </summary>
public sealed record RigPlan(string Name, MeterProfile Profile, StaTables Tables)
{
    /// <summary>The file it was read from; null for the model alone.</summary>
    public string? File { get; init; }

    public string Description { get; init; } = "";

    /// <summary>Pins and times; null for the model alone.</summary>
    public VirtualRigSettings? Settings { get; init; }

    /// <summary>The seed when the run names none.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>The model alone, <c>--rig none</c>.</summary>
    public static RigPlan None { get; } = new(RigFiles.None, MeterProfile.Generic, StaTables.Sample)
    {
        Description = "the model alone: no pins, its text is the display, time is virtual",
    };

    /// <summary>Has pins between the keys and the meter, and a glass that is more than a text.</summary>
    public bool HasPins => Settings is not null;

    /// <summary>What steps may ask for; a scenario that needs more is refused before anything runs.</summary>
    public IReadOnlyList<string> Capabilities => HasPins ? ["contacts", "chips"] : [];

    /// <summary>A rig of its own for one scenario, without mains and with a blank store.</summary>
    /// <exception cref="SettingsException">The profile does not fit the rig's display.</exception>
    public IMeterRig Build(ulong seed) => Settings is { } settings
        ? new VirtualRig(settings, Profile, Tables, seed)
        : new ModelRig(Profile, Tables, new PressTiming());
}
