using System.Text.Json;
using HilBench.Recording.Looking;

namespace HilBench.Recording.Tests.Looking;

/// <summary>A recording says on which bench of a lab, and of which meter, it was made.</summary>
public sealed class BenchOfRecordingTests
{
    [Fact]
    public void A_recording_names_its_bench_and_its_meter()
    {
        var recording = Recorded(Tapes.Head with
        {
            Bench = "bench-2", Model = "clou", Serial = "0417", Firmware = "1.2.3",
        });
        Assert.Equal(
            ("bench-2", "clou", "0417", "1.2.3"),
            (recording.Head.Bench, recording.Head.Model, recording.Head.Serial, recording.Head.Firmware));
        var lines = new Timeline(recording, new TimelineView()).Lines().ToArray();
        Assert.Contains("  rig      virtual of bench bench-2, virtual time, seed 0", lines);
        Assert.Contains(lines, line => line.StartsWith(
            "  meter    clou 1.2.3, serial 0417, profile generic, ", StringComparison.Ordinal));
        var head = JsonDocument.Parse(TimelineJson.Lines(recording, new TimelineView()).First()).RootElement;
        Assert.Equal("0417", head.GetProperty("head").GetProperty("serial").GetString());
    }

    /// <summary>As all recordings of before are.</summary>
    [Fact]
    public void A_recording_that_names_none_is_read_and_says_nothing_of_it()
    {
        var recording = Recorded(Tapes.Head);
        Assert.Equal((null, null), (recording.Head.Bench, recording.Head.Serial));
        var lines = new Timeline(recording, new TimelineView()).Lines().ToArray();
        Assert.Contains("  rig      virtual, virtual time, seed 0", lines);
        Assert.Contains(lines, line => line.StartsWith("  meter    profile generic, ", StringComparison.Ordinal));
        var json = TimelineJson.Lines(recording, new TimelineView()).First();
        Assert.DoesNotContain("serial", json, StringComparison.Ordinal);
    }

    private static FlightRecording Recorded(RecordingHead head) => Tapes.Read(Tapes.Write(_ => { }, head));
}
