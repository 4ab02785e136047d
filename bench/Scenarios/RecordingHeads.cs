using System.Text;
using HilBench.Input;
using HilBench.Recording;
using HilBench.RigFiles;
using HilBench.Roles;

namespace HilBench.Scenarios;

/// <summary>What a recording says of its rig.</summary>
internal static class RecordingHeads
{
    public static RecordingHead Of(RigPlan plan, IMeterRig rig, ulong seed, DateTime begins) => new()
    {
        Seed = seed,
        Rig = plan.Name,
        Bench = plan.Labels.GetValueOrDefault(RigLabels.Bench),
        Model = plan.Labels.GetValueOrDefault(RigLabels.Model),
        Serial = plan.Labels.GetValueOrDefault(RigLabels.Serial),
        Firmware = plan.Labels.GetValueOrDefault(RigLabels.Firmware),
        IsVirtual = plan.IsVirtual,
        IsOurMeter = plan.IsOurMeter,
        Profile = plan.Profile.Name,
        ProfileText = ProfileFiles.TextOf(plan.Profile) is { } text ? Encoding.UTF8.GetString(text) : null,
        Columns = rig.Glass.Columns,
        Lines = plan.Profile.Display.Lines,
        Keys = rig.Keypad.Keys,
        Begins = begins,
        Program = ProgramVersion.Whole,
    };
}
