namespace HilBench.History.Tests;

/// <summary>An SQLite file of ours: it has a version, it outlives its writer, and its mistakes are one line.</summary>
public sealed class SqliteFileTests : IDisposable
{
    private const string First = "CREATE TABLE note(text TEXT NOT NULL)";
    private const string Second = "ALTER TABLE note ADD COLUMN at INTEGER NOT NULL DEFAULT 5";

    private static readonly SqliteKind Old = new("ledger", [First]);
    private static readonly SqliteKind New = new("ledger", [First, Second]) { OutlivesPowerCuts = true };

    private readonly string _folder = Directory.CreateTempSubdirectory("hilbench-sqlite-").FullName;

    private string File => Path.Combine(_folder, "deep", "ledger.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_file_of_an_earlier_version_gets_what_it_lacks_and_keeps_its_rows()
    {
        using (var old = SqliteFile.Open(File, Old)) Note(old, "kept");
        using (var file = SqliteFile.Open(File, New)) Note(file, "added");
        using var again = SqliteFile.Open(File, New);
        Assert.Equal(2, again.Number("PRAGMA user_version"));
        Assert.Equal(
            [("added", 5L), ("kept", 5L)],
            again.Rows("SELECT text, at FROM note ORDER BY text", row => (row.GetString(0), row.GetInt64(1))));
    }

    [Fact]
    public void A_script_that_fails_leaves_the_file_as_it_was()
    {
        using (var old = SqliteFile.Open(File, Old)) Note(old, "kept");
        var wrong = new SqliteKind("ledger", [First, Second + "; DROP TABLE gone"]);
        var refusal = Refusal(() => SqliteFile.Open(File, wrong));
        Assert.Contains("no such table: gone", refusal, StringComparison.Ordinal);
        using var again = SqliteFile.Open(File, Old);
        Assert.Equal(1, again.Number("SELECT count(*) FROM note"));
    }

    /// <summary>2 = FULL, 1 = NORMAL, as SQLite counts.</summary>
    [Fact]
    public void A_file_waits_for_the_disk_where_a_power_cut_must_take_nothing()
    {
        using (var file = SqliteFile.Open(File, New))
            Assert.Equal((2, "wal"), (file.Number("PRAGMA synchronous"), Journal(file)));
        using var other = SqliteFile.Open(Path.Combine(_folder, "other.db"), Old);
        Assert.Equal((1, "wal"), (other.Number("PRAGMA synchronous"), Journal(other)));
    }

    [Fact]
    public void What_is_not_committed_was_never_written()
    {
        using (var file = SqliteFile.Open(File, New))
        {
            using (file.Begin()) Note(file, "lost");
            using var change = file.Begin();
            Note(file, "kept");
            change.Commit();
        }

        using var again = SqliteFile.Open(File, New, create: false);
        Assert.Equal(["kept"], again.Rows("SELECT text FROM note", row => row.GetString(0)));
    }

    [Fact]
    public void Its_mistakes_are_one_line_that_calls_it_by_its_name()
    {
        Assert.Equal($"{File}: there is no ledger yet", Refusal(() => SqliteFile.Open(File, New, create: false)));
        using (var file = SqliteFile.Open(File, New))
        {
            var refusal = Refusal(() => file.Guarded(() => file.Execute("DROP TABLE x")));
            Assert.StartsWith($"{File}: SQLite Error 1: 'no such table: x'", refusal, StringComparison.Ordinal);
        }

        Assert.Equal(
            $"{File}: it is of version 2, and this program reads up to version 1",
            Refusal(() => SqliteFile.Open(File, Old)));
        System.IO.File.WriteAllText(File, new string('x', 5000));
        Assert.Equal($"{File}: it is no ledger, or it is damaged", Refusal(() => SqliteFile.Open(File, New)));
    }

    private static void Note(SqliteFile file, string text) =>
        file.Execute("INSERT INTO note(text) VALUES ($text)", ("$text", text));

    private static string Journal(SqliteFile file) =>
        file.Rows("PRAGMA journal_mode", row => row.GetString(0)).Single();

    private static string Refusal(Func<object> open) => Assert.Throws<SqliteFileException>(open).Message;
}
