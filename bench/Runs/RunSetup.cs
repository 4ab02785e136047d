using System.Text;
using HilBench.History;
using HilBench.RigFiles;
using HilBench.Roles;

namespace HilBench.Runs;

/// <summary>What a run was told of its rig and its meter.</summary>
internal static class RunSetup
{
    /// <summary>The same exactly when the rig file, the profile's file and the meter's key are.</summary>
    public static string Of(RigPlan plan)
    {
        byte[] rig = plan.File is { } file && File.Exists(file) ? File.ReadAllBytes(file) : [];
        return Fingerprint.Of(
            [.. rig, .. ProfileFiles.TextOf(plan.Profile) ?? [], .. Encoding.UTF8.GetBytes($"{plan.UsualMeter?.Key}")]);
    }
}
