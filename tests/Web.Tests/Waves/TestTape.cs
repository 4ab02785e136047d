using HilBench.Recording;
using HilBench.Recording.Looking.Waves;
using HilBench.Roles;
using HilBench.Web.Hand;

namespace HilBench.Web.Tests.Waves;

/// <summary>Tapes and recordings with a few things on them.</summary>
internal static class TestTape
{
    public static TimeSpan Ms(double milliseconds) => TimeSpan.FromMilliseconds(milliseconds);

    /// <summary>A pulse of two microseconds on LCD_E at 100 ms, one of ten milliseconds on ROW1 at 200 ms.</summary>
    public static WaveTape Usual()
    {
        var tape = new WaveTape();
        var (mains, row, enable) = (tape.Wire("MAINS"), tape.Wire("ROW1"), tape.Wire("LCD_E"));
        tape.Wire("KEY_7");
        var bus = tape.Line("I2C");
        tape.Level(mains, isHigh: true, Ms(0));
        tape.Glass(["10.0 kWh", ""], Ms(50));
        tape.Level(enable, isHigh: true, Ms(100));
        tape.Level(enable, isHigh: false, Ms(100.002));
        tape.Bytes(bus, new LineTraffic(ToMeter: false, 0x50), [0, 0x40], Ms(150));
        tape.Level(row, isHigh: true, Ms(200));
        tape.Level(row, isHigh: false, Ms(210));
        tape.Glass(["Accept", "35.6 kWh"], Ms(300));
        tape.Passed(Ms(400));
        return tape;
    }

    /// <summary>A file with a key at 100 ms, a picture at 130 ms and an end at 500 ms.</summary>
    public static byte[] RecordingFile(string title = "A digit", IReadOnlyList<string>? lines = null)
    {
        using var recorder = new FlightRecorder(looksInside: true);
        IRigProbe probe = recorder;
        var key = probe.Wire("KEY_1");
        probe.Level(key, isHigh: true, Ms(100));
        probe.Level(key, isHigh: false, Ms(200));
        recorder.Note(new GlassSeen { At = Ms(130), Place = recorder.Begin(), Lines = lines ?? ["1", ""] });
        recorder.Note(new RigCall { Do = RigVerb.Settle, At = Ms(500), Place = recorder.Begin() });
        using var whole = new MemoryStream();
        recorder.Write(
            whole,
            new RecordingHead
            {
                File = "features/a.feature", Line = 3, Title = title, Rig = "virtual", Profile = "generic", Seed = 7,
                Columns = 16, Lines = 2,
            },
            new RecordingEnd { Verdict = "passed" });
        return whole.ToArray();
    }

    internal sealed class Source : IWaveSource
    {
        public WaveTape? Tape { get; set; }
    }
}
