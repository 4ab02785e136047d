using HilBench.Meter;
using HilBench.RigFiles;
using HilBench.Roles;
using HilBench.Tokens;

namespace HilBench.Recording.Tests;

/// <summary>Small recordings, made by hand or by a rig.</summary>
internal static class Tapes
{
    public static RecordingHead Head { get; } = new()
    {
        File = "features/a.feature", Line = 3, Title = "a token", Rig = "virtual", IsVirtual = true, IsOurMeter = true,
        Profile = "generic", Keys = "123456789*0#", Steps = [new RecordedStep(4, "When", "the mains returns")],
    };

    public static RecordingEnd Passed { get; } = new() { Verdict = "passed" };

    public static byte[] Write(Action<FlightRecorder> record, RecordingHead? head = null)
    {
        using var recorder = new FlightRecorder(looksInside: true);
        record(recorder);
        using var to = new MemoryStream();
        recorder.Write(to, head ?? Head, Passed);
        return to.ToArray();
    }

    public static FlightRecording Read(byte[] file) => FlightRecording.Read("a.hbr", new MemoryStream(file));

    /// <summary>A meter of ten kilowatt-hours that is started, and keys that are pressed.</summary>
    public static FlightRecording Of(RigPlan plan, string keys)
    {
        using var recorder = new FlightRecorder(looksInside: false);
        using (var rig = recorder.Attach(plan.Build(1)))
        {
            rig.Manufacture(Registers);
            rig.Mains.Return();
            foreach (var key in keys) rig.Keypad.Press(key);
            rig.Clock.Wait(TimeSpan.FromSeconds(1));
            _ = rig.Stored;
            recorder.Close();
        }

        using var to = new MemoryStream();
        recorder.Write(
            to, Head with { Seed = 1, Rig = plan.Name, Columns = 16, Lines = 2 }, Passed);
        return Read(to.ToArray());
    }

    public static MeterRegisters Registers { get; } = MeterRegisters.AsMade(
        MeterPan.Parse("600727000000000009"),
        new MeterKey(
            DecoderKey.Ea07(0xe653341f9d5bf36f), new KeyRevision(1), KeyType.Dutk,
            new TariffIndex(1), new SupplyGroupCode(123456), KeyExpiry.Never),
        TidStore.Empty(50), EnergyAmount.FromKwh(10));

    public static RigPlan Virtual => Rigs.Load("virtual");
}
