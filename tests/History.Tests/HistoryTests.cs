using HilBench.Scenarios.Running;
using Microsoft.Data.Sqlite;

namespace HilBench.History.Tests;

/// <summary>Runs are written and read back, by one program or several, whole or killed.</summary>
public sealed class HistoryTests : IDisposable
{
    private const string FirstVersion = """
        CREATE TABLE run(
            id INTEGER PRIMARY KEY AUTOINCREMENT, began TEXT NOT NULL, ended TEXT, rig TEXT NOT NULL,
            seed TEXT NOT NULL, build TEXT NOT NULL, virtual INTEGER NOT NULL, command TEXT NOT NULL,
            scenarios INTEGER NOT NULL);
        CREATE TABLE scenario(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
        CREATE TABLE verdict(
            run INTEGER NOT NULL, scenario INTEGER NOT NULL, verdict TEXT NOT NULL, place TEXT NOT NULL,
            source TEXT NOT NULL, message TEXT NOT NULL, seconds REAL NOT NULL,
            PRIMARY KEY(run, scenario)) WITHOUT ROWID;
        CREATE INDEX verdict_of_scenario ON verdict(scenario, run, verdict);
        CREATE TABLE tally(
            run INTEGER NOT NULL, verdict TEXT NOT NULL, count INTEGER NOT NULL,
            PRIMARY KEY(run, verdict)) WITHOUT ROWID;
        INSERT INTO run VALUES(
            1, '2026-11-28T08:00:00.000Z', '2026-11-28T08:01:00.000Z', 'virtual', '1', 'build', 1, 'run features', 2);
        INSERT INTO scenario VALUES(1, 'S: one');
        INSERT INTO verdict VALUES(1, 1, 'Failed', 'a.feature:3', 'source', 'it lies', 1.5);
        INSERT INTO tally VALUES(1, 'Failed', 1);
        PRAGMA user_version = 1;
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("hilbench-history-").FullName;

    private string File => Path.Combine(_folder, "below", "history.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_run_is_read_back_as_it_was_written()
    {
        Write(Head() with { Seed = ulong.MaxValue }, ("one", Verdict.Passed, ""), ("two", Verdict.Failed, "it lies"));
        using var history = HistoryFile.Open(File, create: false);
        var past = new Past(history);
        var run = Assert.Single(past.Runs(10));
        Assert.Equal(Head() with { Seed = ulong.MaxValue }, run.Head);
        Assert.Equal((RunState.Ended, Written.Began.AddMinutes(1), false), (run.State, run.Ended, run.IsGreen));
        Assert.Equal(
            [(Verdict.Passed, 1), (Verdict.Failed, 1)], run.Verdicts.Select(one => (one.Key, one.Value)).Order());
        var scenarios = past.Scenarios(run);
        Assert.Equal(["S: one", "S: two"], scenarios.Select(one => one.Name));
        Assert.Equal(
            ("a.feature:3", Verdict.Failed, "it lies", 1.5, 1L),
            (scenarios[1].Place, scenarios[1].Verdict, scenarios[1].Message, scenarios[1].Seconds,
                scenarios[1].RedSince!.Value));
    }

    [Fact]
    public void A_failure_is_as_old_as_the_first_red_run_since_it_was_last_green_on_the_same_rig()
    {
        Write(Head(), ("one", Verdict.Failed, "old"));
        Write(Head(), ("one", Verdict.Passed, ""));
        Write(Head(), ("one", Verdict.Invalid, "red again"));
        Write(Head() with { Rig = "none" }, ("one", Verdict.Passed, ""));
        Write(Head(), ("one", Verdict.Aborted, ""));
        Write(Head(), ("one", Verdict.Failed, "still"));
        using var history = HistoryFile.Open(File);
        var past = new Past(history);
        Assert.Equal(3, past.Scenarios(past.Run(6)!)[0].RedSince);
        Assert.Null(past.Scenarios(past.Run(5)!)[0].RedSince);
        Assert.Equal(1, past.Scenarios(past.Run(1)!)[0].RedSince);
    }

    [Fact]
    public void A_run_goes_on_while_it_is_written_and_is_aborted_when_nobody_writes_it_and_it_has_no_end()
    {
        using var history = HistoryFile.Open(File);
        using (var log = RunLog.Begin(history, Head()))
        {
            log.Add(Written.Result("one", Verdict.Passed, ""));
            using var reader = HistoryFile.Open(File, create: false);
            var going = new Past(reader).Runs(1)[0];
            Assert.Equal((RunState.Running, 1), (going.State, going.Verdicts[Verdict.Passed]));
        }

        var left = new Past(history).Runs(1)[0];
        Assert.Equal((RunState.Aborted, 1), (left.State, left.Verdicts[Verdict.Passed]));
    }

    [Fact]
    public void Runs_that_are_written_at_once_lose_nothing()
    {
        Parallel.For(0, 4, run => Write(
            Head() with { Rig = $"rig {run}" },
            [.. Enumerable.Range(0, 50).Select(number => ($"{number}", Verdict.Passed, ""))]));
        using var history = HistoryFile.Open(File);
        var runs = new Past(history).Runs(10);
        Assert.Equal(4, runs.Count);
        Assert.All(runs, run => Assert.Equal((RunState.Ended, 50), (run.State, run.Verdicts[Verdict.Passed])));
    }

    [Fact]
    public void Two_runs_differ_by_what_became_red_mended_new_gone_or_slow()
    {
        PastScenario One(string name, Verdict verdict, string why = "", double seconds = 0.1) =>
            new(name, "a.feature:1", verdict, why, seconds);
        var changes = RunDifference.Of(
            [
                One("same", Verdict.Passed), One("broke", Verdict.Passed), One("mended", Verdict.Failed, "x"),
                One("gone", Verdict.Passed), One("slow", Verdict.Passed), One("red", Verdict.Failed, "x"),
                One("other", Verdict.Failed, "x"), One("busy", Verdict.Passed, seconds: 1),
            ],
            [
                One("same", Verdict.Passed), One("broke", Verdict.RigFault, "x"), One("mended", Verdict.Passed),
                One("new", Verdict.Passed), One("slow", Verdict.Passed, seconds: 0.5), One("red", Verdict.Failed, "x"),
                One("other", Verdict.Failed, "y"), One("busy", Verdict.Passed, seconds: 1.9),
            ]);
        Assert.Equal(
            [
                (Change.NewlyRed, "broke"), (Change.Mended, "mended"), (Change.RedInAnotherWay, "other"),
                (Change.New, "new"), (Change.Gone, "gone"), (Change.Slower, "slow"),
            ],
            changes.Select(one => (one.Change, one.Name)));
    }

    [Fact]
    public void A_flip_is_another_verdict_of_the_same_program_rig_feature_and_seed()
    {
        Write(Head(), ("one", Verdict.Passed, ""), ("two", Verdict.Passed, ""));
        Write(Head() with { Build = "later" }, ("one", Verdict.Failed, "x"));
        Write(Head() with { Seed = 2 }, ("one", Verdict.Failed, "x"));
        Write(Head() with { Rig = "pi", IsVirtual = false }, ("two", Verdict.Passed, ""));
        using var history = HistoryFile.Open(File);
        Assert.Empty(new Past(history).Flips(1000));
        Write(Head() with { Rig = "pi", IsVirtual = false }, ("two", Verdict.Failed, "x"));
        Write(Head(), ("one", Verdict.Invalid, "x"), ("two", Verdict.Aborted, ""));
        var flips = new Past(history).Flips(1000);
        Assert.Equal(
            [new Flip("S: one", "virtual", 1, true, 2, 1, 6), new Flip("S: two", "pi", 1, false, 2, 1, 5)], flips);
        Assert.Equal([flips[1]], new Past(history).Flips(3));
        var (least, most) = flips[1].RedShare;
        Assert.Equal((0.095, 0.905), (Math.Round(least, 3), Math.Round(most, 3)));
    }

    [Fact]
    public void Old_runs_are_forgotten_and_young_ones_and_their_scenarios_stay()
    {
        Write(
            Head() with { Began = Written.Began.AddDays(-40) },
            ("one", Verdict.Passed, ""), ("two", Verdict.Passed, ""));
        Write(Head(), ("one", Verdict.Passed, ""));
        using var history = HistoryFile.Open(File);
        var past = new Past(history);
        Assert.Equal(1, past.Forget(Written.Began.AddDays(-30)));
        Assert.Equal([2L], past.Runs(10).Select(run => run.Id));
        Assert.Equal("S: one", Assert.Single(past.Scenarios(past.Run(2)!)).Name);
        Assert.Equal(0, past.Forget(Written.Began.AddDays(-30)));
    }

    [Fact]
    public void A_file_of_a_later_program_one_that_is_no_history_and_one_that_is_not_there_are_one_line()
    {
        Assert.EndsWith("history.db: there is no history yet", Refusal(create: false));
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        System.IO.File.WriteAllText(File, new string('x', 5000));
        Assert.EndsWith("history.db: it is no history, or it is damaged", Refusal());
        System.IO.File.Delete(File);
        HistoryFile.Open(File).Dispose();
        using (var later = new SqliteConnection($"Data Source={File};Pooling=False"))
        {
            later.Open();
            using var command = later.CreateCommand();
            command.CommandText = "PRAGMA user_version = 7";
            command.ExecuteNonQuery();
        }

        Assert.EndsWith("it is of version 7, and this program reads up to version 3", Refusal());
    }

    [Fact]
    public void The_run_before_is_the_last_whole_one_of_the_same_scope_on_the_same_rig()
    {
        var head = Head() with { Scope = "features" };
        Write(head, ("one", Verdict.Passed, ""));
        Write(head with { Rig = "none" }, ("one", Verdict.Passed, ""));
        Write(head with { Scope = "features/credit" }, ("one", Verdict.Passed, ""));
        Write(head, ("one", Verdict.Passed, ""), ("two", Verdict.Aborted, ""));
        using var history = HistoryFile.Open(File);
        using (var killed = RunLog.Begin(history, head)) killed.Add(Written.Result("one", Verdict.Passed, ""));
        Write(head, ("one", Verdict.Failed, "x"));
        Write(Head(), ("one", Verdict.Passed, ""));
        Write(Head(), ("one", Verdict.Passed, ""));
        var past = new Past(history);
        Assert.Equal(1, past.Before(past.Run(6)!)!.Id);
        Assert.Null(past.Before(past.Run(1)!));
        // Nobody knows whether two runs of unknown scope were of the same scenarios.
        Assert.Null(past.Before(past.Run(8)!));
    }

    [Fact]
    public void Of_two_runs_of_one_second_into_one_report_folder_it_holds_that_of_the_later()
    {
        Write(Head() with { Report = "/out" }, ("one", Verdict.Passed, ""));
        Write(Head() with { Report = "/out" }, ("one", Verdict.Passed, ""));
        Write(Head() with { Report = "/elsewhere" }, ("one", Verdict.Passed, ""));
        Write(Head(), ("one", Verdict.Passed, ""));
        using var history = HistoryFile.Open(File);
        var past = new Past(history);
        Assert.Equal([false, true, true], new long[] { 1, 2, 3 }.Select(id => past.IsLastIntoItsReport(past.Run(id)!)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("""
        ALTER TABLE run ADD COLUMN report TEXT;
        ALTER TABLE run ADD COLUMN scope TEXT NOT NULL DEFAULT '';
        PRAGMA user_version = 2;
        """)]
    public void A_file_of_an_earlier_version_is_brought_up_to_date_and_keeps_what_it_has(string later)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        using (var before = new SqliteConnection($"Data Source={File};Pooling=False"))
        {
            before.Open();
            using var command = before.CreateCommand();
            command.CommandText = FirstVersion + later;
            command.ExecuteNonQuery();
        }

        Write(Head() with { Report = "/out", Scope = "features" }, ("one", Verdict.Passed, ""));
        using var history = HistoryFile.Open(File);
        var past = new Past(history);
        Assert.Equal(Head(), past.Run(1)!.Head);
        Assert.Equal(Head() with { Report = "/out", Scope = "features" }, past.Run(2)!.Head);
        var old = Assert.Single(past.Scenarios(past.Run(1)!));
        Assert.Equal(
            ("S: one", "a.feature:3", Verdict.Failed, "it lies", 1.5, 1L),
            (old.Name, old.Place, old.Verdict, old.Message, old.Seconds, old.RedSince!.Value));
        Assert.Null(old.Where);
    }

    private string Refusal(bool create = true) =>
        Assert.Throws<HistoryException>(() => HistoryFile.Open(File, create).Dispose()).Message;

    private static RunHead Head() => Written.Head;

    private void Write(RunHead head, params (string Name, Verdict Verdict, string Message)[] results) => Written.Run(
        File, head, [.. results.Select(one => Written.Result(one.Name, one.Verdict, one.Message))]);
}
