using System.Text;
using System.Text.Json;
using HilBench.Input;
using HilBench.Meter;
using HilBench.Roles;

namespace HilBench.Recording.Tests;

/// <summary>A recording is read as it was written; a cut, damaged, foreign or later file is told from a whole one.</summary>
public sealed class RecordingFileTests
{
    [Fact]
    public void Events_wires_and_bytes_come_back_as_they_were_recorded_and_in_their_order()
    {
        var read = Tapes.Read(Tapes.Write(recorder =>
        {
            IRigProbe probe = recorder;
            var (row, load) = (probe.Wire("ROW1"), probe.Wire("LOAD"));
            var bus = probe.Line("I2C");
            recorder.Step = 0;
            probe.Level(row, isHigh: true, Ms(5));
            probe.Takes(new MeterInput.KeyPressed('7'), Ms(5));
            probe.Level(load, isHigh: true, Ms(6));
            probe.Bytes(bus, new LineTraffic(ToMeter: true, Address: 0x50, IsRefused: true), [1, 2, 255], Ms(7));
            probe.Level(row, isHigh: false, Ms(7));
            probe.Does(new Effect.SwitchLoad(LoadSwitchPosition.Closed), Ms(8));
        }));
        Assert.Equal(["ROW1", "LOAD"], read.WireNames);
        Assert.Equal(["I2C"], read.LineNames);
        Assert.Equal(
            [(Ms(5), 0, true), (Ms(6), 1, true), (Ms(7), 0, false)],
            read.Wires.Where(one => one.Wire >= 0).Select(one => (one.At, one.Wire, one.IsHigh)));
        var bytes = Assert.Single(read.Wires, one => one.Line >= 0);
        Assert.Equal(new LineTraffic(true, 0x50, true), bytes.Traffic);
        Assert.Equal([1, 2, 255], bytes.Bytes!);
        Assert.Equal("key 7", Assert.Single(read.Events.OfType<MeterTold>()).Text);
        Assert.Equal("load switch closed", Assert.Single(read.Events.OfType<MeterWanted>()).Text);
        Assert.Equal(
            [.. read.Wires.Select(one => one.Place).Order()], read.Wires.Select(one => one.Place).ToArray());
        Assert.False(read.IsCut);
        Assert.Equal("passed", read.End!.Verdict);
        Assert.Equal(JsonSerializer.Serialize(Tapes.Head), JsonSerializer.Serialize(read.Head));
    }

    [Fact]
    public void A_file_that_is_cut_anywhere_is_read_to_its_last_whole_block()
    {
        var whole = Tapes.Write(recorder =>
        {
            for (var i = 0; i < 10_000; i++) recorder.Note(new MeterTold { At = Ms(i), Text = "time" });
        });
        var all = Tapes.Read(whole).Events.Count;
        Assert.Equal(10_000, all);
        var counts = new List<int>();
        for (var length = whole.Length - 1; length > Blocks.Magic.Length; length -= 97)
        {
            FlightRecording read;
            try
            {
                read = Tapes.Read(whole[..length]);
            }
            catch (SettingsException wrong)
            {
                Assert.Equal("a.hbr: the recording ends before it says what it is of", wrong.Message);
                continue;
            }

            Assert.True(read.IsCut);
            Assert.Null(read.End);
            counts.Add(read.Events.Count);
        }

        // Three blocks of events: all, two, one, none.
        Assert.Equal([10_000, 8_192, 4_096, 0], counts.Distinct());
    }

