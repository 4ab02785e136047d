using System.Globalization;
using System.Text.Json;
using HilBench.History;
using HilBench.Lab.Told;

namespace HilBench.Lab.Benches;

/// <summary>
/// What a bench has run, in a SQLite file of its own. Each attempt is on the disk before the lab hears of it: the truth
/// of a run is where it was run.
/// </summary>
internal sealed class BenchLedger : IDisposable
{
    private const string Tables = """
        CREATE TABLE attempt(
            run TEXT NOT NULL, scenario INTEGER NOT NULL, attempt INTEGER NOT NULL, state TEXT NOT NULL,
            head TEXT NOT NULL, result BLOB, began TEXT NOT NULL, ended TEXT,
            PRIMARY KEY(run, scenario, attempt)) WITHOUT ROWID;
        CREATE INDEX attempt_by_state ON attempt(state, ended);
        CREATE TABLE fence(one INTEGER PRIMARY KEY CHECK (one = 1), number INTEGER NOT NULL);
        """;

    /// <summary>How long results are kept that have been delivered.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(14);

    private readonly SqliteFile _file;

    /// <exception cref="SqliteFileException">It cannot be opened.</exception>
    public BenchLedger(string path)
    {
        _file = SqliteFile.Open(path, new SqliteKind("ledger", [Tables]) { OutlivesPowerCuts = true });
        _file.Guarded(() => _file.Execute(
            "DELETE FROM attempt WHERE state IN ('delivered', 'late') AND ended < $before",
            ("$before", Written(DateTime.UtcNow - Kept))));
    }

    /// <summary>The highest number of a lease this bench has seen.</summary>
    public long Fence
    {
        get => _file.Guarded(() => _file.Number("SELECT coalesce(max(number), 0) FROM fence"));
        set => _file.Guarded(() => _file.Execute(
            "INSERT INTO fence(one, number) VALUES (1, $n) ON CONFLICT(one) DO UPDATE SET number = max(number, $n)",
            ("$n", value)));
    }

    /// <summary>
    /// Whoever died in the middle of an attempt begins again with this: each of these came to nothing, and says so.
    /// </summary>
    public int LoseWhatWasBegun(string bench, string why) => _file.Guarded(() => _file.Execute(
        "UPDATE attempt SET state = 'done', head = json_set(head, '$.lost', $why, '$.bench', $bench), ended = $now "
        + "WHERE state = 'begun'",
        ("$why", why), ("$bench", bench), ("$now", Written(DateTime.UtcNow))));

    /// <summary>An attempt begins; false when this bench has had it before.</summary>
    public bool Begin(Attempt one, Delivered head) => _file.Guarded(() => _file.Execute(
        "INSERT OR IGNORE INTO attempt(run, scenario, attempt, state, head, began) "
        + "VALUES ($run, $scenario, $attempt, 'begun', $head, $now)",
        [.. Key(one), ("$head", Text(head)), ("$now", Written(DateTime.UtcNow))])) == 1;

    /// <summary>An attempt has ended; from here on nothing is lost.</summary>
    public void End(Attempt one, Delivered head, byte[]? result) => _file.Guarded(() => _file.Execute(
        "UPDATE attempt SET state = 'done', head = $head, result = $result, ended = $now "
        + "WHERE run = $run AND scenario = $scenario AND attempt = $attempt",
        [.. Key(one), ("$head", Text(head)), ("$result", result), ("$now", Written(DateTime.UtcNow))]));

    /// <summary>Attempts that have ended and of which the lab does not know yet, the oldest first.</summary>
    public IReadOnlyList<Attempt> Undelivered() => Those("state = 'done'");

    /// <summary>Attempts that the lab has heard of within a day: a broker may have lost them since.</summary>
    public IReadOnlyList<Attempt> Recent() => _file.Guarded(() => _file.Rows(
        "SELECT run, scenario, attempt FROM attempt WHERE state = 'delivered' AND ended > $since ORDER BY ended",
        row => new Attempt(row.GetString(0), row.GetInt32(1), row.GetInt32(2)),
        ("$since", Written(DateTime.UtcNow.AddDays(-1)))));

    /// <summary>What there is to deliver; null when there is no such attempt, or it still goes on.</summary>
    public (Delivered Head, byte[]? Result)? Find(Attempt one) => _file.Guarded(() => _file.Rows(
        "SELECT head, result FROM attempt WHERE run = $run AND scenario = $scenario AND attempt = $attempt "
        + "AND state <> 'begun'",
        row => (JsonSerializer.Deserialize<Delivered>(row.GetString(0), JsonSerializerOptions.Web)!,
            row.IsDBNull(1) ? null : (byte[]?)row.GetValue(1)),
        Key(one)).Select(found => ((Delivered, byte[]?)?)found).FirstOrDefault());

    /// <summary>The lab has it; a late one does not count, because another verdict was there before.</summary>
    public void Mark(Attempt one, bool isLate) => _file.Guarded(() => _file.Execute(
        "UPDATE attempt SET state = $state WHERE run = $run AND scenario = $scenario AND attempt = $attempt",
        [.. Key(one), ("$state", isLate ? "late" : "delivered")]));

    public void Dispose() => _file.Dispose();

    private IReadOnlyList<Attempt> Those(string condition) => _file.Guarded(() => _file.Rows(
        $"SELECT run, scenario, attempt FROM attempt WHERE {condition} ORDER BY ended",
        row => new Attempt(row.GetString(0), row.GetInt32(1), row.GetInt32(2))));

    private static (string, object?)[] Key(Attempt one) =>
        [("$run", one.Run), ("$scenario", one.Scenario), ("$attempt", one.Number)];

    private static string Text(Delivered head) => JsonSerializer.Serialize(head, JsonSerializerOptions.Web);

    private static string Written(DateTime utc) =>
        utc.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}

/// <summary>An attempt at a scenario of a run.</summary>
internal readonly record struct Attempt(string Run, int Scenario, int Number);
