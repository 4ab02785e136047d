using System.Text.Json;
using HilBench.Input;
using HilBench.Recording.Looking;
using HilBench.Recording.Looking.Vcd;
using static HilBench.Recording.Tests.Looking.Taped;

namespace HilBench.Recording.Tests.Looking;

public sealed class TimelineTests
{
    private static string[] Shown(FlightRecording recording, params Subject[] only) =>
        [.. new Timeline(recording, new TimelineView { Only = only.Length > 0 ? only.ToHashSet() : null }).Lines()];

    [Fact]
    public void A_person_reads_the_steps_with_keys_display_and_verdict_and_the_inside_is_counted()
    {
        using var taped = Usual();
        Assert.Equal(
            """
            A digit (Keys)
              file     a.feature:3
              rig      virtual, virtual time, seed 7
              meter    profile generic, its clock began at 2024-11-01 08:00:00 UTC
              verdict  FAILED in step 3: it shows nothing

            step 1  Given a meter
                    0.000  mains     on
                    0.010  glass     │0.0 kWh │        │
                           inside    1 level, 3 transfers

            step 2  When somebody types "12"
                    0.100  keys      12 (2 keys, the last at 0.300 s): each seen by the scanner after 20.0 ms to 23.1 ms
                    0.330  glass     │12      │        │
                           inside    3 levels, 2 bytes on the port, 1 input or effect of the meter

            step 3  Then it shows "12"   <-- failed

            step 4  And more (not run)

              ┌──────────┐
              │ 12       │
              │          │
              └──────────┘
              the display at the end, since 0.330 s
            """,
            string.Join('\n', Shown(taped.Read())));
    }

    [Fact]
    public void What_is_asked_for_is_told_one_by_one()
    {
        using var taped = Usual();
        var recording = taped.Read();
        Assert.Contains(
            "        0.100  keys      key 1: seen by the scanner after 23.1 ms",
            Shown(recording, Subject.Keys, Subject.Glass));
        Assert.Contains("        0.310  port      PORT to the meter 2F 3F '/?'", Shown(recording, Subject.Port));
        Assert.Contains("        0.123  meter     is told: key 1", Shown(recording, Subject.Meter));
        Assert.Contains("    0.1010000  pins      ROW1 1, LCD_E 1", Shown(recording, Subject.Pins));
        Assert.Contains("    0.1010005  pins      LCD_E 0", Shown(recording, Subject.Pins));
        Assert.Contains("    0.0050000  bus       I2C 0x50 write 00 40", Shown(recording, Subject.Bus));
        Assert.Contains("    0.0070000  bus       I2C 0x51 read, not acknowledged", Shown(recording, Subject.Bus));
    }

    [Fact]
    public void A_time_and_a_step_leave_the_rest_out()
    {
        using var taped = Usual();
        var recording = taped.Read();
        var view = new TimelineView { From = Ms(200), To = Ms(320) };
        var late = new Timeline(recording, view).Lines().Skip(5).ToArray();
        Assert.Equal(4, late.Length);
        Assert.StartsWith("        0.300  keys      key 2", late[2], StringComparison.Ordinal);
        var first = new Timeline(recording, new TimelineView { Step = 1 }).Lines()
            .Where(line => line.StartsWith("step", StringComparison.Ordinal));
        Assert.Equal(["step 1  Given a meter"], first);
    }

    [Fact]
    public void A_key_that_nobody_saw_stands_alone_with_its_reason()
    {
        using var taped = new Taped();
        taped.At(1).Press('1', Ms(1), Ms(20)).Press('2', Ms(201), null).Press('3', Ms(401), Ms(20));
        var keys = Shown(taped.Read()).Where(line => line.Contains("  keys  ")).Select(line => line[25..]);
        Assert.Equal(
            [
                "key 1: seen by the scanner after 20.0 ms", "key 2: not delivered: no contact",
                "key 3: seen by the scanner after 20.0 ms",
            ],
            keys);
    }

