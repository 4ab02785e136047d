using System.Text;
using HilBench.Input;
using HilBench.Meter;
using HilBench.RigFiles;
using HilBench.Roles;

namespace HilBench.Recording.Replaying;

/// <summary>The rig for the replay of a recording, with the meter's profile as it was recorded.</summary>
public static class RecordedRigs
{
    /// <param name="recording">What is to be done again.</param>
    /// <param name="rig">The rig, as it is today.</param>
    /// <exception cref="SettingsException">The profile in the recording is not understood any more.</exception>
    public static RigPlan PlanFor(FlightRecording recording, RigPlan rig)
    {
        var head = recording.Head;
        return rig with { Profile = ProfileOf(recording, rig.Profile), Seed = head.Seed };
    }

    /// <summary>What the deeds of a recording need and the rig does not have, in the words of rig files.</summary>
    public static IReadOnlyList<string> Lacking(FlightRecording recording, RigPlan rig)
    {
        // A meter behind a port takes tokens instead of keys; the player tells what it cannot take.
        var needs = recording.Calls.Select(NeedOf).OfType<string>();
        return [.. needs.Distinct().Except(rig.Capabilities)];
    }

    private static MeterProfile ProfileOf(FlightRecording recording, MeterProfile ofRig)
    {
        var (name, text) = (recording.Head.Profile, recording.Head.ProfileText);
        if (text is not null)
            return ProfileFiles.Parse(name, $"{recording.File}: profile {name}", Encoding.UTF8.GetBytes(text));
        if (name == ofRig.Name) return ofRig;
        return name == MeterProfile.Generic.Name ? MeterProfile.Generic : ProfileFiles.Load(name);
    }

    private static string? NeedOf(RigCall call) => call.Do switch
    {
        RigVerb.Bounce => Capability.Contacts,
        RigVerb.PressFor => Capability.TimedPresses,
        RigVerb.HoldDown or RigVerb.LetGo => Capability.HeldKeys,
        RigVerb.PressTogether => Capability.Contacts,
        RigVerb.MainsFail => Capability.Mains,
        RigVerb.MainsCarries => Capability.MainsVoltage,
        RigVerb.PlanCut => Capability.SaveCuts,
        RigVerb.Spoil => Capability.Spoiling,
        RigVerb.Break => FaultKinds.Of(call.Fault!.Kind).Capability,
        RigVerb.Draw or RigVerb.StopLoad or RigVerb.ReadLoadSwitch => Capability.Load,
        RigVerb.IsLit or RigVerb.WatchLamp => Capability.Leds,
        RigVerb.Wait when call.For > LongestRealWait => Capability.LongTimes,
        _ => null,
    };

    private static TimeSpan LongestRealWait { get; } = TimeSpan.FromMinutes(10);
}
