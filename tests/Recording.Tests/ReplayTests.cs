using HilBench.Meter;
using HilBench.Recording.Replaying;
using HilBench.RigFiles;
using HilBench.Roles;

namespace HilBench.Recording.Tests;

/// <summary>What was done once is done again, and the first answer that is another one is told.</summary>
public sealed class ReplayTests
{
    private const string TestToken = "18446744073843772416#";

    [Theory]
    [InlineData("virtual", "virtual")]
    [InlineData("virtual", "none")]
    [InlineData("none", "virtual")]
    [InlineData("virtual", "serial-panel")]
    [InlineData("virtual-i2c", "virtual")]
    [InlineData("split", "split")]
    [InlineData("split", "split-serial")]
    [InlineData("virtual", "split")]
    public void A_recording_of_one_rig_is_the_same_on_another(string recorded, string now)
    {
        var recording = Tapes.Of(Rigs.Load(recorded), TestToken);
        var outcome = new RigReplay(recording, Rigs.Load(now)).Run();
        Assert.Equal((ReplayVerdict.Same, null, null), (outcome.Verdict, outcome.First, outcome.Why));
        Assert.True(outcome.Answers > 40, $"{outcome.Answers} answers");
    }

    [Fact]
    public void A_meter_that_shows_another_word_is_told_with_what_happened_before()
    {
        var recording = Tapes.Of(Tapes.Virtual, "11111111111111111111#");
        var words = MeterProfile.Generic.Words with { Reject = "No" };
        var changed = Tapes.Virtual with { Profile = MeterProfile.Generic with { Words = words } };
        var first = new RigReplay(recording, changed).Run().First;
        Assert.NotNull(first);
        Assert.Equal("the glass shows \"Reject | \"", first.Recorded);
        Assert.Equal("the glass shows \"No | \"", first.Now);
        Assert.InRange(first.At.TotalSeconds, 4.0, 4.5);
        Assert.Equal(10, first.Before.Count);
        Assert.All(first.Before, one => Assert.True(one.At <= first.At));
        Assert.Contains(first.Before, one => one is RigCall { Do: RigVerb.Press, What: "#" });
    }

    [Fact]
    public void A_meter_that_answers_less_than_was_recorded_has_another_answer()
    {
        var recording = Tapes.Of(Tapes.Virtual, TestToken);
        var deaf = Tapes.Virtual with
        {
            Profile = MeterProfile.Generic with
            {
                Entry = MeterProfile.Generic.Entry with { WorkTime = TimeSpan.FromHours(1) },
            },
        };
        Assert.Equal(ReplayVerdict.Diverged, new RigReplay(recording, deaf).Run().Verdict);
    }

    [Fact]
    public void What_the_rig_cannot_do_proves_nothing()
    {
        using var recorder = new FlightRecorder(looksInside: false);
        using var file = new MemoryStream();
        using (var rig = recorder.Attach(Tapes.Virtual.Build(1)))
        {
            rig.Keypad.SetBounce(TimeSpan.FromMilliseconds(20));
            rig.Manufacture(Tapes.Registers);
            rig.Mains.Return();
            recorder.Close();
        }

        recorder.Write(file, Tapes.Head with { Seed = 1 }, Tapes.Passed);
        var recording = Tapes.Read(file.ToArray());
        Assert.Equal([Capability.Contacts], RecordedRigs.Lacking(recording, ModelPlan.Alone));
        Assert.Empty(RecordedRigs.Lacking(recording, Tapes.Virtual));
        var outcome = new RigReplay(recording, ModelPlan.Alone).Run();
        Assert.Equal(ReplayVerdict.Invalid, outcome.Verdict);
        Assert.Contains("bouncing keys was not delivered", outcome.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_that_was_not_seen_then_is_not_seen_now()
    {
        using var recorder = new FlightRecorder(looksInside: false);
        using var file = new MemoryStream();
        using (var rig = recorder.Attach(Tapes.Virtual.Build(1)))
        {
            rig.Manufacture(Tapes.Registers);
            Assert.Throws<StimulusNotDeliveredException>(() => rig.Keypad.Press('7'));
            recorder.Close();
        }

        recorder.Write(file, Tapes.Head with { Seed = 1 }, Tapes.Passed);
        var recording = Tapes.Read(file.ToArray());
        Assert.StartsWith("not delivered", recording.Calls.Last().Saw, StringComparison.Ordinal);
        Assert.False(Assert.Single(recording.Calls.Last().Receipts!).IsDelivered);
        Assert.Equal(ReplayVerdict.Same, new RigReplay(recording, Tapes.Virtual).Run().Verdict);
    }

    [Fact]
    public void The_inside_of_a_rig_is_found_out_afterwards_as_it_would_have_been_seen_at_once()
    {
        var outside = Tapes.Of(Tapes.Virtual, TestToken);
        using var inside = InsideView.Of(outside, Tapes.Virtual, station: null);
        using var later = new MemoryStream();
        inside!.Write(later, outside.Head, outside.End!);
        using var recorder = new FlightRecorder(looksInside: true);
        using (var rig = recorder.Attach((Tapes.Virtual with { Probe = recorder.Probe }).Build(1)))
        {
            rig.Manufacture(Tapes.Registers);
            rig.Mains.Return();
            foreach (var key in TestToken) rig.Keypad.Press(key);
            rig.Clock.Wait(TimeSpan.FromSeconds(1));
            _ = rig.Stored;
            recorder.Close();
        }

        using var atOnce = new MemoryStream();
        recorder.Write(atOnce, outside.Head, outside.End!);
        Assert.Equal(atOnce.ToArray(), later.ToArray());
        var read = Tapes.Read(later.ToArray());
        Assert.Contains("ROW1", read.WireNames);
        Assert.Contains("LCD_E", read.WireNames);
        Assert.True(read.Wires.Count > 2_000, $"{read.Wires.Count} levels");
        Assert.Equal(
            TestToken.Length,
            read.Events.OfType<MeterTold>().Count(one => one.Text.StartsWith("key ", StringComparison.Ordinal)));
        Assert.Contains(read.Events.OfType<MeterWanted>(), one => one.Text == "show \"1844 6744 0738 | 4377 2416\"");
    }

    [Fact]
    public void A_rig_that_does_something_else_the_second_time_has_no_inside_to_show()
    {
        var outside = Tapes.Of(Tapes.Virtual, TestToken);
        var pad = MeterProfile.Generic.Pad with { Legend = ["123", "456", "789", "ABC"] };
        var other = Tapes.Virtual with { Profile = MeterProfile.Generic with { Pad = pad } };
        Assert.Null(InsideView.Of(outside, other, station: null));
    }

    [Fact]
    public void Whoever_looks_on_changes_nothing()
    {
        foreach (var name in (string[])["virtual", "virtual-i2c", "virtual-relay", "virtual-loop"])
        {
            var plan = Rigs.Load(name);
            var alone = Tapes.Of(plan, TestToken);
            using var watched = InsideView.Of(alone, plan, station: null);
            Assert.NotNull(watched);
        }
    }
}
