using System.Collections.Concurrent;
using System.Text;
using HilBench.Recording;
using HilBench.Recording.Replaying;
using HilBench.RigFiles;
using HilBench.Roles;
using HilBench.Scenarios.Features;
using HilBench.Scenarios.Running;
using HilBench.Scenarios.World;
using HilBench.Tokens;

namespace HilBench.Scenarios.Tests.Running;

/// <summary>Scenarios leave recordings that are the same in every run with their seed, and can be replayed.</summary>
public sealed class RecordedRunTests : IDisposable
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Altered");

    private static readonly string Credit = Trial.Scenario(
        "Given the meter holds 10.0 kWh",
        "And a 25.6 kWh credit token",
        "When the customer keys in the token",
        "Then the meter accepts it",
        "And the meter holds 35.6 kWh");

    private readonly RecordingShelf _shelf = new();

    public void Dispose() => _shelf.Dispose();

    [Fact]
    public void A_seed_gives_the_same_recordings_byte_for_byte_for_any_number_of_jobs()
    {
        string[] files = ["mains.feature", "two-codes.feature", "buzzer.feature", "currency.feature"];
        var paths = files.Select(file => Path.Combine(Folder, file)).ToArray();
        var one = Run(paths, "virtual", RecordingScope.All, jobs: 1);
        var several = Run(paths, "virtual", RecordingScope.All, jobs: 3);
        Assert.True(one.Count > 10, $"{one.Count} scenarios");
        Assert.Equal(one.Select(BytesOf), several.Select(BytesOf));
    }

    [Theory]
    [InlineData("virtual")]
    [InlineData("none")]
    [InlineData("virtual-i2c")]
    [InlineData("token-port")]
    public void A_red_scenario_leaves_what_it_would_have_left_had_all_been_recorded(string rig)
    {
        string[] files = ["two-codes.feature", "used-once.feature", "other-meters.feature"];
        var paths = files.Select(file => Path.Combine(Folder, file)).ToArray();
        var red = Run(paths, rig, RecordingScope.Red).Where(result => result.Recording is not null).ToArray();
        var all = Run(paths, rig, RecordingScope.All).ToDictionary(result => result.Case.Place);
        Assert.True(red.Length > 3, $"{red.Length} recordings");
        foreach (var result in red)
        {
            Assert.NotEqual(Verdict.Passed, result.Verdict);
            Assert.Equal(BytesOf(all[result.Case.Place]), BytesOf(result));
            var read = result.Recording!.Read("red");
            Assert.Null(read.End!.WithoutInside);
            Assert.Equal(result.Message, read.End.Message);
            Assert.Equal(result.Step!.ToString(), read.StepOf(read.End.Step!.Value));
        }
    }

    [Theory]
    [InlineData("virtual", RecordingScope.All)]
    [InlineData("virtual", RecordingScope.Red)]
    [InlineData("none", RecordingScope.All)]
    public void Who_looks_on_changes_no_byte_of_a_recording_and_hears_what_it_holds(string rig, RecordingScope scope)
    {
        string[] files = ["two-codes.feature", "used-once.feature"];
        var paths = files.Select(file => Path.Combine(Folder, file)).ToArray();
        var onlooker = new Onlooker();
        var alone = Run(paths, rig, scope);
        var watched = Run(paths, rig, scope, onlooker: onlooker);
        Assert.Equal(alone.Select(result => result.Verdict), watched.Select(result => result.Verdict));
        var kept = watched.Where(result => result.Recording is not null).ToArray();
        Assert.NotEmpty(kept);
        Assert.Equal(alone.Where(result => result.Recording is not null).Select(BytesOf), kept.Select(BytesOf));
        foreach (var result in kept)
        {
            Assert.Contains(result.Case.Place, onlooker.Rigs.Keys);
            var recorded = result.Recording!.Read("kept").Events.OfType<GlassSeen>();
            Assert.Equal(recorded.Select(TextOf), onlooker.Of(result).OfType<GlassSeen>().Select(TextOf));
        }
    }

    [Fact]
    public void Who_looks_on_sees_a_scenario_that_is_not_recorded()
    {
        var onlooker = new Onlooker();
        var result = Assert.Single(Run(
            Trial.Read(Credit, MeterTrial.Sentences), "virtual", RecordingScope.None, jobs: 1, onlooker));
        Assert.Null(result.Recording);
        Assert.Equal("virtual", onlooker.Rigs[result.Case.Place]);
        var seen = onlooker.Of(result);
        Assert.Contains(seen.OfType<GlassSeen>(), glass => glass.Lines[0].Trim() == "Accept");
        Assert.Equal("Accept", Assert.Single(seen.OfType<AnswerGiven>()).Result);
        // The digits and Enter.
        Assert.Equal(21, seen.OfType<RigCall>().Count(call => call.Do == RigVerb.Press));
        Assert.Empty(seen.OfType<MeterWanted>());
    }

    [Theory]
    [InlineData(RecordingScope.None)]
    [InlineData(RecordingScope.Red)]
    public void A_glass_of_segments_is_drawn_as_one_whether_it_is_recorded_or_not(RecordingScope scope)
    {
        var feature = Credit.Replace("holds 35.6", "holds 99.9", StringComparison.Ordinal);
        var result = Assert.Single(Record(feature, "virtual-segments", scope));
        Assert.Equal(Verdict.Failed, result.Verdict);
        Assert.Equal(GlassKind.Segments, result.Glass!.Kind);
    }

    [Fact]
    public void Only_what_was_asked_for_is_recorded()
    {
        Assert.Null(Assert.Single(Record(Credit, scope: RecordingScope.Red)).Recording);
        Assert.Null(Assert.Single(Record(Credit, scope: RecordingScope.None)).Recording);
        Assert.NotNull(Assert.Single(Record(Credit)).Recording);
    }

    [Fact]
    public void A_recording_says_what_it_is_of_and_holds_every_save_of_the_meter()
    {
        var read = Read(Credit);
        Assert.Equal(
            ("trial.feature", 2, "trial", "one", "virtual", true, "generic"),
            (read.Head.File, read.Head.Line, read.Head.Feature, read.Head.Title, read.Head.Rig, read.Head.IsVirtual,
                read.Head.Profile));
        Assert.Equal("When the customer keys in the token", read.Head.Steps[2].ToString());
        Assert.Equal("passed", read.End!.Verdict);
        var saved = read.Events.OfType<MeterWanted>().Where(one => one.Image is not null).ToArray();
        Assert.NotEmpty(saved);
        var credit = Meter.StoredRecord.Decode(saved[^1].Image!)!.Registers.Credit;
        Assert.Equal(EnergyAmount.FromKwh(35.6m), credit.Shown);
        Assert.Equal("Accept", Assert.Single(read.Events.OfType<AnswerGiven>()).Result);
        Assert.Contains(read.Events.OfType<GlassSeen>(), glass => glass.Lines[0].Trim() == "Accept");
        Assert.Equal(2, Assert.Single(read.Events.OfType<AnswerGiven>()).Step);
    }

    [Fact]
    public void A_recording_holds_no_vending_key()
    {
        const string key = "0123456789ABCDEF";
        var read = Run(Trial.Scenario(
            "Given a meter with:", "| name | value |", $"| vending key | {key} |", "And a 25.6 kWh credit token",
            "When the customer keys in the token", "Then the meter accepts it"))[0];
        Assert.Equal(Verdict.Passed, read.Verdict);
        var recording = read.Recording!.Read("a");
        Assert.Equal(["| name | value |", "| vending key | (left out) |"], recording.Head.Steps[0].Below);
        // Nor anywhere else in it, not even in the bytes of a save.
        var open = new StringBuilder().AppendJoin('\n', recording.Events.Select(one => one.ToString()));
        foreach (var one in recording.Events.OfType<MeterWanted>())
            open.Append(Convert.ToHexString(one.Image ?? []));
        foreach (var step in recording.Head.Steps) open.AppendJoin(' ', step.Below).Append(step);
        Assert.DoesNotContain(key, open.ToString(), StringComparison.OrdinalIgnoreCase);
        IReadOnlyList<ScenarioResult> Run(string feature) => Record(feature);
    }

    [Fact]
    public void A_recording_in_virtual_time_names_no_place_on_this_machine()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("hilbench-secret-").FullName, "a.feature");
        File.WriteAllText(file, Credit);
        var result = Assert.Single(Run([file], "virtual", RecordingScope.All));
        Assert.Equal("a.feature", result.Recording!.Read("a").Head.File);
        using var bytes = new MemoryStream();
        result.Recording.CopyTo(bytes);
        bytes.Position = 0;
        Assert.DoesNotContain("secret", Encoding.Latin1.GetString(bytes.ToArray()), StringComparison.Ordinal);
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }

    [Fact]
    public void The_replay_of_a_green_recording_on_a_broken_meter_stops_at_its_first_wrong_answer_and_names_the_step()
    {
        var read = Read(Credit);
        var whole = new RigReplay(read, Rigs.Load("virtual")).Run();
        Assert.Equal(ReplayVerdict.Same, whole.Verdict);
        // Its cipher has another table now, so no token is understood any more.
        var broken = Rigs.Load("none") with { Tables = Other(StaTables.Sample) };
        var outcome = new RigReplay(read, broken).Run();
        Assert.Equal(ReplayVerdict.Diverged, outcome.Verdict);
        Assert.Equal("the meter answers Accept", outcome.First!.Recorded);
        Assert.Equal("the meter answers CrcError", outcome.First.Now);
        Assert.Equal("When the customer keys in the token", read.StepOf(outcome.First.Step));
        Assert.True(outcome.Answers < whole.Answers);
    }

    [Fact]
    public void A_profile_of_its_own_is_part_of_the_recording()
    {
        var feature = Trial.Scenario(
            "Given a meter with:", "| name | value |", "| profile | landis-gyr |", "And a 25.6 kWh credit token",
            "When the customer keys in the token", "Then the meter accepts it");
        var read = Assert.Single(Record(feature)).Recording!.Read("a");
        Assert.Contains("\"display\"", read.Head.ProfileText, StringComparison.Ordinal);
        var plan = RecordedRigs.PlanFor(read, Rigs.Load("virtual"));
        Assert.Equal("landis-gyr", plan.Profile.Name);
        Assert.Equal(ReplayVerdict.Same, new RigReplay(read, plan).Run().Verdict);
    }

    [Fact]
    public void A_token_by_a_port_is_typed_where_there_are_keys_and_typed_digits_are_sent_where_there_is_a_port()
    {
        var feature = Trial.Scenario(
            "Given the meter holds 10.0 kWh", "And a 25.6 kWh credit token", "When the customer keys in the token",
            "Then the meter accepts it", "And the meter holds 35.6 kWh", "And the key revision is 1");
        var port = Assert.Single(Record(feature, "token-port")).Recording!.Read("port");
        var keys = Assert.Single(Record(feature)).Recording!.Read("keys");
        Assert.Equal(ReplayVerdict.Same, new RigReplay(port, Rigs.Load("virtual")).Run().Verdict);
        Assert.Equal(ReplayVerdict.Same, new RigReplay(keys, Rigs.Load("token-port")).Run().Verdict);
    }

    [Fact]
    public void A_scenario_that_was_stopped_leaves_what_was_done_until_then_and_the_stop_is_no_answer_of_the_meter()
    {
        var cases = Trial.Read(
            Trial.Scenario("When the load draws 2000 W from now on", "And 36500 days pass", "And 36500 days pass"),
            MeterTrial.Sentences);
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        var plan = Rigs.Load("virtual") with { Stop = stop.Token };
        var result = Assert.Single(new Runner(MeterTrial.Sentences, new RunOptions
        {
            Stop = stop.Token,
            Judge = MeterJudge.Judge,
            Provide = container => container.RegisterInstanceAs(plan, typeof(RigPlan)),
            Record = RecordingScope.Red,
            Shelf = _shelf,
        }).Run(new StepCheck(MeterTrial.Sentences, plan.Capabilities).Check(cases)));
        Assert.Equal(Verdict.Aborted, result.Verdict);
        var read = result.Recording!.Read("a");
        Assert.Equal("the run was stopped", read.End!.WithoutInside);
        Assert.Contains(read.Calls, call => call.Do == RigVerb.Draw);
        Assert.DoesNotContain(read.Calls, call => call.For > TimeSpan.FromDays(1));
        Assert.Equal(ReplayVerdict.Same, new RigReplay(read, Rigs.Load("virtual")).Run().Verdict);
    }

    private FlightRecording Read(string feature) => Assert.Single(Record(feature)).Recording!.Read("a");

    private IReadOnlyList<ScenarioResult> Record(
        string feature, string rig = "virtual", RecordingScope scope = RecordingScope.All) =>
        Run(Trial.Read(feature, MeterTrial.Sentences), rig, scope, jobs: 1);

    private IReadOnlyList<ScenarioResult> Run(
        string[] paths, string rig, RecordingScope scope, int jobs = 2, IRunOnlooker? onlooker = null)
    {
        var check = new StepCheck(MeterTrial.Sentences, Rigs.Load(rig).Capabilities);
        var cases = FeatureReader.Read(paths, MeterTrial.Sentences).Where(one => check.Lacks(one).Count == 0);
        return Run([.. cases], rig, scope, jobs, onlooker);
    }

    private IReadOnlyList<ScenarioResult> Run(
        IReadOnlyList<ScenarioCase> cases, string rig, RecordingScope scope, int jobs, IRunOnlooker? onlooker = null)
    {
        var plan = Rigs.Load(rig);
        var results = new Runner(MeterTrial.Sentences, new RunOptions
        {
            Jobs = jobs,
            Judge = MeterJudge.Judge,
            Provide = container => container.RegisterInstanceAs(plan, typeof(RigPlan)),
            Onlooker = onlooker,
            Record = scope,
            Shelf = _shelf,
        }).Run(new StepCheck(MeterTrial.Sentences, plan.Capabilities).Check(cases));
        // A line that makes no sense ends a scenario before it has a rig.
        return [.. results.Where(result => result.Verdict != Verdict.Undefined)];
    }

    private static string TextOf(GlassSeen glass) => $"{glass.At} {glass.Step} {string.Join('|', glass.Lines)}";

    private static string BytesOf(ScenarioResult result)
    {
        using var bytes = new MemoryStream();
        result.Recording!.CopyTo(bytes);
        return Convert.ToBase64String(bytes.ToArray());
    }

    private static StaTables Other(StaTables like) => StaTables.Create(
        [.. like.Substitution2.Select(one => (int)one)], [.. like.Substitution1.Select(one => (int)one)],
        [.. like.Permutation.Select(one => (int)one)]);

    /// <summary>Keeps what it hears, by the place of the scenario.</summary>
    private sealed class Onlooker : IRunOnlooker
    {
        private readonly ConcurrentDictionary<Place, ConcurrentQueue<RecordedEvent>> _seen = [];

        public ConcurrentDictionary<Place, string> Rigs { get; } = [];

        public IReadOnlyList<RecordedEvent> Of(ScenarioResult result) => [.. _seen[result.Case.Place]];

        public void Built(ScenarioCase scenario, IMeterRig rig) => Rigs[scenario.Place] = rig.Name;

        public void Saw(ScenarioCase scenario, RecordedEvent one) =>
            _seen.GetOrAdd(scenario.Place, _ => []).Enqueue(one);
    }
}