    [Fact]
    public void Polls_are_one_wait_and_each_answer_once_and_many_pictures_are_shortened()
    {
        using var taped = new Taped();
        taped.At(0);
        for (var i = 0; i < 50; i++)
        {
            taped.Call(RigVerb.Wait, Ms(i * 10), took: Ms(10));
            taped.Call(RigVerb.ReadLoadSwitch, Ms((i * 10) + 10), saw: i < 20 ? "open" : "closed");
        }

        for (var i = 0; i < 30; i++) taped.Glass(Ms(600 + i), $"{i} kWh", "");
        var all = Shown(taped.Read());
        var lines = all[Array.IndexOf(all, "step 1  Given a meter")..];
        Assert.Equal("        0.000  waits     0.500 s, in 50 parts", lines[1]);
        Assert.Equal("        0.010  load      load switch is open (20 times)", lines[2]);
        Assert.Equal("        0.210  load      load switch is closed (30 times)", lines[3]);
        Assert.Equal("        0.603  glass     … 25 more pictures (--only glass shows them) …", lines[7]);
        Assert.Equal(30, Shown(taped.Read(), Subject.Glass).Count(line => line.Contains("  glass  ")));
    }

    [Fact]
    public void Each_event_is_a_line_of_JSON_between_head_and_end()
    {
        using var taped = Usual();
        var lines = TimelineJson.Lines(taped.Read(), new TimelineView { Only = Subjects.All })
            .Select(line => JsonDocument.Parse(line).RootElement).ToArray();
        Assert.Equal("A digit", lines[0].GetProperty("head").GetProperty("title").GetString());
        Assert.Equal("failed", lines[^1].GetProperty("end").GetProperty("verdict").GetString());
        Assert.False(lines[^1].GetProperty("isCut").GetBoolean());
        var key = lines.First(line => line.GetProperty("subject").GetString() == "keys");
        Assert.Equal(0.1m, key.GetProperty("at").GetDecimal());
        Assert.Equal(2, key.GetProperty("step").GetInt32());
        Assert.Equal("Press", key.GetProperty("event").GetProperty("do").GetString());
        var wire = lines.First(line => line.TryGetProperty("wire", out var name) && name.GetString() == "LCD_E");
        Assert.Equal(1, wire.GetProperty("level").GetInt32());
        Assert.Equal(0.101m, wire.GetProperty("at").GetDecimal());
        var bus = lines.First(line => line.TryGetProperty("line", out _));
        Assert.Equal("0040", bus.GetProperty("bytes").GetString());
        Assert.Equal(0x50, bus.GetProperty("address").GetInt32());
    }

    [Fact]
    public void A_gap_is_told_where_it_is()
    {
        var lines = Shown(Read(WithGap()), Subject.Pins);
        Assert.Contains("    0.0090000  pins      1,234 levels and transfers were left out before this", lines);
        Assert.Contains("    0.0090000  pins      ROW1 0, ROW2 1, ROW1 1", lines);
    }

    [Fact]
    public void A_file_cut_anywhere_is_shown_to_its_last_whole_block_or_refused_in_one_line()
    {
        using var taped = Usual();
        var file = taped.File();
        var blocks = RecordingFiles.BlocksOf(file);
        for (var length = 0; length < file.Length; length++)
        {
            if (length < blocks[1].At)
            {
                Assert.Throws<SettingsException>(() => Read(file[..length]));
                continue;
            }

            var recording = Read(file[..length]);
            Assert.True(recording.IsCut);
            Assert.Equal(length >= blocks[2].At, recording.Events.Count > 0);
            Assert.Equal(length >= blocks[3].At, recording.Wires.Count > 0);
            Assert.StartsWith("a.hbr: is cut or damaged; what is whole ends at", Shown(recording)[^1]);
        }

        Assert.False(Read(file).IsCut);
    }

    [Fact]
    public void Damage_that_the_checksums_do_not_show_is_one_line_or_something_to_look_at()
    {
        using var taped = Usual();
        var file = taped.File();
        foreach (var (block, content) in RecordingFiles.BlocksOf(file).Select((one, at) => (at, one.Content)))
        {
            for (var at = 0; at < content.Length; at += block == 2 ? 1 : 7)
            {
                foreach (var value in (byte[])[0, 0xFF, (byte)(content[at] ^ 1)])
                {
                    byte[] damaged = [.. content[..at], value, .. content[(at + 1)..]];
                    LookOrTell(RecordingFiles.With(file, block, damaged));
                }
            }
        }
    }

    private static void LookOrTell(byte[] damaged)
    {
        try
        {
            var recording = Read(damaged);
            Assert.NotEmpty(Shown(recording, [.. Subjects.All]));
            Assert.NotEmpty(TimelineJson.Lines(recording, new TimelineView { Only = Subjects.All }));
            VcdFile.Write(recording, Stream.Null);
        }
        catch (SettingsException told)
        {
            Assert.DoesNotContain('\n', told.Message);
        }
    }
}
