using HilBench.Meter;
using HilBench.Roles;

namespace HilBench.Recording.Tests.Looking;

/// <summary>Recordings made by hand.</summary>
internal sealed class Taped : IDisposable
{
    public static readonly RecordingHead Head = new()
    {
        File = "a.feature", Line = 3, Feature = "Keys", Title = "A digit", Rig = "virtual", IsVirtual = true, Seed = 7,
        Profile = "generic", Columns = 8, Lines = 2, Program = "test",
        Begins = new DateTime(2024, 11, 1, 8, 0, 0, DateTimeKind.Utc),
        Steps =
        [
            new RecordedStep(4, "Given", "a meter"), new RecordedStep(5, "When", "somebody types \"12\""),
            new RecordedStep(6, "Then", "it shows \"12\""), new RecordedStep(7, "And", "more"),
        ],
    };

    public static readonly RecordingEnd Failed = new() { Verdict = "failed", Step = 2, Message = "it shows nothing" };

    private readonly FlightRecorder _recorder = new(looksInside: true);

    public IRigProbe Probe => _recorder;

    public static TimeSpan Ms(double milliseconds) => TimeSpan.FromMilliseconds(milliseconds);

    public Taped At(int step)
    {
        _recorder.Step = step;
        return this;
    }

    public Taped Call(RigVerb verb, TimeSpan at, string? what = null, string? saw = null, TimeSpan took = default)
    {
        _recorder.Note(new RigCall
        {
            Do = verb, At = at, Place = _recorder.Begin(), What = what, Saw = saw, Took = took,
            For = verb == RigVerb.Wait ? took : null,
        });
        return this;
    }

    public Taped Press(char key, TimeSpan at, TimeSpan? seenAfter)
    {
        var receipt = seenAfter is { } after
            ? new PressReceipt(key, at, at + after, ReceiptWitness.Scanner)
            : new PressReceipt(key, at, null, ReceiptWitness.Nobody, "no contact");
        _recorder.Note(new RigCall
        {
            Do = RigVerb.Press, At = at, Place = _recorder.Begin(), What = key.ToString(), Receipts = [receipt],
            Saw = seenAfter is null ? Words.NotDelivered : Words.Delivered,
        });
        return this;
    }

    public Taped Glass(TimeSpan at, params string[] lines)
    {
        _recorder.Note(new GlassSeen { At = at, Place = _recorder.Begin(), Lines = lines });
        return this;
    }

    public Taped Takes(MeterInput input, TimeSpan at)
    {
        Probe.Takes(input, at);
        return this;
    }

    public byte[] File(RecordingEnd? end = null)
    {
        using var whole = new MemoryStream();
        _recorder.Write(whole, Head, end ?? Failed);
        return whole.ToArray();
    }

    public FlightRecording Read(RecordingEnd? end = null) => Read(File(end));

    public static FlightRecording Read(byte[] file) => FlightRecording.Read("a.hbr", new MemoryStream(file));

    /// <summary>A scenario with something of everything.</summary>
    public static Taped Usual()
    {
        var taped = new Taped();
        var mains = taped.Probe.Wire("MAINS");
        var row = taped.Probe.Wire("ROW1");
        var enable = taped.Probe.Wire("LCD_E");
        var (bus, port) = (taped.Probe.Line("I2C"), taped.Probe.Line("PORT"));
        taped.At(0).Call(RigVerb.MainsReturn, Ms(0));
        taped.Probe.Level(mains, isHigh: true, Ms(0));
        taped.Probe.Bytes(bus, new LineTraffic(ToMeter: false, 0x50), [0, 0x40], Ms(5));
        taped.Probe.Bytes(bus, new LineTraffic(ToMeter: false, 0x50), [0, 0x40], Ms(6));
        taped.Probe.Bytes(bus, new LineTraffic(ToMeter: true, 0x51, IsRefused: true), [], Ms(7));
        taped.Glass(Ms(10), "0.0 kWh ", "        ");
        taped.At(1).Press('1', Ms(100), Ms(23.1)).Takes(new MeterInput.KeyPressed('1'), Ms(123.1));
        taped.Probe.Level(row, isHigh: true, Ms(101));
        taped.Probe.Level(enable, isHigh: true, Ms(101));
        taped.Probe.Level(enable, isHigh: false, Ms(101.0005));
        taped.Glass(Ms(130), " 1 -    ", "        ").Press('2', Ms(300), Ms(20));
        foreach (var one in "/?"u8.ToArray()) taped.Probe.Bytes(port, new LineTraffic(ToMeter: true), [one], Ms(310));
        return taped.At(2).Call(RigVerb.Settle, Ms(500)).Glass(Ms(330), "12      ", "        ");
    }

    /// <summary>A file whose wires have a hole between two blocks.</summary>
    public static byte[] WithGap()
    {
        var first = new WireBlock(0, Ms(1), 10, [false, false]);
        first.Level(0, isHigh: true, Ms(1), 10);
        var later = new WireBlock(5, Ms(9), 90, [false, true]);
        later.Level(0, isHigh: true, Ms(9), 90);
        using var taped = new Taped();
        taped.Probe.Wire("ROW1");
        taped.Probe.Wire("ROW2");
        var file = taped.At(0).Call(RigVerb.MainsReturn, Ms(0)).Takes(new MeterInput.KeyPressed('1'), Ms(5)).File();
        var end = RecordingFiles.LastBlockOf(file);
        return
        [
            .. file[..end], .. Blocks.Pack(BlockKind.Wires, first.Content),
            .. Blocks.Pack(BlockKind.Wires, later.Content),
            .. Blocks.Pack(BlockKind.End, """{"verdict":"failed","leftOut":1234}"""u8),
        ];
    }

    public void Dispose() => _recorder.Dispose();
}