    [Fact]
    public void A_damaged_byte_never_passes_for_another_recording()
    {
        var whole = Tapes.Write(recorder =>
        {
            for (var i = 0; i < 50; i++) recorder.Note(new MeterTold { At = Ms(i), Text = $"number {i}" });
        });
        var texts = Tapes.Read(whole).Events.Cast<MeterTold>().Select(one => one.Text).ToArray();
        for (var at = 0; at < whole.Length; at++)
        {
            var damaged = whole.ToArray();
            damaged[at] ^= 0x10;
            try
            {
                var read = Tapes.Read(damaged);
                var told = read.Events.OfType<MeterTold>().Select(one => one.Text).ToArray();
                Assert.True(told.Length == 0 || told.SequenceEqual(texts), $"byte {at}");
                Assert.True(read.IsCut || read.Events.Count == texts.Length, $"byte {at}");
            }
            catch (SettingsException wrong)
            {
                Assert.StartsWith("a.hbr: ", wrong.Message, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void A_file_of_something_else_and_one_of_a_later_version_are_refused_in_one_line()
    {
        Assert.Equal(
            "a.hbr: is no recording; allowed: a file .hbr that hilbench has written",
            Assert.Throws<SettingsException>(() => Tapes.Read("Feature: one"u8.ToArray())).Message);
        var later = Tapes.Write(_ => { }, Tapes.Head with { Version = 2 });
        Assert.Equal(
            "a.hbr: was written as version 2 of the format; this program reads 1 to 1",
            Assert.Throws<SettingsException>(() => Tapes.Read(later)).Message);
    }

    [Fact]
    public void What_a_later_version_has_added_is_passed_over()
    {
        var lines = """
            {"is":"smell","at":5,"strength":3}
            {"is":"told","at":7,"text":"key 1","colour":"red"}
            {"is":"call","at":8,"do":"Tickle"}

            """u8.ToArray();
        byte[] file =
        [
            .. Blocks.Magic, .. Blocks.Pack(BlockKind.Head, """{"version":1,"title":"t","mood":"good"}"""u8),
            .. Blocks.Pack((BlockKind)77, [1, 2, 3]), .. Blocks.Pack(BlockKind.Events, lines),
            .. Blocks.Pack(BlockKind.End, """{"verdict":"passed"}"""u8),
        ];
        var read = Tapes.Read(file);
        Assert.False(read.IsCut);
        Assert.Equal("key 1", Assert.Single(read.Events.OfType<MeterTold>()).Text);
        Assert.Equal(RigVerb.Unknown, Assert.Single(read.Calls).Do);
    }

    [Fact]
    public void Of_a_million_levels_the_first_and_the_last_are_kept_and_the_gap_is_marked()
    {
        var log = new WireLog(mostBlocks: 2);
        log.AddWire();
        log.AddWire();
        log.Level(1, isHigh: true, Ms(0), 0);
        const int count = 1_000_000;
        for (var i = 1; i <= count; i++) log.Level(0, i % 2 == 1, new TimeSpan(i * 1000L), i);
        using var file = new MemoryStream();
        file.Write(Blocks.Magic);
        file.Write(Blocks.Pack(BlockKind.Head, """{"version":1}"""u8));
        foreach (var block in log.Blocks()) file.Write(block);
        file.Position = 0;
        var read = FlightRecording.Read("a.hbr", file);
        var gap = Assert.Single(read.Wires, one => one.IsGap);
        Assert.True(file.Length < 200_000, $"{file.Length} bytes");
        Assert.Equal(count, read.Wires[^1].At.Ticks / 1000);
        // After the gap both wires are told again, the one that has not moved as well.
        var after = read.Wires.SkipWhile(one => !one.IsGap).Skip(1).Take(2).ToArray();
        Assert.Equal([(0, gap.At), (1, gap.At)], after.Select(one => (one.Wire, one.At)));
        Assert.True(after[1].IsHigh);
        var kept = read.Wires.Count - 3;
        Assert.Equal(count + 1, kept + log.LeftOut);
    }

    [Fact]
    public void More_events_than_fit_the_memory_are_all_there()
    {
        const int count = 100_000;
        var read = Tapes.Read(Tapes.Write(recorder =>
        {
            for (var i = 0; i < count; i++)
                recorder.Note(new MeterTold { At = Ms(i), Place = i, Text = new string('x', i % 50) });
        }));
        Assert.Equal(
            Enumerable.Range(0, count).Select(i => (Ms(i), i % 50)),
            read.Events.Cast<MeterTold>().Select(one => (one.At, one.Text.Length)));
    }

    [Fact]
    public void What_is_spilled_to_the_disk_comes_back_and_leaves_no_file()
    {
        var before = Directory.GetFiles(Path.GetTempPath(), "hilbench-*").Length;
        using var bytes = new SpilledBytes();
        var random = new Random(1);
        var all = new byte[3_000_000];
        random.NextBytes(all);
        for (var at = 0; at < all.Length; at += 100_000) bytes.Add(all.AsSpan(at, 100_000));
        Assert.Equal(before, Directory.GetFiles(Path.GetTempPath(), "hilbench-*").Length);
        using var back = new MemoryStream();
        bytes.CopyTo(back);
        Assert.Equal(all, back.ToArray());
        using var part = new MemoryStream();
        bytes.CopyTo(part, 1_234_567, 1000);
        Assert.Equal(all[1_234_567..1_235_567], part.ToArray());
    }

    [Fact]
    public void A_file_is_a_line_of_text_and_then_blocks_that_any_program_can_unpack()
    {
        var file = Tapes.Write(recorder => recorder.Note(new MeterTold { At = Ms(1), Text = "key 1" }));
        Assert.Equal("HilBench recording\n", Encoding.ASCII.GetString(file, 0, 19));
        Assert.Equal(1, file[19]); // the kind: a head
        var length = BitConverter.ToInt32(file, 20);
        using var zlib = new System.IO.Compression.ZLibStream(
            new MemoryStream(file, 24, length), System.IO.Compression.CompressionMode.Decompress);
        Assert.Equal(1, zlib.ReadByte());
        using var head = JsonDocument.Parse(zlib);
        Assert.Equal("a token", head.RootElement.GetProperty("title").GetString());
    }

    private static TimeSpan Ms(int milliseconds) => TimeSpan.FromMilliseconds(milliseconds);
}
